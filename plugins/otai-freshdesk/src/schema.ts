import { z } from "zod";

/** Ids are numbers on the wire and strings in OTAI. */
const id = z.union([z.number(), z.string()]).transform(String);
const text = z.string().nullish();
const instant = z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso));

const statsSchema = z.object({
  resolved_at: instant.nullish(),
  closed_at: instant.nullish(),
  reopened_at: text,
  requester_responded_at: text,
  agent_responded_at: text,
  status_updated_at: text,
});

/** The few fields of a ticket that we read. Everything but identity and times may be missing or null. */
export const ticketSchema = z.object({
  id,
  subject: text,
  description: text,
  description_text: text,
  status: z.number(),
  priority: z.number().nullish(),
  source: z.number().nullish(),
  type: text,
  group_id: id.nullish(),
  responder_id: id.nullish(),
  requester_id: id.nullish(),
  tags: z.array(z.string()).nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
  spam: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  created_at: instant,
  updated_at: instant,
  requester: z.object({ id: id.nullish(), name: text, email: text }).nullish(),
  stats: statsSchema.nullish(),
});
export type RawTicket = z.output<typeof ticketSchema>;

export const conversationSchema = z.object({
  id,
  body: text,
  body_text: text,
  incoming: z.boolean().nullish(),
  private: z.boolean().nullish(),
  source: z.number().nullish(),
  user_id: id.nullish(),
  created_at: instant,
});
export type RawConversation = z.output<typeof conversationSchema>;

/** `agent_ids` stands in the answer for one group, hardly ever in the list. */
export const groupSchema = z.object({ id, name: text, agent_ids: z.array(id).nullish().catch(null) });

export const agentSchema = z.object({
  id,
  /** Takes tickets from automatic assignment. */
  available: z.boolean().nullish().catch(null),
  /** Not told by every account's list. */
  group_ids: z.array(id).nullish().catch(null),
  /** Names, where an account tells them; ids alone would need a call of their own. */
  skills: z
    .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
    .nullish()
    .catch(null),
  contact: z.object({ name: text, email: text, active: z.boolean().nullish().catch(null) }).nullish(),
});
export type RawAgent = z.output<typeof agentSchema>;

export const fieldSchema = z.object({
  name: z.string(),
  label: text,
  type: text,
  choices: z.unknown().optional(),
  /** Dependent fields stand inside their parent. */
  nested_ticket_fields: z.array(z.object({ name: z.string(), label: text })).nullish(),
});
export type RawField = z.output<typeof fieldSchema>;

export const categorySchema = z.object({ id, name: text });

export const folderSchema = z.object({ id, name: text, visibility: z.number().nullish() });

export const articleSchema = z.object({
  id,
  title: text,
  status: z.number().nullish(),
  description: text,
  description_text: text,
  tags: z.array(z.string()).nullish(),
  updated_at: instant,
});
export type RawArticle = z.output<typeof articleSchema>;

export const cannedFolderSchema = z.object({ id, personal: z.boolean().nullish().catch(null) });

export const cannedResponseSchema = z.object({ id, title: text, content: text, content_html: text });

export const errorBodySchema = z.object({
  code: text,
  message: text,
  description: text,
  errors: z.array(z.object({ field: text, message: text, code: text })).nullish(),
});
