import type { TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { ticketBody } from "./wire-desk.ts";

/** Ticket 12 before triage. */
export const triageTicket = ticketBody({
  id: 12,
  status: 2,
  priority: 1,
  type: "Question",
  group_id: 80000374752,
  tags: ["vip"],
});

/** The update whose request is the fixture `triage-put-golden`. */
export const triage: Partial<TicketUpdate> = {
  priority: "high",
  type: "Billing",
  queue: { id: "12", name: "Billing" },
  customFields: { cf_ai_category: "billing", cf_ai_urgency: "high", cf_ai_confidence: "0.93" },
  addTags: ["ai-category:billing", "ai-urgency:high"],
};

/** Reads the ticket and updates the state that was read. */
export async function updateNow(desk: WireDesk, id: string, change: Partial<TicketUpdate>): Promise<UpdateResult> {
  const { version } = await desk.read.getTicket(id);
  return desk.write.updateTicket(id, { expectedVersion: version, ...change });
}
