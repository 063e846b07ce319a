import { createHash, createHmac } from "node:crypto";
import type { Desk } from "../../desk/desk.ts";
import type { DeskEventKind } from "../../desk/desk-model.ts";
import type { WebhookAttempt, WebhookFormat } from "../dialect.ts";
import { articleJson } from "./article-json.ts";
import { isRecord } from "./call.ts";
import { expandedTicketJson } from "./ticket-json.ts";
import { userWithId } from "./user-json.ts";
import { groupOf, priorityOf } from "./zammad-words.ts";

const STEP_MS = 10_000;
const ATTEMPTS = 5;
const TOTAL_TIMEOUT_MS = 60_000;

const TRIGGERS: Record<DeskEventKind, string> = {
  "ticket-created": "OTAI ticket created",
  "customer-replied": "OTAI customer replied",
  "ticket-updated": "OTAI ticket updated",
  "ticket-resolved": "OTAI ticket closed",
};

/** Five attempts, waiting attempts × 10 s; whatever is no 2xx, a redirect too, is a failure. */
export function createWebhookFormat(desk: Desk): WebhookFormat {
  return {
    request(attempt) {
      const payload = defaultPayload(desk, attempt);
      const template = attempt.subscription.template;
      const body = template === undefined ? JSON.stringify(payload) : fillTemplate(template, payload);
      return { headers: headersOf(attempt, body), body };
    },
    retryDelays: Array.from({ length: ATTEMPTS - 1 }, (_, index) => (index + 1) * STEP_MS),
    retryOn: (status) => status === null || status < 200 || status >= 300,
    timeoutMs: TOTAL_TIMEOUT_MS,
  };
}

/** `state` is a word, but groups, priorities and people are objects; `article` is `{}` where the change had none. */
function defaultPayload(desk: Desk, { event }: WebhookAttempt): Record<string, unknown> {
  const ticket = desk.ticket(event.ticketId);
  if (ticket === undefined) throw new Error(`event of an unknown ticket ${event.ticketId}`);
  const row = expandedTicketJson(desk, ticket);
  const message = ticket.messages.find((candidate) => candidate.id === event.messageId);
  const article = message && articleJson(desk, ticket, message);
  const person = (id: unknown) => userWithId(desk, Number(id));
  return {
    ticket: sortedByKey({
      ...row,
      group: { ...groupOf(desk, ticket), active: true },
      priority: { id: priorityOf(ticket).id, name: priorityOf(ticket).name },
      owner: person(row.owner_id),
      customer: person(row.customer_id),
      organization: {},
      created_by: person(row.created_by_id),
      updated_by: person(row.updated_by_id),
    }),
    article: article
      ? sortedByKey({
          ...article,
          created_by: person(article.created_by_id),
          updated_by: person(article.updated_by_id),
        })
      : {},
  };
}

/** The delivery id is the job's, so that retries have the same; there is no signature without a token. */
function headersOf({ event, subscription, deliveryId }: WebhookAttempt, body: string): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Zammad User Agent",
    "x-zammad-trigger": TRIGGERS[event.kind],
    "x-zammad-delivery": uuidOf(deliveryId),
    ...(subscription.secret === null || body === ""
      ? {}
      : { "x-hub-signature": `sha1=${createHmac("sha1", subscription.secret).update(body).digest("hex")}` }),
  };
}

/** A custom payload: `#{ticket.id}` becomes the value, as it stands inside a JSON text. */
function fillTemplate(template: string, payload: Record<string, unknown>): string {
  return template.replace(/#\{([\w.]+)\}/g, (_, path: string) => {
    let value: unknown = payload;
    for (const key of path.split(".")) value = isRecord(value) ? value[key] : undefined;
    const text = isRecord(value) ? String(value.name ?? value.login ?? "") : String(value ?? "");
    return JSON.stringify(text).slice(1, -1);
  });
}

function sortedByKey(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function uuidOf(deliveryId: string): string {
  const hex = createHash("sha256").update(deliveryId).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
