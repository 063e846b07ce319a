/** How a ticket reached the desk. */
export type TicketChannel = "email" | "web" | "chat" | "phone" | "social";

/** The four priority words of the simulated desk, from least to most pressing. */
export type TicketPriority = "low" | "normal" | "high" | "urgent";

/** What makes a ticket special; most are `ordinary`. */
export type TicketKind =
  | "ordinary"
  | "out-of-office"
  | "spam"
  | "duplicate"
  | "merged"
  | "angry"
  | "injection"
  | "unsupported-language";

/** One message of the thread after the customer's first one. */
export interface SimulatedMessage {
  role: "customer" | "agent";
  /** A private message is an internal note that the customer never sees. */
  private: boolean;
  body: string;
  /** Milliseconds since epoch. */
  at: number;
}

/** A ticket as customers and agents left it, together with the truth only the simulation knows. */
export interface SimulatedTicket {
  subject: string;
  /** Plain text as the customer sent it, including signature and quotes. */
  body: string;
  /** The HTML part of the mail; null when it was sent as plain text only. */
  html: string | null;
  requester: { name: string; email: string; vip: boolean };
  channel: TicketChannel;
  kind: TicketKind;
  /** What is right, whatever the agents did. `language` is an ISO 639-1 code. */
  truth: { queue: string; priority: TicketPriority; language: string };
  /** Milliseconds since epoch. */
  createdAt: number;
  /** Milliseconds since epoch; null while the ticket is open. */
  solvedAt: number | null;
  /** Queue names the ticket went through; the last is where agents left it, which may be a label error. */
  queueHistory: string[];
  /** As agents left it. */
  priority: TicketPriority;
  type: string | null;
  tags: string[];
  /** The thread after the first message, oldest first. */
  messages: SimulatedMessage[];
  /** Index in the generated list of the ticket this one was merged into. */
  mergedInto: number | null;
}
