import type { SentimentLabel } from "@otai/service-api/enums";
import type { Sentiment } from "@otai/service-api/sentiment";
import type { AlertStatus, Severity } from "@otai/service-api/sentiment-alerts";
import type { AlertDeliveries } from "./alert-deliveries.ts";

/** One judged message. Its text is not kept. */
export interface SentimentPoint {
  readonly id: string;
  readonly customerId: string;
  readonly messageId: string | null;
  readonly ticketId: string | null;
  /** Name of the connection that the ticket belongs to. */
  readonly connection: string | null;
  readonly source: string;
  /** When the message was written. */
  readonly at: number;
  readonly score: number;
  readonly label: SentimentLabel;
  /** False for a message without a tone of its own, kept only to answer the same when asked again. */
  readonly counts: boolean;
  readonly answer: Sentiment;
}

export interface SentimentScore {
  readonly at: number;
  readonly score: number;
  readonly label: SentimentLabel;
  readonly source: string;
}

export interface SentimentPoints {
  /** Others who write about this customer wait until the unit of work ends. */
  lockCustomer(customerId: string): Promise<void>;
  add(point: SentimentPoint): Promise<void>;
  findByMessage(customerId: string, messageId: string): Promise<SentimentPoint | null>;
  /** What counts, newest first. `since` and `until` are inclusive. */
  list(
    customerId: string,
    window: { readonly since?: number; readonly until?: number; readonly limit: number; readonly offset?: number },
  ): Promise<readonly SentimentScore[]>;
  /** What counts, whole, newest first; `since` is inclusive. */
  listWhole(customerId: string, since: number, limit: number): Promise<readonly SentimentPoint[]>;
  /** Customers and tickets of negative messages that were written since then, newest first; `connection` is `null` for all. */
  listNegative(
    since: number,
    connection: string | null,
    limit: number,
  ): Promise<readonly Pick<SentimentPoint, "customerId" | "ticketId">[]>;
  count(customerId: string): Promise<number>;
  /** @returns how many points. */
  eraseCustomer(customerId: string): Promise<number>;
  /** @returns how many points; of messages written before that instant. */
  removeBefore(instant: number): Promise<number>;
}

export interface SentimentAlert {
  readonly id: string;
  readonly customerId: string;
  readonly ticketId: string | null;
  /** Name of the connection that the ticket belongs to. */
  readonly connection: string | null;
  readonly severity: Severity;
  readonly reason: string;
  readonly risk: number;
  readonly status: AlertStatus;
  readonly count: number;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** When the newest message that gave cause for it was written. */
  readonly writtenAt: number;
  /** Calm messages of the customer since then. */
  readonly calmMessages: number;
  readonly acknowledgedBy: string | null;
  readonly resolvedAt: number | null;
  readonly resolvedBy: string | null;
  /** Why, when it was not a person who resolved it. */
  readonly resolveReason: string | null;
}

export interface AlertFilter {
  readonly customerId: string | null;
  readonly severity: Severity | null;
  /** Absent for all. */
  readonly ticketId?: string;
  /** `null` for all. */
  readonly statuses: readonly AlertStatus[] | null;
}

export interface SentimentAlerts {
  put(alert: SentimentAlert): Promise<void>;
  get(id: string): Promise<SentimentAlert | null>;
  /** The newest one of this customer and ticket, whatever its status. */
  findLatest(customerId: string, ticketId: string | null): Promise<SentimentAlert | null>;
  /** Newest first. */
  list(filter: AlertFilter, limit: number, offset: number): Promise<readonly SentimentAlert[]>;
  /** Not resolved ones, the riskiest first; `connection` is `null` for all. */
  listRiskiest(connection: string | null, limit: number): Promise<readonly SentimentAlert[]>;
  /** With a ticket and resolved at or after that instant, oldest first: their tickets no longer carry the tag of the risk (D04). */
  listResolvedSince(instant: number, limit: number): Promise<readonly SentimentAlert[]>;
  eraseCustomer(customerId: string): Promise<number>;
}

/** A ticket as it was seen last: is anybody waiting, and for how long? */
export interface SeenTicket {
  readonly connection: string;
  readonly ticketId: string;
  readonly customerId: string;
  /** Neither solved nor closed. */
  readonly open: boolean;
  /** When the customer wrote the first message that nobody answered; `null` when an agent wrote last. */
  readonly waitingSince: number | null;
  /** Different agents who wrote to the customer. */
  readonly agents: number;
  readonly seenAt: number;
}

export interface SentimentTickets {
  /** An older look does not replace a newer one. */
  put(ticket: SeenTicket): Promise<void>;
  get(connection: string, ticketId: string): Promise<SeenTicket | null>;
}

/** Who changed what; core's audit fits. */
export interface SentimentAudit {
  add(entry: {
    readonly id: string;
    readonly at: number;
    readonly actor: string;
    readonly action: string;
    readonly subject: string;
    readonly details: Readonly<Record<string, unknown>>;
  }): Promise<void>;
}

export interface SentimentRepositories {
  readonly sentimentPoints: SentimentPoints;
  readonly sentimentAlerts: SentimentAlerts;
  readonly alertDeliveries: AlertDeliveries;
  readonly sentimentTickets: SentimentTickets;
}

/** What a unit of work of this service needs. */
export interface SentimentTransaction extends SentimentRepositories {
  readonly audit: SentimentAudit;
}
