import { RefusedError } from "@otai/plugin-api/errors";
import type { RefusedField, TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import type { PlainDeskClient } from "./client.ts";
import { getTicket, ticketPath } from "./get-ticket.ts";
import { mapTicket } from "./map-ticket.ts";
import { ticketSchema } from "./schema.ts";

// Replace: the fields, how tags are merged, and how the write is bound to the version that was read.
/** All that we ever write. Plain Desk merges tags itself. */
interface TicketBody {
  priority?: string;
  status?: string;
  queue_id?: string;
  add_tags?: readonly string[];
  remove_tags?: readonly string[];
}

/**
 * One combined write, on the expected revision only. What Plain Desk refuses is dropped, and the rest is sent once more: a
 * refusal writes nothing.
 */
export async function updateTicket(client: PlainDeskClient, id: string, update: TicketUpdate): Promise<UpdateResult> {
  const { body, refused } = mapUpdate(update);
  try {
    return { ticket: await patch(client, id, body, update.expectedVersion), refused };
  } catch (error) {
    if (!(error instanceof RefusedError) || error.fields.length === 0) throw error;
    const rest: TicketBody = { ...body };
    for (const { field } of error.fields) delete rest[field as keyof TicketBody];
    const named = error.fields.map(({ field, message }) => ({ field: unifiedName(field), message }));
    return { ticket: await patch(client, id, rest, update.expectedVersion), refused: [...refused, ...named] };
  }
}

async function patch(client: PlainDeskClient, id: string, body: TicketBody, revision: string) {
  if (Object.keys(body).length === 0) return getTicket(client, id);
  const request = { method: "PATCH", path: ticketPath(id), body, headers: { "if-match": revision } } as const;
  // With the revision in it the same request cannot be carried out twice.
  return mapTicket(await client.call(ticketSchema, { ...request, repeatable: true }));
}

/** Absent parts are left out; what Plain Desk does not have is refused by name, never dropped in silence. */
function mapUpdate(update: TicketUpdate): { body: TicketBody; refused: RefusedField[] } {
  const { priority, status, queue, addTags, removeTags, customFields = {} } = update;
  const body: TicketBody = {
    ...(priority !== undefined && { priority }),
    ...(status !== undefined && { status }),
    ...(queue !== undefined && { queue_id: queue.id }),
    ...(addTags !== undefined && addTags.length > 0 && { add_tags: addTags }),
    ...(removeTags !== undefined && removeTags.length > 0 && { remove_tags: removeTags }),
  };
  const unknown = [
    ...(update.type === undefined ? [] : ["type"]),
    ...(update.assigneeId === undefined ? [] : ["assignee"]),
    ...(update.note === undefined ? [] : ["note"]),
    ...Object.keys(customFields).map((key) => `custom_fields.${key}`),
  ];
  return { body, refused: unknown.map((field) => ({ field, message: `Plain Desk cannot write ${field}` })) };
}

function unifiedName(vendorField: string): string {
  return vendorField === "queue_id" ? "queue" : vendorField.endsWith("_tags") ? "tags" : vendorField;
}
