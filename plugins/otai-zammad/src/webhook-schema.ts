import { z } from "zod";

/** A number in the default payload, a string from a placeholder; one that stayed empty is no id. */
const id = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .refine((value) => /^\d{1,19}$/.test(value))
  .nullish()
  .catch(null);
const word = z.string().nullish().catch(null);
/** An object in the default payload, a string in the API. */
const person = z.object({ id }).nullish().catch(null);

const ticket = z.object({
  id,
  state: word,
  state_id: id,
  article_ids: z.array(z.unknown()).nullish().catch(null),
  close_at: word,
  last_close_at: word,
  created_at: word,
  updated_at: word,
  updated_by: person,
  updated_by_id: id,
});
export type HookTicket = z.output<typeof ticket>;

/** `{}` when the change had none (ZM-5). */
const article = z.object({
  id,
  sender: word,
  internal: z.boolean().nullish().catch(null),
  created_at: word,
  created_by: person,
  created_by_id: id,
});
export type HookArticle = z.output<typeof article>;

/** The default payload of a trigger's webhook. */
export const defaultPayload = z.object({
  ticket: ticket.refine((one) => one.id != null),
  article: article.nullish().catch(null),
});

/** A payload that people wrote with placeholders. */
export const customPayload = z.object({ ticket_id: id, id, updated_at: word, actor_id: id });
