import { createHash } from "node:crypto";
import type { Channel, FieldValue, NamedRef, Requester, Status, Ticket } from "@otai/plugin-api/ticket";
import type { Account, Group } from "./account.ts";
import type { Attribute } from "./attributes.ts";
import { plainBody } from "./map-conversation.ts";
import { mapPriority, type TicketPriority } from "./map-priority.ts";
import { mapState, type StateMeaning, type TicketState } from "./map-state.ts";
import type { Person } from "./people.ts";
import type { RawArticle, RawTicket } from "./schema.ts";

/** The owner of tickets that nobody has. */
const nobody = "1";

/** What an installation's ids mean. */
export interface TicketWords {
  readonly portalUrl: string;
  readonly groups: readonly Group[];
  readonly states: readonly TicketState[];
  readonly priorities: readonly TicketPriority[];
  readonly attributes: readonly Attribute[];
}

/** Read again, now and then, while something is missing: somebody may have added it. */
export async function wordsFor(account: Account, tickets: readonly RawTicket[]): Promise<TicketWords> {
  const has =
    (ids: readonly (string | null | undefined)[]) =>
    ({ readable, entries }: { readable: boolean; entries: readonly { id: string }[] }) =>
      !readable || ids.every((id) => id == null || entries.some((entry) => entry.id === id));
  const [groups, states, priorities, attributes] = await Promise.all([
    account.groups.get(has(tickets.map((ticket) => ticket.group_id))),
    account.states.get(has(tickets.map((ticket) => ticket.state_id))),
    account.priorities.get(has(tickets.map((ticket) => ticket.priority_id))),
    account.attributes.get(),
  ]);
  return {
    portalUrl: account.portalUrl,
    groups: groups.entries,
    states: states.entries,
    priorities: priorities.entries,
    attributes: attributes.entries.filter(({ object }) => object === "Ticket"),
  };
}

/** What stands beside the ticket: its tags, its articles (oldest first), who wrote it. */
export interface TicketParts {
  readonly tags: readonly string[];
  readonly articles: readonly RawArticle[];
  readonly requester: Person | null;
}

export function mapTicket(raw: RawTicket, parts: TicketParts, words: TicketWords): Ticket {
  const { tags, articles, requester } = parts;
  const first = openingOf(articles);
  const state = stateOf(raw, words);
  return {
    id: raw.id,
    subject: raw.title ?? "",
    body: first === undefined ? "" : plainBody(first),
    queue: named(raw.group_id, raw.group ?? words.groups.find(({ id }) => id === raw.group_id)?.name),
    priority: priorityOf(raw, words)?.priority ?? null,
    status: state.status,
    statusLabel: state.name,
    type: raw.type ?? null,
    tags,
    customFields: customFieldsOf(raw, words),
    requester: requesterOf(raw, requester),
    assignee: raw.owner_id === nobody ? null : named(raw.owner_id, raw.owner),
    channel: channelOf(first),
    language: null,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    solvedAt:
      state.status === "closed" || state.status === "solved" ? (raw.last_close_at ?? raw.close_at ?? null) : null,
    version: versionOf(raw, tags, words),
    url: `${words.portalUrl}/#ticket/zoom/${raw.id}`,
    tombstone: state.tombstone,
    // A merged ticket does not name the one that it went into.
    mergedInto: null,
  };
}

/** Zammad has neither ETag nor revision: the time of the last change, and what the ticket looked like. */
export function versionOf(raw: RawTicket, tags: readonly string[], words: TicketWords): string {
  const fields = Object.entries(customFieldsOf(raw, words)).sort(([left], [right]) => (left < right ? -1 : 1));
  const { title, state_id, priority_id, group_id, owner_id, customer_id, type, article_count } = raw;
  const own = [title, state_id, priority_id, group_id, owner_id, customer_id, type, article_count];
  const state = [...own, [...tags].sort(), fields];
  const digest = createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 8);
  return `${new Date(raw.updated_at).toISOString()} ${digest}`;
}

/** The state by its id; an answer may name one that the list did not have. */
export function stateOf(raw: RawTicket, { states }: TicketWords): StateMeaning & { readonly name: string } {
  const known = states.find(({ id, name }) => (raw.state_id == null ? name === raw.state : id === raw.state_id));
  return known ?? mapState({ id: raw.state_id, name: raw.state ?? `state ${raw.state_id}` }, new Map<string, Status>());
}

function priorityOf(raw: RawTicket, { priorities }: TicketWords): TicketPriority | undefined {
  const known = priorities.find(({ id, name }) =>
    raw.priority_id == null ? name === raw.priority : id === raw.priority_id,
  );
  return (
    known ?? (raw.priority == null ? undefined : mapPriority({ id: raw.priority_id, name: raw.priority }, new Map()))
  );
}

/** Attributes lie beside Zammad's own keys; values of a form that we do not know are left out rather than guessed. */
function customFieldsOf(raw: RawTicket, { attributes }: TicketWords): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const { name } of attributes) {
    const value = raw[name];
    if (isFieldValue(value)) fields[name] = value;
  }
  return fields;
}

function isFieldValue(value: unknown): value is FieldValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** The customer's first message; where an agent began, the first that the customer can see. */
function openingOf(articles: readonly RawArticle[]): RawArticle | undefined {
  const visible = articles.filter(({ internal }) => internal !== true);
  return visible.find(({ sender }) => sender === "Customer") ?? visible[0];
}

function channelOf(first: RawArticle | undefined): Channel {
  const type = first?.type?.toLowerCase() ?? "";
  if (type === "email" || type === "phone" || type === "chat") return type;
  if (type === "fax" || type === "sms") return "phone";
  return /twitter|facebook|telegram|whatsapp/.test(type) ? "social" : "web";
}

function requesterOf(raw: RawTicket, person: Person | null): Requester | null {
  const id = raw.customer_id;
  if (id == null) return null;
  // With `expand` the customer is the login, which mostly is the address.
  const login = raw.customer ?? null;
  const email = person?.email ?? (login?.includes("@") ? login : null);
  return { id, name: person?.name ?? login ?? id, email };
}

function named(id: string | null | undefined, name: string | null | undefined): NamedRef | null {
  return id == null ? null : { id, name: name ?? id };
}
