import type { DeskChannel, DeskPriority, DeskStatus, DeskTicket } from "../../desk/desk-model.ts";

/** The vendor's numbers for the desk's words. ticket-systems.md, 2 Freshdesk, Ticket shape. */

/** Status 6 is a custom one of this account; clients learn its label from `/ticket_fields`. */
const STATUS: Record<DeskStatus, number> = { new: 2, open: 2, pending: 3, solved: 4, closed: 5, hold: 6 };
export const STATUS_LABELS: Record<number, [string, string]> = {
  2: ["Open", "Being Processed"],
  3: ["Pending", "Awaiting your Reply"],
  4: ["Resolved", "This ticket has been Resolved"],
  5: ["Closed", "This ticket has been Closed"],
  6: ["Waiting on Third Party", "Being Processed"],
};
const STATUS_OF: Record<number, DeskStatus> = { 2: "open", 3: "pending", 4: "solved", 5: "closed", 6: "hold" };

const PRIORITIES: readonly DeskPriority[] = ["low", "normal", "high", "urgent"];
export const PRIORITY_LABELS = ["Low", "Medium", "High", "Urgent"];

const SOURCE: Record<DeskChannel, number> = { email: 1, web: 2, api: 2, phone: 3, social: 5, chat: 7 };

export const statusNumber = (status: DeskStatus) => STATUS[status];

/** Open stays what it was when the desk already calls it new: the vendor knows no difference. */
export function statusFrom(number: number, current: DeskStatus): DeskStatus {
  return STATUS[current] === number ? current : STATUS_OF[number]!;
}

/** A ticket without priority is Low. */
export const priorityNumber = (priority: DeskPriority | null) => Math.max(0, PRIORITIES.indexOf(priority ?? "low")) + 1;
export const priorityFrom = (number: number): DeskPriority => PRIORITIES[number - 1]!;
export const sourceNumber = (channel: DeskChannel) => SOURCE[channel];

const ARCHIVE_AFTER_MS = 120 * 86_400_000;

/** Closed tickets untouched for 120 days leave every list and `/tickets/{id}`. */
export function isArchived(ticket: DeskTicket, at: number): boolean {
  return ticket.status === "closed" && at - ticket.updatedAt > ARCHIVE_AFTER_MS;
}
