import { z } from "zod";

// What the three invokers send; everything but the ticket's id may be missing.

const id = z
  .union([z.number().int(), z.string()])
  .nullish()
  .transform((value) => (value === "" || value == null ? null : String(value)))
  .catch(null);
const text = z.string().nullish().catch(null);

const article = z.object({ ArticleID: id, SenderType: text, CreateTime: text, CreateBy: id, ChangeBy: id });
export type InvokerArticle = z.output<typeof article>;
const ticket = z.object({
  TicketID: id,
  StateType: text,
  Created: text,
  Changed: text,
  ChangeBy: id,
  Article: z
    .union([z.array(article), article.transform((one) => [one])])
    .nullish()
    .catch(null),
});
const event = z.object({ Event: text, TicketID: id, ArticleID: id });

/**
 * OTOBO `Generic::PassThrough`: the event's data. Znuny `Ticket::Generic`: the event beside the whole ticket. OTOBO
 * `Ticket::TicketUpdate`: ticket and article without an event.
 */
export const invokerBody = z.object({
  Event: z.union([z.string(), event]).nullish().catch(null),
  TicketID: id,
  ArticleID: id,
  Ticket: ticket.nullish().catch(null),
  Article: article.nullish().catch(null),
  /** As the other ticket systems' templates have it. */
  ticket_id: id,
});
export type InvokerBody = z.output<typeof invokerBody>;
