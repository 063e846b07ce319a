/** One ticket of a file, by the names of its fields. */
export interface TicketRow {
  /** Where it stands, for messages: `file:line`. */
  readonly place: string;
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}
