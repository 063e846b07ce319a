/** What an agent wrote to a customer in a ticket that was solved with it. Personal data was replaced before. */
export interface SolvedAnswer {
  readonly ticketId: string;
  /** Plain text without greeting, quotation and signature. */
  readonly answer: string;
  /** Of the two questions, 0..1. */
  readonly similarity: number;
}

export interface SolvedAnswersOptions {
  /** Answers never cross from one helpdesk into another; `null` where the caller did not say which. */
  readonly connection: string | null;
  readonly language: string | null;
  readonly topK: number;
}

export interface SolvedAnswers {
  /** Answers to the most similar past questions, nearest first; never one that a machine wrote. */
  find(text: string, options: SolvedAnswersOptions): Promise<readonly SolvedAnswer[]>;
}
