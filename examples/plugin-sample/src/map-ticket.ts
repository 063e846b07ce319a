import { channels, priorities, statuses, type Ticket } from "@otai/plugin-api/ticket";
import type { RawTicket } from "./schema.ts";

/** Plain Desk's ticket in OTAI's words. Pure. What OTAI has no word for becomes the named fallback. */
export function mapTicket(raw: RawTicket): Ticket {
  return {
    id: raw.id,
    subject: raw.subject ?? "",
    body: raw.body ?? "",
    queue: raw.queue ?? null,
    // Replace: a table from your helpdesk's words to these, where they differ.
    priority: priorities.find((known) => known === raw.priority) ?? null,
    status: statuses.find((known) => known === raw.status) ?? "other",
    statusLabel: raw.status,
    type: null,
    tags: raw.tags ?? [],
    customFields: {},
    requester: raw.requester ? { ...raw.requester, email: raw.requester.email ?? null } : null,
    assignee: raw.agent ?? null,
    channel: channels.find((known) => known === raw.channel) ?? "web",
    language: null,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    solvedAt: null,
    version: String(raw.revision),
    url: null,
    tombstone: null,
    mergedInto: null,
  };
}
