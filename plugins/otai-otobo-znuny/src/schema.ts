import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import { z } from "zod";

// The few response fields that we read. Ids come as numbers here and as strings there, absent ones as null or "" (OT-7).

const id = z.union([z.number().int(), z.string().min(1)]).transform(String);
const optionalId = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (value === "" || value == null ? null : String(value)));
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? ""));
const optionalText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null || value === "" ? null : String(value)));
/** Several, one alone, or none at all. */
const oneOrMany = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === null || value === undefined ? [] : [value].flat()), z.array(item));

const rawArticle = z.object({
  ArticleID: id,
  SenderType: text,
  /** Missing up to OTRS 5. */
  IsVisibleForCustomer: z.union([z.number(), z.string(), z.boolean()]).nullish(),
  /** Only up to OTRS 5: `note-internal`, `email-external`. */
  ArticleType: optionalText,
  CommunicationChannel: optionalText,
  CommunicationChannelID: optionalId,
  From: text,
  Subject: text,
  Body: text,
  ContentType: text,
  CreateTime: optionalText,
  Created: optionalText,
  CreateBy: optionalId,
});
export type RawArticle = z.output<typeof rawArticle>;

export const rawTicket = z.object({
  TicketID: id,
  Title: text,
  Queue: text,
  Priority: text,
  State: text,
  StateType: text,
  Lock: text,
  Type: optionalText,
  Owner: text,
  OwnerID: optionalId,
  CustomerUserID: optionalText,
  Created: text,
  Changed: text,
  /** Seconds since it was created. */
  Age: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .nullable()
    .catch(null),
  DynamicField: oneOrMany(z.object({ Name: z.string(), Value: z.unknown().optional() })),
  Article: oneOrMany(rawArticle),
});
export type RawTicket = z.output<typeof rawTicket>;

export const ticketAnswer = z.object({ Ticket: oneOrMany(rawTicket) });
/** `{}` when nothing was found; older versions give a single hit as a scalar (OT-6). */
export const searchAnswer = z.object({ TicketID: oneOrMany(id) });
export const sessionAnswer = z.object({ SessionID: z.string().min(1) });
/** Besides it there may be whole tickets, and an ArticleID of somebody else's article: neither is read (OT-19). */
export const updateAnswer = z.object({ TicketID: id });

export const faqSearchAnswer = z.object({ ID: oneOrMany(id) });
export const rawFaqItem = z.object({
  ItemID: optionalId,
  ID: optionalId,
  Title: text,
  Language: optionalText,
  CategoryName: optionalText,
  Keywords: text,
  Field1: text,
  Field2: text,
  Field3: text,
  Field4: text,
  Field5: text,
  Field6: text,
  Created: text,
  Changed: text,
});
export type RawFaqItem = z.output<typeof rawFaqItem>;
export const faqAnswer = z.object({ FAQItem: oneOrMany(rawFaqItem) });

/**
 * The part of an answer that we read.
 * @param operation for the message, e.g. `TicketGet`
 * @throws UnexpectedAnswerError naming what is missing; `outcomeUnknown` when it answered a write.
 */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  operation: string,
): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  throw new UnexpectedAnswerError(`${operation}: the answer is not what it should be (${reasons.join("; ")})`, {
    outcomeUnknown: operation === "TicketUpdate",
  });
}
