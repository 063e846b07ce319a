import { RefusedError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import {
  type Delivery,
  type ParsedDelivery,
  type TicketEventKind,
  type TicketHint,
  ticketEventKinds,
} from "@otai/plugin-api/webhook";
import { customPayload, defaultPayload, type HookArticle, type HookTicket } from "./webhook-schema.ts";

/** Moments of one change differ by less. */
const sameMomentMs = 5_000;

/**
 * A trigger's webhook: the default payload, or one of placeholders. The delivery id is that of Zammad's job, the same when it is
 * sent again (ZM-7). What is said about the ticket is a hint and nothing else is taken from it.
 * @param bundled one delivery may stand for several changes of a transaction, so everything that it may mean is told
 */
export function parseWebhook(delivery: Delivery, bundled: boolean): ParsedDelivery {
  const text = new TextDecoder().decode(delivery.body);
  const body = parseJson(text);
  const deliveryId = delivery.headers["x-zammad-delivery"] ?? null;
  const payload = defaultPayload.safeParse(body).data;
  const named = ticketEventKinds.find((kind) => kind === delivery.route);
  if (payload === undefined) return { deliveryId, hints: [hintOfCustom(body, text, named)] };
  const { ticket, article } = payload;
  const written = article?.id == null ? null : article;
  const kinds = named === undefined ? kindsOf(ticket, written) : [named];
  return { deliveryId, hints: (bundled ? kinds : kinds.slice(0, 1)).map((kind) => hintOf(kind, ticket, written)) };
}

/** What a delivery to the one address for all events may mean, the most telling first. */
function kindsOf(ticket: HookTicket, article: HookArticle | null): TicketEventKind[] {
  const kinds: TicketEventKind[] = [];
  if (article !== null && isFirst(article, ticket)) kinds.push("ticket-created");
  else if (article?.sender === "Customer" && article.internal !== true) kinds.push("customer-replied");
  if (wasClosedNow(ticket)) kinds.push("ticket-resolved");
  return kinds.length === 0 ? ["ticket-updated"] : kinds;
}

function isFirst(article: HookArticle, ticket: HookTicket): boolean {
  const [first] = ticket.article_ids ?? [];
  return first === undefined ? near(article.created_at, ticket.created_at) : String(first) === article.id;
}

/** States may have any name, so the time of closing tells; without one only the default name is left. */
function wasClosedNow({ state, close_at, last_close_at, updated_at }: HookTicket): boolean {
  const times = [close_at, last_close_at].filter((time) => time != null);
  return times.length === 0 ? state === "closed" : times.some((time) => near(time, updated_at));
}

function hintOf(kind: TicketEventKind, ticket: HookTicket, article: HookArticle | null): TicketHint {
  const writer = article?.created_by?.id ?? article?.created_by_id;
  const ownTimes: Partial<Record<TicketEventKind, string | null | undefined>> = {
    "ticket-created": ticket.created_at,
    "customer-replied": article?.created_at,
  };
  return {
    ticketId: ticket.id!,
    kind,
    occurredAt: instantOf(ownTimes[kind]) ?? instantOf(ticket.updated_at),
    actorId: writer ?? ticket.updated_by?.id ?? ticket.updated_by_id ?? null,
  };
}

function hintOfCustom(body: unknown, text: string, kind: TicketEventKind = "ticket-updated"): TicketHint {
  const custom = customPayload.safeParse(body).data;
  const ticketId = custom?.ticket_id ?? custom?.id ?? ticketIdIn(text);
  if (ticketId == null) {
    throw new RefusedError('no ticket id was found; use the default payload, or {"ticket_id":"#{ticket.id}"}', [
      { field: "ticket.id", message: "is missing" },
    ]);
  }
  return { ticketId, kind, occurredAt: instantOf(custom?.updated_at), actorId: custom?.actor_id ?? null };
}

/** A placeholder with quotes or line ends breaks the JSON around it; the id stands there all the same (D18). */
function ticketIdIn(text: string): string | undefined {
  return /"ticket_id"\s*:\s*"?(\d{1,19})\b/.exec(text)?.[1] ?? /^\s*\{\s*"id"\s*:\s*"?(\d{1,19})\b/.exec(text)?.[1];
}

function near(left: string | null | undefined, right: string | null | undefined): boolean {
  const [one, other] = [instantOf(left), instantOf(right)];
  return one !== null && other !== null && Math.abs(one - other) < sameMomentMs;
}

/** `2026-11-01T09:00:01.250Z`, or `2026-11-01 09:00:01 UTC` from a placeholder. */
function instantOf(time: string | null | undefined): Instant | null {
  const instant = /^\d{4}-\d\d-\d\d[T ].*(Z|UTC|[+-]\d\d:?\d\d)$/.test(time ?? "") ? Date.parse(time!) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
