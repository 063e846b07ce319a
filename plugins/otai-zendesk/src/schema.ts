import { z } from "zod";

// The few response fields that we read. Zendesk leaves out and nulls almost anything; ids become strings at this edge.

const id = z.union([z.number().int(), z.string().min(1)]).transform(String);
const optionalId = id.nullish().transform((value) => value ?? null);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
/** ISO 8601, also with nanoseconds. */
const timestamp = z.string().refine((value) => !Number.isNaN(Date.parse(value)), "is not a date");
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

/** A comment's value is a text, or the channel and the text. */
export const rawMacro = z.object({
  id,
  title: text,
  active: z.boolean().nullish(),
  actions: list(z.object({ field: text, value: z.unknown() })),
  restriction: z
    .object({ type: text, id: optionalId, ids: list(id) })
    .nullish()
    .transform((restriction) => restriction ?? null),
});
export type RawMacro = z.output<typeof rawMacro>;

export const rawTicket = z.object({
  id,
  url: optionalText,
  subject: text,
  description: text,
  status: text,
  priority: optionalText,
  type: optionalText,
  tags: list(z.string()),
  custom_fields: list(z.object({ id, value: z.unknown() })),
  via: z.object({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
  requester_id: optionalId,
  assignee_id: optionalId,
  group_id: optionalId,
  created_at: timestamp,
  updated_at: timestamp,
  /** Seconds; moves with system changes too. */
  generated_timestamp: z.number().nullish(),
});
export type RawTicket = z.output<typeof rawTicket>;

export const rawUser = z.object({ id: optionalId, name: text, email: optionalText, role: text });
export type RawUser = z.output<typeof rawUser>;

export const rawAgent = z.object({
  id,
  name: text,
  email: optionalText,
  /** False for who was deleted. */
  active: z.boolean().nullish(),
  suspended: z.boolean().nullish(),
  /** Null on plans without roles of their own; 1 is a light agent. */
  role_type: z.number().nullish().catch(null),
});
export type RawAgent = z.output<typeof rawAgent>;

export const rawMembership = z.object({ user_id: optionalId, group_id: optionalId });

export const rawComment = z.object({
  id,
  author_id: optionalId,
  plain_body: optionalText,
  body: text,
  /** Missing would be against the documentation; what is not known to be public is not shown to customers. */
  public: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  via: z
    .object({ channel: z.union([z.string(), z.number()]).nullish(), source: z.object({ rel: optionalText }).nullish() })
    .nullish(),
  created_at: timestamp,
});
export type RawComment = z.output<typeof rawComment>;

export const rawTicketField = z.object({
  id,
  type: text,
  title: text,
  active: z.boolean().nullish(),
  custom_field_options: list(z.object({ name: text, value: text })),
});
export type RawTicketField = z.output<typeof rawTicketField>;

export const rawGroup = z.object({ id, name: text, deleted: z.boolean().nullish() });

export const rawArticle = z.object({
  id,
  title: text,
  body: text,
  draft: z.boolean().nullish(),
  locale: optionalText,
  section_id: optionalId,
  label_names: list(z.string()),
  html_url: optionalText,
  user_segment_id: optionalId,
  updated_at: timestamp,
});
export type RawArticle = z.output<typeof rawArticle>;

export const rawSection = z.object({ id, name: text, category_id: optionalId });
export const rawCategory = z.object({ id, name: text });

export const ticketAnswer = z.object({ ticket: rawTicket });
export const userAnswer = z.object({ user: rawUser });
export const usersAnswer = z.object({ users: z.array(rawUser) });
export const changesAnswer = z.object({
  tickets: z.array(rawTicket),
  after_cursor: optionalText,
  end_of_stream: z.boolean(),
});
export const writeAnswer = z.object({
  ticket: rawTicket,
  audit: z.object({ created_at: optionalText, events: list(z.object({ id: optionalId, type: text })) }).nullish(),
});
export const userWriteAnswer = z.object({
  user: z.object({ user_fields: z.record(z.string(), z.unknown()).nullish() }),
});
