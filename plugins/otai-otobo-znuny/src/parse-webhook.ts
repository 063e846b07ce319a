import { createHash } from "node:crypto";
import { RefusedError } from "@otai/plugin-api/errors";
import { type Delivery, type ParsedDelivery, type TicketEventKind, ticketEventKinds } from "@otai/plugin-api/webhook";
import type { ServerTime } from "./server-time.ts";
import { type InvokerArticle, type InvokerBody, invokerBody } from "./webhook-schema.ts";

/** The only answer that changes nothing: Znuny may apply a richer one to the ticket (OT-23). */
export const answerToInvoker = { Success: 1 } as const;

/**
 * An invoker's call. It is a hint: the ticket is read again.
 * @param time `null` as long as the zone of the stamps is not known
 */
export function parseWebhook(time: ServerTime | null, delivery: Delivery): ParsedDelivery {
  const text = Buffer.from(delivery.body).toString("utf8");
  const body = invokerBody.safeParse(parseJson(text)).data;
  const told = typeof body?.Event === "object" ? body.Event : null;
  const event = typeof body?.Event === "string" ? body.Event : (told?.Event ?? "");
  const ticketId = told?.TicketID ?? body?.TicketID ?? body?.Ticket?.TicketID ?? body?.ticket_id ?? ticketIdIn(text);
  if (ticketId === null) {
    throw new RefusedError("the delivery names no ticket: TicketID is missing", [
      { field: "TicketID", message: "is missing" },
    ]);
  }
  const articleId = told?.ArticleID ?? body?.ArticleID ?? body?.Article?.ArticleID ?? null;
  const article = articleOf(body, articleId);
  const changed = body?.Ticket?.Changed ?? null;
  const aboutArticle = event.startsWith("Article");
  return {
    deliveryId: deliveryIdOf(event, ticketId, articleId, changed),
    hints: [
      {
        ticketId,
        kind: kindOf(event, delivery.route, body, article?.SenderType ?? null),
        occurredAt: time?.parse(momentOf(event, body, article) ?? "") ?? null,
        actorId: (aboutArticle ? (article?.ChangeBy ?? article?.CreateBy) : null) ?? body?.Ticket?.ChangeBy ?? null,
      },
    ],
  };
}

/** An invoker tells the ticket as it is when it runs, and it runs late: what happens once has a stamp of its own. */
function momentOf(event: string, body: InvokerBody | undefined, article: InvokerArticle | undefined): string | null {
  const own = event === "TicketCreate" ? body?.Ticket?.Created : event === "ArticleCreate" ? article?.CreateTime : null;
  return own ?? body?.Ticket?.Changed ?? null;
}

function articleOf(body: InvokerBody | undefined, articleId: string | null) {
  if (body?.Article != null) return body.Article;
  const articles = body?.Ticket?.Article ?? [];
  return (
    articles.find(({ ArticleID }) => ArticleID !== null && ArticleID === articleId) ??
    (articleId === null ? articles.at(-1) : undefined)
  );
}

function kindOf(
  event: string,
  route: string,
  body: InvokerBody | undefined,
  senderType: string | null,
): TicketEventKind {
  switch (event) {
    case "TicketCreate":
      return "ticket-created";
    case "ArticleCreate":
      // What cannot be told counts as a reply, and below as resolved: the ticket is read again, and nothing is missed.
      return senderType === null || senderType === "customer" ? "customer-replied" : "ticket-updated";
    case "TicketStateUpdate": {
      const type = body?.Ticket?.StateType ?? null;
      return type === null || type.startsWith("closed") ? "ticket-resolved" : "ticket-updated";
    }
    case "TicketDelete":
      return "ticket-deleted";
    default:
      return event === "" ? (ticketEventKinds.find((kind) => kind === route) ?? "ticket-updated") : "ticket-updated";
  }
}

/**
 * There is no delivery id. What happens once, or says when it happened, has a key; the rest counts anew each time, for a second
 * move of a ticket looks exactly like the first.
 */
function deliveryIdOf(
  event: string,
  ticketId: string,
  articleId: string | null,
  changed: string | null,
): string | null {
  if (event === "" || (event !== "TicketCreate" && articleId === null && changed === null)) return null;
  const key = JSON.stringify([event, ticketId, articleId, changed]);
  return createHash("sha256").update(key).digest("hex");
}

/** A text with quotes may have broken the JSON around it; the id stands there all the same (D18). */
function ticketIdIn(text: string): string | null {
  return /"(?:TicketID|ticket_id)"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
