import { RefusedError } from "@otai/plugin-api/errors";
import {
  type Delivery,
  type ParsedDelivery,
  type TicketEventKind,
  type TicketHint,
  ticketEventKinds,
} from "@otai/plugin-api/webhook";
import { parseJson } from "@otai/plugin-kit/parse-json";
import { type EventEnvelope, eventEnvelope, type TriggerBody, triggerBody } from "./webhook-schema.ts";

/** Both of Zendesk's webhooks: event subscriptions with their envelope, and the JSON that a trigger was given. */
export function parseWebhook(delivery: Delivery): ParsedDelivery {
  const text = Buffer.from(delivery.body).toString("utf8");
  const body = parseJson(text);
  const envelope = eventEnvelope.safeParse(body).data;
  return {
    deliveryId: delivery.headers["x-zendesk-webhook-invocation-id"] ?? null,
    hints:
      envelope === undefined ? [hintOfTrigger(triggerBody.safeParse(body).data, text, delivery)] : hintsOf(envelope),
  };
}

/** A subscription may also send events of users or articles; they say nothing about a ticket. */
function hintsOf(envelope: EventEnvelope): TicketHint[] {
  const name = /^zen:event-type:ticket\.(.+)$/.exec(envelope.type)?.[1];
  if (name === undefined) return [];
  const ticketId = envelope.detail?.id ?? /^zen:ticket:(\d+)$/.exec(envelope.subject ?? "")?.[1];
  if (ticketId == null) throw missingId("detail.id");
  return [
    {
      ticketId,
      kind: kindOf(name, envelope),
      occurredAt: instantOf(envelope.time),
      actorId: envelope.detail?.actor_id ?? null,
    },
  ];
}

function kindOf(name: string, { detail, event }: EventEnvelope): TicketEventKind {
  switch (name) {
    case "created":
      return "ticket-created";
    case "comment_added": {
      const { is_public, author } = event?.comment ?? {};
      // What cannot be told counts as a reply: the conversation is read again, and nothing is missed.
      return is_public === false || author?.is_staff === true ? "ticket-updated" : "customer-replied";
    }
    case "status_changed": {
      const status = (event?.current ?? detail?.status ?? "").toUpperCase();
      const solved = status === "SOLVED" || (status === "CLOSED" && event?.previous?.toUpperCase() !== "SOLVED");
      return solved ? "ticket-resolved" : "ticket-updated";
    }
    case "soft_deleted":
    case "permanently_deleted":
    case "deleted":
      return "ticket-deleted";
    default:
      return "ticket-updated";
  }
}

/** The route says what happened; without a speaking route the body may. */
function hintOfTrigger(body: TriggerBody | undefined, text: string, { route }: Delivery): TicketHint {
  const ticketId = body?.ticket_id ?? body?.ticket?.id ?? body?.id ?? ticketIdIn(text);
  if (ticketId == null) throw missingId("ticket_id");
  const kind = [route, body?.event].find((word) => ticketEventKinds.some((known) => known === word));
  return {
    ticketId,
    kind: (kind as TicketEventKind | undefined) ?? "ticket-updated",
    occurredAt: instantOf(body?.occurred_at),
    actorId: body?.actor_id ?? body?.current_user_id ?? null,
  };
}

/** A placeholder with quotes or line ends breaks the JSON around it; the id stands there all the same (D18). */
function ticketIdIn(text: string): string | undefined {
  return /"ticket_id"\s*:\s*"?(\d+)/.exec(text)?.[1] ?? /"id"\s*:\s*"?(\d+)/.exec(text)?.[1];
}

function instantOf(time: string | null | undefined): number | null {
  const instant = Date.parse(time ?? "");
  return Number.isNaN(instant) ? null : instant;
}

function missingId(field: string): RefusedError {
  return new RefusedError(`the delivery names no ticket: ${field} is missing`, [{ field, message: "is missing" }]);
}
