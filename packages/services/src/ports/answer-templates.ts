/** A canned answer that agents of a helpdesk keep. */
export interface AnswerTemplate {
  readonly id: string;
  readonly title: string;
  /** Plain text, with whatever placeholders its helpdesk knows. */
  readonly text: string;
  /** BCP-47; `null` when nobody stated it. */
  readonly language: string | null;
  /** Names of the queues it is for; none: for all. */
  readonly queues: readonly string[];
}

export interface AnswerTemplates {
  /**
   * Those that drafts for this helpdesk may suggest; `null` where the caller did not say which helpdesk it is. The list is a new one
   * whenever it changed.
   */
  list(connection: string | null): Promise<readonly AnswerTemplate[]>;
}
