import { z } from "zod";

/** Strings in events, numbers elsewhere; a placeholder that stayed empty is no id. */
const id = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .refine((value) => value !== "")
  .nullish()
  .catch(null);
const word = z.string().nullish().catch(null);

/** The envelope of an event subscription. What lies under `event` differs per event and is not documented as a whole. */
export const eventEnvelope = z.object({
  type: z.string().startsWith("zen:event-type:"),
  subject: word,
  time: word,
  detail: z.object({ id, actor_id: id, status: word }).nullish().catch(null),
  event: z
    .object({
      previous: word,
      current: word,
      comment: z
        .object({
          is_public: z.boolean().nullish().catch(null),
          author: z
            .object({ id, is_staff: z.boolean().nullish().catch(null) })
            .nullish()
            .catch(null),
        })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
export type EventEnvelope = z.output<typeof eventEnvelope>;

/** What our README gives a trigger to send, and what people send instead. */
export const triggerBody = z.object({
  ticket_id: id,
  id,
  ticket: z.object({ id }).nullish().catch(null),
  actor_id: id,
  current_user_id: id,
  event: word,
  occurred_at: word,
});
export type TriggerBody = z.output<typeof triggerBody>;
