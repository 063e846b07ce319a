import type {
  Channel,
  FieldValue,
  NamedRef,
  Priority,
  Requester,
  Status,
  Ticket,
  Tombstone,
} from "@otai/plugin-api/ticket";
import { htmlToText } from "@otai/text/html";
import type { Account } from "./account.ts";
import type { RawTicket } from "./schema.ts";
import { ticketState } from "./ticket-state.ts";

/** Freshdesk's numbers, https://developers.freshdesk.com/api/#tickets. */
export const priorityNumbers: Readonly<Record<Priority, number>> = { low: 1, normal: 2, high: 3, urgent: 4 };

/** Freshdesk has no status of its own for a ticket that nobody has looked at yet; 6 and above belong to the account. */
export const statusNumbers: Readonly<Partial<Record<Status, number>>> = { open: 2, pending: 3, solved: 4, closed: 5 };

const builtInStatusLabels: Readonly<Record<number, string>> = { 2: "Open", 3: "Pending", 4: "Resolved", 5: "Closed" };

const channels: Readonly<Record<number, Channel>> = {
  1: "email",
  2: "web",
  3: "phone",
  7: "chat",
  9: "web",
  10: "email",
  15: "chat",
};

/** Written by an agent who began the conversation. */
export const outboundEmail = 10;

/** The words that an account has for its numbers. */
export interface TicketWords {
  readonly portalUrl: string;
  queue(id: string): string;
  agent(id: string): string;
  status(value: number): string;
}

/** Looks up the names that these tickets need. A name that cannot be found out is its id. */
export async function wordsFor(account: Account, tickets: readonly RawTicket[]): Promise<TicketWords> {
  const lacksNone = (ids: readonly (string | null | undefined)[]) => (names: ReadonlyMap<string, string> | null) =>
    names === null || ids.every((id) => id == null || names.has(id));
  const [labels, groups, agents] = await Promise.all([
    statusLabels(account, tickets),
    account.groups.get(lacksNone(tickets.map((ticket) => ticket.group_id))),
    account.agents.get(lacksNone(tickets.map((ticket) => ticket.responder_id))),
  ]);
  return {
    portalUrl: account.portalUrl,
    queue: (id) => groups?.get(id) ?? id,
    agent: (id) => agents?.get(id) ?? id,
    status: (value) => labels.get(String(value)) ?? builtInStatusLabels[value] ?? `status ${value}`,
  };
}

async function statusLabels(account: Account, tickets: readonly RawTicket[]): Promise<ReadonlyMap<string, string>> {
  const labelsIn = (fields: Awaited<ReturnType<Account["ticketFields"]["get"]>>) =>
    new Map((fields?.find(({ name }) => name === "status")?.choices ?? []).map(({ value, label }) => [value, label]));
  const fields = await account.ticketFields.get((known) => {
    const labels = labelsIn(known);
    return known === null || tickets.every((ticket) => ticket.status <= 5 || labels.has(String(ticket.status)));
  });
  return labelsIn(fields);
}

/** @param archived read from the archive, where nothing can be changed any more */
export function mapTicket(raw: RawTicket, words: TicketWords, archived = false): Ticket {
  const solved = raw.status === statusNumbers.solved || raw.status === statusNumbers.closed;
  return {
    id: raw.id,
    subject: raw.subject ?? "",
    body: raw.description_text ?? htmlToText(raw.description ?? ""),
    queue: namedRef(raw.group_id, words.queue),
    priority: mapPriority(raw.priority),
    status: mapStatus(raw.status),
    statusLabel: words.status(raw.status),
    type: raw.type ?? null,
    tags: raw.tags ?? [],
    customFields: mapCustomFields(raw.custom_fields ?? {}),
    requester: mapRequester(raw),
    assignee: namedRef(raw.responder_id, words.agent),
    channel: channels[raw.source ?? 0] ?? "web",
    language: null,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    solvedAt: solved ? (raw.stats?.resolved_at ?? raw.stats?.closed_at ?? null) : null,
    version: versionOf(raw),
    url: `${words.portalUrl}/a/tickets/${raw.id}`,
    tombstone: tombstoneOf(raw, archived),
    mergedInto: null,
  };
}

/** Freshdesk has neither ETag nor revision: the time of the last change, and what the ticket looked like. */
export function versionOf(raw: RawTicket): string {
  return `${new Date(raw.updated_at).toISOString()} ${ticketState(raw)}`;
}

export function tombstoneOf(raw: RawTicket, archived: boolean): Tombstone {
  if (raw.deleted === true) return "deleted";
  if (raw.spam === true) return "spam";
  return archived ? "closed" : null;
}

function mapPriority(value: number | null | undefined): Priority | null {
  const found = Object.entries(priorityNumbers).find(([, number]) => number === value);
  return found === undefined ? null : (found[0] as Priority);
}

function mapStatus(value: number): Status {
  const found = Object.entries(statusNumbers).find(([, number]) => number === value);
  return found === undefined ? "other" : (found[0] as Status);
}

function mapRequester(raw: RawTicket): Requester | null {
  const id = raw.requester_id ?? raw.requester?.id;
  if (id == null) return null;
  const email = raw.requester?.email ?? null;
  return { id, name: raw.requester?.name ?? email ?? id, email };
}

function namedRef(id: string | null | undefined, nameOf: (id: string) => string): NamedRef | null {
  return id == null ? null : { id, name: nameOf(id) };
}

/** Values of a form that we do not know (an object) are left out rather than guessed. */
function mapCustomFields(fields: Readonly<Record<string, unknown>>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, FieldValue] => isFieldValue(entry[1])),
  );
}

function isFieldValue(value: unknown): value is FieldValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
