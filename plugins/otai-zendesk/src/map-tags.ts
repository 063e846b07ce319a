import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { RawTicket } from "./schema.ts";

export interface TagChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Asked to be removed, but the value of a field. */
  readonly kept: readonly string[];
}

/**
 * What has to change in the ticket's tags (D01, D02): compared regardless of case, as Zendesk writes them. Tags that are the
 * value of a drop-down or multi-select stay, for removing one would empty the field (ZD-11).
 */
export function planTags(ticket: RawTicket, update: Pick<TicketUpdate, "addTags" | "removeTags">): TagChanges {
  const present = new Set(ticket.tags.map(normal));
  const held = new Set(
    ticket.custom_fields.flatMap(({ value }) => (Array.isArray(value) ? value : [value])).map(normal),
  );
  const wanted = new Set((update.addTags ?? []).map(normal));
  const unwanted = new Set((update.removeTags ?? []).map(normal));
  const removable = [...unwanted].filter((tag) => present.has(tag) && !wanted.has(tag));
  return {
    add: [...wanted].filter((tag) => tag !== "" && !present.has(tag)),
    remove: removable.filter((tag) => !held.has(tag)),
    kept: removable.filter((tag) => held.has(tag)),
  };
}

/** Zendesk keeps tags in lower case; a blank would make two of one. */
function normal(tag: unknown): string {
  return String(tag ?? "")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, "_");
}
