import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import type { TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";

/** Reads the ticket and writes on what was read, as a run does when nobody interferes. */
export async function updateAsRead(
  { read, write }: TicketSystem,
  id: string,
  what: Omit<TicketUpdate, "expectedVersion">,
): Promise<UpdateResult> {
  const { version } = await read.getTicket(id);
  return write.updateTicket(id, { ...what, expectedVersion: version });
}
