/** A canned answer that agents of the ticket system share. Personal ones are not listed. */
export interface AnswerTemplate {
  readonly id: string;
  readonly title: string;
  /** Plain text, placeholders of the ticket system left as they are. */
  readonly text: string;
  /** BCP-47; `null` where the ticket system does not say. */
  readonly language: string | null;
  /** Names of the queues it is offered in; none: in all. */
  readonly queues: readonly string[];
}

/** Only read: which one fits a ticket is suggested to agents. */
export interface TemplateReader {
  /** @throws PermissionError or NotFoundError where the key or the plan has no canned answers. */
  listTemplates(): AsyncIterable<AnswerTemplate>;
}
