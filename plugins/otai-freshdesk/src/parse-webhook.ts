import { RefusedError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import type { Delivery, ParsedDelivery, TicketEventKind } from "@otai/plugin-api/webhook";
import { parseJson } from "@otai/plugin-kit/parse-json";

const kinds: ReadonlyMap<string, TicketEventKind> = new Map([
  ["ticket-created", "ticket-created"],
  ["customer-replied", "customer-replied"],
  ["ticket-resolved", "ticket-resolved"],
  ["draft-requested", "draft-requested"],
]);

/**
 * What a rule of Freshdesk sends is a hint: the ticket's id and nothing else is taken from it (FD-12). Bodies are flat, wrapped in
 * `freshdesk_webhook` or in `ticket_data` inside it, and broken wherever a placeholder brought a quote along. There is no delivery
 * id, and equal bodies may be two events.
 */
export function parseWebhook(delivery: Delivery): ParsedDelivery {
  const kind = kinds.get(delivery.route);
  if (kind === undefined) {
    throw new RefusedError(`Freshdesk has no route "${delivery.route}"; known are ${[...kinds.keys()].join(", ")}`);
  }
  const text = new TextDecoder().decode(delivery.body);
  const found = fromJson(text) ?? fromText(text);
  if (found === null) {
    throw new RefusedError('no ticket id was found; let the rule send {"ticket_id":"{{ticket.id}}"}', [
      { field: "ticket_id", message: "is missing" },
    ]);
  }
  return { deliveryId: null, hints: [{ ...found, kind, actorId: null }] };
}

interface Found {
  readonly ticketId: string;
  readonly occurredAt: Instant | null;
}

function fromJson(text: string): Found | null {
  const body = parseJson(text);
  const wrapper = child(body, "freshdesk_webhook");
  for (const place of [
    body,
    child(body, "ticket"),
    child(body, "ticket_data"),
    wrapper,
    child(wrapper, "ticket_data"),
    child(wrapper, "ticket"),
  ]) {
    const ticketId = idIn(child(place, "ticket_id")) ?? idIn(child(place, "id"));
    if (ticketId !== null) return { ticketId, occurredAt: instantIn(child(place, "updated_at")) };
  }
  return null;
}

/** Broken JSON, or a form: the first id counts, for the free text that broke it comes later. */
function fromText(text: string): Found | null {
  const plain = text.replace(/%5B/gi, "[").replace(/%5D/gi, "]");
  const named =
    /\bticket_id\b["'\]]*\s*[:=]\s*["']?(\d{1,19})\b/i.exec(plain) ?? /["']id["']\s*:\s*["']?(\d{1,19})\b/i.exec(plain);
  return named === null ? null : { ticketId: named[1]!, occurredAt: null };
}

function child(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function idIn(value: unknown): string | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  return /^\d{1,19}$/.test(text) ? text : null;
}

function instantIn(value: unknown): Instant | null {
  const instant = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
