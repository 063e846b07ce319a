import type { Instant } from "./ticket.ts";

/** What an answer's headers say about one endpoint class. */
export interface RateReading {
  readonly limit: number | null;
  readonly remaining: number;
  /** When the window ends, if told. */
  readonly resetsAt: Instant | null;
}

/**
 * The account's limits, shared by every worker on every machine. Nobody sleeps in a handler:
 * a refused reservation is a RateLimitedError, and the lane waits.
 */
export interface RateBudget {
  /**
   * True for long reading in the background (importing history): `reserve` waits instead of refusing, and a 429 is waited for and
   * asked again, so that a listing of thousands of pages need not begin anew.
   */
  readonly patient?: boolean;
  /** @throws RateLimitedError with `retryAfterMs` while the class is blocked or has only its head-room left. */
  reserve(rateClass: string): Promise<void>;
  record(rateClass: string, reading: RateReading): Promise<void>;
  /** After a 429: nothing of this class until then. */
  block(rateClass: string, until: Instant): Promise<void>;
}
