import { changeCursor } from "@otai/plugin-kit/change-cursor";
import { type ChangeList, type ChangeWindow, changeWindow } from "@otai/plugin-kit/change-window";
import { stateDigest } from "@otai/plugin-kit/state-digest";
import type { ZammadParams } from "./params.ts";
import type { RawTicket } from "./schema.ts";

export const stampMs = 1;

/** Zammad's search for tickets by their last change. It is asked by whole seconds, for what came after one of them. */
export function changeListOf(
  params: Pick<ZammadParams, "overlap" | "page_size" | "search_window">,
): ChangeList<RawTicket> {
  return {
    markOf: (row) => [row.id, row.updated_at, stateDigest(Object.entries(row).sort(byKey))],
    stampMs,
    overlapMs: params.overlap * 1000,
    pageSize: params.page_size,
    lastPage: Math.floor(params.search_window / params.page_size),
    // A millisecond more, or the search would be asked for the same second again.
    pastSecond: (since) => Math.floor(since / 1000) * 1000 + 1001,
  };
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

export const { write: writeCursor, read: readCursor } = changeCursor<ChangeWindow>({
  ticketSystem: "Zammad",
  schema: changeWindow,
  positionOf: ({ since }) => since,
});
