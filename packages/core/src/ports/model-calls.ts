import type { Instant } from "@otai/plugin-api/ticket";

/** What one language model used since the installation. */
export interface ModelUse {
  readonly model: string;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** In the currency of the configured prices. */
  readonly cost: number;
}

export interface Spending {
  readonly tokens: number;
  readonly cost: number;
}

/** The meter of language models and their answers, shared by all workers. A day is `YYYY-MM-DD` in UTC. */
export interface ModelCalls {
  /**
   * Sets aside, and tells what the day then comes to with everything that is set aside. Others who reserve for the same model wait until
   * this unit of work ends, so that a throw after a look at the sum leaves nobody beyond a limit.
   */
  reserve(day: string, model: string, amount: Spending): Promise<Spending>;
  /** Puts what was used in the place of what was set aside for it. */
  settle(day: string, reserved: Spending, used: ModelUse): Promise<void>;
  spentOn(day: string): Promise<Spending>;
  /** By model, in the order of their names. */
  listUse(): Promise<readonly ModelUse[]>;

  getAnswer(hash: string): Promise<string | null>;
  putAnswer(hash: string, answer: string, at: Instant): Promise<void>;
  forgetAnswersBefore(instant: Instant): Promise<void>;
}
