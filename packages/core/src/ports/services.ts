import type { EvaluateRequest, EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { Citation, DraftRequest, DraftResponse } from "@otai/service-api/reply-draft";
import type { AnalyzeRequest, Sentiment } from "@otai/service-api/sentiment";

/** As far as a run looks at them: another implementation of the contract may answer less than ours. */
export type SentimentAnswer = Pick<
  Sentiment,
  | "score"
  | "label"
  | "escalation_risk"
  | "triggers"
  | "trend"
  | "alert_id"
  | "skipped"
  | "language"
  | "model_version"
  | "degraded"
  | "degraded_reason"
>;

export interface DraftAnswer
  extends Pick<
    DraftResponse,
    "draft_id" | "draft" | "confidence" | "refused" | "language" | "model_version" | "degraded" | "degraded_reason"
  > {
  readonly engine: string;
  readonly refusal_reason: string | null;
  readonly citations: readonly Pick<Citation, "index" | "title" | "url">[];
}

export type EvaluationAnswer = Pick<
  EvaluateResponse,
  | "evaluation_id"
  | "overall_score"
  | "dimensions"
  | "not_applicable"
  | "coaching_notes"
  | "language"
  | "model_version"
  | "degraded"
  | "degraded_reason"
>;

/** A solved ticket, for whoever learns from what was answered. */
export interface SolvedTicket {
  readonly connection: string;
  readonly ticketId: string;
  readonly subject: string;
  readonly customerName: string | null;
  /** Public messages, oldest first; the description is the first. */
  readonly messages: readonly { readonly role: "customer" | "agent"; readonly text: string }[];
  /** Milliseconds since epoch. */
  readonly solvedAt: number;
}

/** A ticket as a run saw it, for whoever ranks what is waiting. */
export interface SeenTicket {
  readonly connection: string;
  readonly ticketId: string;
  readonly customerId: string;
  /** Neither solved nor closed. */
  readonly open: boolean;
  /** Milliseconds since epoch: the first message of the customer that nobody answered; `null` when an agent wrote last. */
  readonly waitingSince: number | null;
  /** Different agents who wrote to the customer. */
  readonly agents: number;
  readonly seenAt: number;
}

/** The services besides triage, in this process or elsewhere. Each judges and writes nothing into a ticket system. */
export interface Services {
  readonly sentiment: {
    analyze(request: AnalyzeRequest): Promise<SentimentAnswer>;
    /** Absent where nothing is kept of it. */
    see?(ticket: SeenTicket): Promise<void>;
  };
  readonly reply: { draft(request: DraftRequest): Promise<DraftAnswer> };
  /** @throws ServiceError NOT_ELIGIBLE with its reason. */
  readonly qa: { evaluate(request: EvaluateRequest): Promise<EvaluationAnswer> };
  /** Absent where nothing is kept. Told of the same ticket again, it keeps what was said last. */
  readonly solved?: { keep(ticket: SolvedTicket): Promise<unknown> };
}

/** Alerts that the Sentiment service of this installation keeps. */
export interface Alerts {
  /** Was there an alert about this customer's ticket, and is none about the ticket open any more? */
  areSettled(customerId: string, ticketId: string): Promise<boolean>;
}

/** How a requester is called at the services: his own id, or a keyed hash where that id says who he is. */
export type CustomerIds = (connectionUid: string, requesterId: string) => string;
