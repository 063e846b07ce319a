import type { RefusedField } from "@otai/plugin-api/ticket-update";
import type { TicketBody } from "./map-update.ts";
import { unifiedName } from "./refused-fields.ts";
import type { RawTicket } from "./schema.ts";

/** Compares what Freshdesk has now with what it was asked for: a rule of the account may have had another mind. */
export function fieldsNotTaken(body: TicketBody, now: RawTicket): RefusedField[] {
  const { custom_fields, tags, group_id, responder_id, ...plain } = body;
  const asked = { ...plain, ...custom_fields, ...asStrings({ group_id, responder_id }) };
  const present: Readonly<Record<string, unknown>> = { ...now.custom_fields, ...now };
  const different = Object.entries(asked).filter(
    ([key, value]) => present[key] !== undefined && JSON.stringify(present[key]) !== JSON.stringify(value),
  );
  const has = new Set((now.tags ?? []).map((tag) => tag.toLowerCase()));
  const missing = (tags ?? []).filter((tag) => !has.has(tag.toLowerCase()));
  return [
    ...different.map(([key]) => ({
      field: unifiedName(key),
      message: "Freshdesk accepted the update, but the field has another value now",
    })),
    ...missing.map((tag) => ({
      field: "tags",
      message: `Freshdesk accepted the update, but the tag "${tag}" is not there`,
    })),
  ];
}

/** Ids are numbers in a request and strings once an answer was read. */
function asStrings(ids: Readonly<Record<string, number | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(ids).flatMap(([key, id]) => (id === undefined ? [] : [[key, String(id)]])));
}
