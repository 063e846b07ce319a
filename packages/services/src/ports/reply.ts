import type { DraftResponse } from "@otai/service-api/reply-draft";
import type { FeedbackOutcome, FeedbackReason } from "@otai/service-api/reply-feedback";

/** A draft or a refusal as it was answered, and what became of it. */
export interface StoredDraft {
  readonly id: string;
  readonly ticketId: string;
  readonly connection: string | null;
  readonly queue: string | null;
  /** What the articles were searched for, personal data replaced. */
  readonly query: string;
  /** Confidence by support, also where a calibrated one was answered. */
  readonly support: number;
  readonly answer: DraftResponse;
  /** Milliseconds since epoch. */
  readonly createdAt: number;
  readonly outcome: FeedbackOutcome | null;
  /** Cited articles that may no longer be quoted. */
  readonly withdrawnArticles: readonly string[];
}

export interface Feedback {
  readonly id: string;
  readonly draftId: string;
  readonly outcome: FeedbackOutcome;
  readonly editDistance: number;
  readonly editedText: string | null;
  readonly reason: FeedbackReason | null;
  readonly actor: string | null;
  readonly recordedAt: number;
}

/** What calibration learns from. */
export interface JudgedDraft {
  readonly support: number;
  readonly outcome: FeedbackOutcome;
  readonly editDistance: number;
}

export interface AcceptanceCount {
  readonly queue: string | null;
  readonly language: string | null;
  readonly style: string;
  readonly drafts: number;
  readonly refused: number;
  readonly accepted: number;
  readonly edited: number;
  readonly rejected: number;
}

export interface Drafts {
  add(draft: Omit<StoredDraft, "outcome" | "withdrawnArticles">): Promise<void>;
  get(id: string): Promise<StoredDraft | null>;
  /** The letters of a ticket's drafts, without refusals. */
  listOfTicket(connection: string, ticketId: string): Promise<readonly string[]>;
  /** Appends to the history; the last one counts as the draft's outcome. */
  addFeedback(feedback: Feedback): Promise<void>;
  /** Oldest first. */
  listFeedback(draftId: string): Promise<readonly Feedback[]>;
  /** The latest outcomes of drafts that were not refused, newest first. */
  listJudged(limit: number): Promise<readonly JudgedDraft[]>;
  /** What agents sent with at most half of it changed, in their words, newest first: examples of how this desk writes. */
  listSent(style: string, language: string, limit: number): Promise<readonly string[]>;
  /** Drafts since then by queue, language and style, most drafts first. */
  countAcceptance(since: number): Promise<readonly AcceptanceCount[]>;
  /** Marks the drafts without an outcome that cite the article. @returns how many. */
  withdrawArticle(articleId: string): Promise<number>;
  /** Removes drafts of these tickets with their feedback. @returns how many drafts. */
  eraseTickets(connection: string | null, ticketIds: readonly string[]): Promise<number>;
  /** Removes drafts made before that instant. @returns how many. */
  removeBefore(instant: number): Promise<number>;
}

export interface ReplyRepositories {
  readonly drafts: Drafts;
}
