/** What is to be judged. Text is data: nothing in it is followed. */
export interface TriageInput {
  readonly subject: string;
  readonly body: string;
  /** Of the customer; only the highest ones count. */
  readonly tier?: string | null;
  /** `channel:email` and the like; the same tokens that training used. */
  readonly metadata: readonly string[];
  /** BCP-47 as the requester or the thread states it; counts where the text is too short to tell. */
  readonly languageHint: string | null;
  /** How many alternatives to name; 3 unless said otherwise. */
  readonly topK?: number;
  /** Promised precision per field. */
  readonly precision: Readonly<Record<string, number>>;
}
