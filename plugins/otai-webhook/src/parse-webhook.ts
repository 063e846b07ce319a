import { RefusedError } from "@otai/plugin-api/errors";
import { type Delivery, type ParsedDelivery, type TicketHint, ticketEventKinds } from "@otai/plugin-api/webhook";
import { parseJson } from "@otai/plugin-kit/parse-json";
import { stateDigest } from "@otai/plugin-kit/state-digest";
import { contentDigest } from "./content-digest.ts";
import { meaningOfEvent } from "./event-kind.ts";
import { keepPayload, type PayloadEvent } from "./keep-payload.ts";
import type { WebhookParams } from "./params.ts";
import { readField, readInstant, readMessages, readText } from "./schema.ts";

type ParsingParams = Pick<WebhookParams, "paths" | "events" | "priorities" | "statuses">;

/** Payloads in one call. */
const mostPayloads = 1_000;
const longestId = 200;

/**
 * One payload, or a bare list of them (GW-8). What happened is told by the route, else by the payload.
 * @throws RefusedError naming the field that is missing (GW-7); then nothing is stored.
 */
export function parseWebhook(delivery: Delivery, params: ParsingParams): ParsedDelivery {
  const body = parseJson(new TextDecoder().decode(delivery.body));
  if (typeof body !== "object" || body === null) {
    throw new RefusedError(
      'the body is not JSON: send an object such as {"ticket_id": "T-1", "subject": "…", "body": "…"}',
    );
  }
  const payloads: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (payloads.length === 0) throw missing("ticket_id", "the list is empty");
  if (payloads.length > mostPayloads) throw new RefusedError(`at most ${mostPayloads} payloads in one call`);
  const deliveryId = deliveryIdOf(delivery, payloads, params);
  const events = payloads.flatMap((payload) => eventOf(payload, delivery, deliveryId, params) ?? []);
  const changes = events.flatMap((event) => keepPayload(event, params));
  return {
    deliveryId,
    hints: events.map((event) => hintOf(event, params)),
    documents: changes.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
  };
}

/**
 * The sender's own id; the message's, where the sender gives one; else the content of the call, since without an id and a time two
 * equal calls cannot be told from one that came twice.
 */
function deliveryIdOf(delivery: Delivery, payloads: readonly unknown[], { paths }: ParsingParams): string {
  const given = delivery.headers["webhook-id"] ?? delivery.headers["idempotency-key"];
  if (given !== undefined && given !== "") return `id:${given.slice(0, longestId)}`;
  const [payload] = payloads;
  const message = payloads.length === 1 ? readField(payload, "message_id", paths) : null;
  const ticket = readField(payload, "ticket_id", paths);
  if (message !== null)
    return `message:${stateDigest([delivery.route, ticket, message])}${message.slice(0, longestId)}`;
  return `content:${contentDigest(delivery)}`;
}

function eventOf(
  payload: unknown,
  delivery: Delivery,
  deliveryId: string,
  { paths, events }: ParsingParams,
): PayloadEvent | null {
  const named = ticketEventKinds.find((kind) => kind === delivery.route);
  const kind = named ?? meaningOfEvent(readField(payload, "event", paths), events);
  if (kind === "ignore") return null;
  const ticketId = readField(payload, "ticket_id", paths);
  if (ticketId === null) throw missing("ticket_id", "is missing");
  if (ticketId.length > longestId) throw missing("ticket_id", `is longer than ${longestId} characters`);
  if (kind === "ticket-created" || kind === "customer-replied") {
    const texts = [readText(payload, "subject", paths), readText(payload, "body", paths)];
    if (texts.every((text) => text === null || text === "") && readMessages(payload, paths).length === 0) {
      throw missing("body", "is empty, and so is subject: there is nothing to read");
    }
  }
  // A clock that is ahead must not freeze a ticket's state until it is caught up with.
  const at = Math.min(readInstant(payload, "updated_at", paths) ?? delivery.receivedAt, delivery.receivedAt);
  return { payload, ticketId, kind, at, deliveryId };
}

function hintOf({ payload, ticketId, kind, at }: PayloadEvent, { paths }: ParsingParams): TicketHint {
  return { ticketId, kind, occurredAt: at, actorId: readField(payload, "actor_id", paths) };
}

function missing(field: string, message: string): RefusedError {
  return new RefusedError(`${field} ${message}`, [{ field, message }]);
}
