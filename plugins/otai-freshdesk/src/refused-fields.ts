import type { RefusedField } from "@otai/plugin-api/ticket-update";
import type { TicketBody } from "./map-update.ts";

/** Freshdesk's keys and OTAI's names for them. */
const unified: Readonly<Record<string, string>> = {
  priority: "priority",
  status: "status",
  type: "type",
  ticket_type: "type",
  group_id: "queue",
  group: "queue",
  responder_id: "assignee",
  agent: "assignee",
  tags: "tags",
};

const keys: Readonly<Record<string, Exclude<keyof TicketBody, "custom_fields">>> = {
  priority: "priority",
  status: "status",
  type: "type",
  queue: "group_id",
  assignee: "responder_id",
  tags: "tags",
};

/** The error's field by its unified name; whatever is not of ours is a custom field, written with or without its parent. */
export function unifiedName(vendorField: string): string {
  const name = vendorField.replace(/^custom_fields?[.[]/, "").replace(/\]$/, "");
  return unified[name] ?? `custom_fields.${name}`;
}

/** The same body without what was refused; `dropped` is false when nothing of it was ours to drop. */
export function withoutFields(
  body: TicketBody,
  refused: readonly RefusedField[],
): { rest: TicketBody; dropped: boolean } {
  const rest: TicketBody = { ...body };
  let dropped = false;
  for (const { field } of refused) {
    const key = keys[field];
    const custom = field.replace(/^custom_fields\./, "");
    if (key !== undefined && rest[key] !== undefined) {
      delete rest[key];
      dropped = true;
    } else if (custom === "custom_fields" && rest.custom_fields !== undefined) {
      delete rest.custom_fields;
      dropped = true;
    } else if (rest.custom_fields?.[custom] !== undefined) {
      const { [custom]: _, ...others } = rest.custom_fields;
      if (Object.keys(others).length === 0) delete rest.custom_fields;
      else rest.custom_fields = others;
      dropped = true;
    }
  }
  return { rest, dropped };
}
