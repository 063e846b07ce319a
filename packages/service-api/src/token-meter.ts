export interface TokenCount {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** Tokens set aside for one call to a model. Exactly one of the two is called, once. */
export interface TokenReservation {
  /** The model was asked and used so much of them. */
  settle(used: TokenCount): Promise<void>;
  /** Nothing was used. */
  release(): Promise<void>;
}

/** The day's budget, shared by all workers, and the meter of what was used. */
export interface TokenMeter {
  /**
   * Sets aside the most that a call can use before it is made, so that calls side by side cannot overrun the budget together.
   * @throws ModelError `budget_exhausted` when there is not so much left.
   */
  reserve(model: string, most: TokenCount): Promise<TokenReservation>;
}

/** Answers by the hash of everything that was asked; durable, forgotten by age. */
export interface AnswerCache {
  get(hash: string): Promise<string | null>;
  put(hash: string, answer: string): Promise<void>;
}
