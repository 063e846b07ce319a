/** What is told of a ticket to systems that show no fields of their own. */
export type ResultType =
  | "ticket.classified"
  | "ticket.routed"
  | "ticket.drafted"
  | "customer.sentiment"
  | "alert.raised"
  | "conversation.evaluated"
  | "decision.abstained";

/** What the services answered, whole, by the result that it belongs to. It explains a write and is none itself. */
export type Answers = Readonly<Partial<Record<ResultType, Readonly<Record<string, unknown>>>>>;
