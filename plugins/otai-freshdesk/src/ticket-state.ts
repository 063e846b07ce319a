import { stateDigest } from "@otai/plugin-kit/state-digest";
import type { RawTicket } from "./schema.ts";

/**
 * A short digest of what people see and change on a ticket. Freshdesk's time stamps have the resolution of a second, and a ticket
 * may change twice in one: this tells the second change from the first. Times that move by themselves (`due_by`) are left out.
 */
export function ticketState(raw: RawTicket): string {
  const fields = Object.entries(raw.custom_fields ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return stateDigest([
    raw.subject,
    raw.status,
    raw.priority,
    raw.type,
    raw.group_id,
    raw.responder_id,
    raw.tags,
    fields,
  ]);
}
