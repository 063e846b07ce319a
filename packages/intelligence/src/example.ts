/** One solved ticket to learn from. */
export interface Example {
  readonly id?: string;
  readonly subject: string;
  readonly body: string;
  /** Label by target, e.g. `{ queue: "Billing", priority: "high" }`; a missing target means the row teaches nothing about it. */
  readonly labels: Readonly<Record<string, string>>;
  /** When the ticket was created, in milliseconds since epoch. */
  readonly at?: number;
  /** The sender or organisation: how many rows one of them may contribute is capped against poisoning. */
  readonly group?: string;
  /** Tokens such as `channel:email` or `vip`. */
  readonly metadata?: readonly string[];
}
