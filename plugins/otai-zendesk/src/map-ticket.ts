import {
  type Channel,
  type FieldValue,
  type NamedRef,
  type Priority,
  priorities,
  type Requester,
  type Status,
  type Ticket,
  type Tombstone,
} from "@otai/plugin-api/ticket";
import type { Person } from "./people.ts";
import type { RawTicket } from "./schema.ts";
import { versionOf } from "./ticket-version.ts";

/** Names that a ticket has by id only. */
interface TicketNames {
  readonly groups: readonly NamedRef[];
  readonly people: ReadonlyMap<string, Person>;
}

/** Zendesk's ticket in OTAI's words. Pure; unknown words become `other`, `web` or `null`. */
export function mapTicket(raw: RawTicket, names: TicketNames): Ticket {
  return {
    id: raw.id,
    subject: raw.subject,
    body: raw.description,
    queue: raw.group_id === null ? null : mapGroup(raw.group_id, names),
    priority: mapPriority(raw.priority),
    status: mapStatus(raw.status),
    statusLabel: raw.status,
    type: raw.type,
    tags: raw.tags,
    customFields: Object.fromEntries(raw.custom_fields.map((field) => [field.id, mapFieldValue(field.value)])),
    requester: mapRequester(raw.requester_id, names),
    assignee: mapAssignee(raw.assignee_id, names),
    channel: mapChannel(raw.via?.channel),
    language: null,
    createdAt: Date.parse(raw.created_at),
    updatedAt: Date.parse(raw.updated_at),
    solvedAt: null,
    version: versionOf(raw),
    url: raw.url?.replace(/\/api\/v2\/tickets\/(\d+)(\.json)?$/, "/agent/tickets/$1") ?? null,
    tombstone: mapTombstone(raw),
    mergedInto: null,
  };
}

/** There is no `medium`: Zendesk calls it `normal`, as we do. A ticket may have none. */
export function mapPriority(priority: string | null): Priority | null {
  return priorities.find((known) => known === priority?.toLowerCase()) ?? null;
}

const statusWords: ReadonlyMap<string, Status> = new Map<string, Status>([
  ["new", "new"],
  ["open", "open"],
  ["pending", "pending"],
  // Waiting too, for somebody other than the requester; `statusLabel` keeps the difference.
  ["hold", "pending"],
  ["solved", "solved"],
  ["closed", "closed"],
  ["deleted", "closed"],
]);

export function mapStatus(status: string): Status {
  return statusWords.get(status.toLowerCase()) ?? "other";
}

const channelWords: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  ["email", "email"],
  ["chat", "chat"],
  ["messaging", "chat"],
  ["native_messaging", "chat"],
  ["chat_transcript", "chat"],
  ["sms", "chat"],
  ["voice", "phone"],
  ["phone", "phone"],
  ["twitter", "social"],
  ["facebook", "social"],
  ["whatsapp", "social"],
  ["instagram_dm", "social"],
  ["any_channel", "social"],
]);

export function mapChannel(channel: string | number | null | undefined): Channel {
  return channelWords.get(String(channel)) ?? "web";
}

/** A merge closes the other ticket and leaves this tag; into which one stands in a comment's text only. */
const mergeTag = "closed_by_merge";

function mapTombstone(raw: RawTicket): Tombstone {
  if (raw.status === "deleted") return "deleted";
  if (raw.status !== "closed") return null;
  return raw.tags.includes(mergeTag) ? "merged" : "closed";
}

function mapGroup(id: string, names: TicketNames): NamedRef {
  return { id, name: names.groups.find((group) => group.id === id)?.name ?? id };
}

function mapRequester(id: string | null, names: TicketNames): Requester | null {
  if (id === null) return null;
  const person = names.people.get(id);
  return { id, name: person?.name ?? "", email: person?.email ?? null };
}

function mapAssignee(id: string | null, names: TicketNames): NamedRef | null {
  return id === null ? null : { id, name: names.people.get(id)?.name ?? "" };
}

function mapFieldValue(value: unknown): FieldValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.map(String) : null;
}
