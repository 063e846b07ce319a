import { changeCursor } from "@otai/plugin-kit/change-cursor";
import { type ChangeList, type ChangeWindow, changeWindow } from "@otai/plugin-kit/change-window";
import { pageSize } from "./read-pages.ts";
import type { RawTicket } from "./schema.ts";
import { ticketState } from "./ticket-state.ts";

const second = 1_000;

/** Freshdesk's list of tickets by their last change: whole seconds, pages of 100, no more than 300 of them (FD-7). */
export const changeList: ChangeList<RawTicket> = {
  markOf: (row) => [row.id, row.updated_at, stateOf(row)],
  stampMs: second,
  overlapMs: 60 * second,
  pageSize,
  lastPage: 300,
  pastSecond: (since) => since + second,
};

/** Answers of both sides show in the times of `stats` alone. */
function stateOf(row: RawTicket): string {
  const { requester_responded_at, agent_responded_at } = row.stats ?? {};
  return `${ticketState(row)}${requester_responded_at ?? ""}${agent_responded_at ?? ""}`;
}

export const { write: writeCursor, read: readCursor } = changeCursor<ChangeWindow>({
  ticketSystem: "Freshdesk",
  schema: changeWindow,
  positionOf: ({ since }) => since,
});
