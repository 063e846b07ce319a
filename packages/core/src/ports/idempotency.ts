/** The answer that a request with an `Idempotency-Key` got. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

export type Reservation =
  | { readonly state: "new" }
  /** Asked before with the same content. */
  | { readonly state: "answered"; readonly answer: StoredAnswer }
  /** The first one is still being answered. */
  | { readonly state: "open" }
  /** The key was used for other content. */
  | { readonly state: "clash" };

/** Answers by `Idempotency-Key`, so that a repeated request has no second effect. */
export interface Idempotency {
  /** Takes the key for this content, or says what became of it. */
  reserve(key: string, contentHash: string): Promise<Reservation>;
  answer(key: string, answer: StoredAnswer): Promise<void>;
  /** After a failure of ours the same key may be tried again. */
  release(key: string): Promise<void>;
  forgetBefore(instant: number): Promise<void>;
}
