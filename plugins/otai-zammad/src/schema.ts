import { z } from "zod";

/** Ids are numbers on the wire and strings in OTAI. */
export const id = z.union([z.number(), z.string()]).transform(String);
const text = z.string().nullish().catch(null);
const instant = z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso));
const softInstant = instant.nullish().catch(null);

/** The few keys of a ticket that we read; attributes of the installation stand beside them and are kept. */
export const rawTicket = z.looseObject({
  id,
  title: text,
  group_id: id.nullish(),
  group: text,
  state_id: id.nullish(),
  state: text,
  priority_id: id.nullish(),
  priority: text,
  owner_id: id.nullish(),
  owner: text,
  customer_id: id.nullish(),
  customer: text,
  type: text,
  article_count: z.number().nullish().catch(null),
  created_at: instant,
  updated_at: instant,
  close_at: softInstant,
  last_close_at: softInstant,
});
export type RawTicket = z.output<typeof rawTicket>;

/** `content` is HTML. One with a `user_id` is that user's own. */
export const rawTextModule = z.object({
  id,
  name: text,
  content: text,
  user_id: id.nullish().catch(null),
  active: z.boolean().nullish().catch(null),
  group_ids: z.array(id).nullish().catch(null),
});

export const rawArticle = z.object({
  id,
  type: text,
  sender: text,
  from: text,
  internal: z.boolean().nullish(),
  content_type: text,
  body: text,
  origin_by_id: id.nullish(),
  origin_by: text,
  created_by_id: id.nullish(),
  created_by: text,
  created_at: instant,
  /** `size` is a string on the wire (ZM-4). */
  attachments: z
    .array(z.object({ filename: text, size: z.coerce.number().nullish().catch(null) }))
    .nullish()
    .catch(null),
});
export type RawArticle = z.output<typeof rawArticle>;

/** Groups, states and priorities. */
export const rawGroup = z.object({ id, name: z.string(), active: z.boolean().nullish() });

export const rawState = z.object({
  id,
  name: z.string(),
  active: z.boolean().nullish(),
  state_type_id: id.nullish(),
  /** With `expand` only. */
  state_type: text,
});

export const rawPriority = z.object({ id, name: z.string(), active: z.boolean().nullish() });

export const rawUser = z.looseObject({ id, login: text, firstname: text, lastname: text, email: text });
export type RawUser = z.output<typeof rawUser>;

/** Rights per group id: `{"2":["full"]}`. */
const groupRights = z.record(z.string(), z.array(z.string())).nullish().catch(null);

export const rawAgent = rawUser.extend({
  active: z.boolean().nullish().catch(null),
  out_of_office: z.boolean().nullish().catch(null),
  /** Days, both included. */
  out_of_office_start_at: text,
  out_of_office_end_at: text,
  role_ids: z.array(id).nullish().catch(null),
  group_ids: groupRights,
});
export type RawAgent = z.output<typeof rawAgent>;

/** Rights that come with a role belong to everybody who has it. */
export const rawRole = z.object({ id, active: z.boolean().nullish(), group_ids: groupRights });
export type RawRole = z.output<typeof rawRole>;

export const tagsAnswer = z.object({ tags: z.array(z.string()) });

/** https://docs.zammad.org/en/latest/api/object.html */
export const rawAttribute = z.object({
  name: z.string(),
  display: text,
  object: text,
  data_type: text,
  data_option: z.looseObject({ options: z.unknown().optional() }).nullish().catch(null),
  editable: z.boolean().nullish(),
  active: z.boolean().nullish(),
});

export const errorBody = z.object({ error: text, error_human: text });

export const mergeAnswer = z.object({ result: z.string(), message: text });

export const createdArticle = z.object({ id, created_at: softInstant });
