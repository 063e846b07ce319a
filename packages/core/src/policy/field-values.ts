import type { Ticket } from "@otai/plugin-api/ticket";

/** The value of a write target as a comparable string; queues are compared by id, empty means `null`. */
export function fieldValue(ticket: Ticket, target: string): string | null {
  if (target === "queue") return ticket.queue?.id ?? null;
  if (target === "priority") return ticket.priority;
  if (target === "type") return ticket.type === "" ? null : ticket.type;
  if (target === "status") return ticket.status;
  if (target.startsWith("custom_fields.")) {
    const value = ticket.customFields[target.slice("custom_fields.".length)];
    if (value === undefined || value === null || value === "") return null;
    return Array.isArray(value) ? [...value].sort().join("\u0000") : String(value);
  }
  return null;
}

/** The same for people: a queue's name instead of its id. */
export function fieldLabel(ticket: Ticket, target: string): string | null {
  return target === "queue" ? (ticket.queue?.name ?? null) : fieldValue(ticket, target);
}
