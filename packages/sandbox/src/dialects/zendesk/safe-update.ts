import type { DeskTicket } from "../../desk/desk-model.ts";
import { recordInvalid, updateConflict } from "./api-error.ts";
import { shownStatus } from "./ticket-json.ts";

/**
 * The optimistic lock: `safe_update` with the `updated_at` that the caller read, in whole seconds as everything here.
 * In a ticket `safe_update` is a boolean, at the tags endpoints a string; both spellings are taken.
 * @throws ApiError 409 when the ticket was changed since, 422 when the stamp is missing or unreadable
 */
export function checkSafeUpdate(ticket: DeskTicket, input: Record<string, unknown>): void {
  if (input.safe_update !== true && input.safe_update !== "true") return;
  const stamp = typeof input.updated_stamp === "string" ? Date.parse(input.updated_stamp) : Number.NaN;
  if (Number.isNaN(stamp)) throw recordInvalid("updated_stamp", "Updated stamp: is not a time");
  if (Math.floor(ticket.updatedAt / 1000) > Math.floor(stamp / 1000)) throw updateConflict();
}

/** @throws ApiError 422 for a closed ticket, whatever is to be changed */
export function checkNotClosed(ticket: DeskTicket): void {
  if (shownStatus(ticket) === "closed") throw recordInvalid("status", "Status: closed prevents ticket update");
}
