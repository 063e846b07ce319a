import type { Instant } from "@otai/plugin-api/ticket";
import type { ChangePage } from "@otai/plugin-api/ticket-query";
import { advance, startAt } from "@otai/plugin-kit/change-window";
import type { Account } from "./account.ts";
import { changeListOf, readCursor, stampMs, writeCursor } from "./change-cursor.ts";
import { searchTickets } from "./search-tickets.ts";

export function cursorFrom(since: Instant): string {
  return writeCursor(startAt(since, { stampMs }));
}

/** One page of what changed since the cursor. A deleted ticket leaves the search silently: its end shows when it is read. */
export async function listChanges(account: Account, cursor: string): Promise<ChangePage> {
  const list = changeListOf(account.params);
  const position = readCursor(cursor, account.context.clock.now());
  const rows = await searchTickets(account, { since: position.since, order: "asc", page: position.page });
  const { fresh, next, caughtUp } = advance(position, rows, rows.length >= list.pageSize, list);
  const changes = fresh.map((row) => ({
    ticketId: row.id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deleted: false,
  }));
  return { changes, cursor: writeCursor(next), caughtUp };
}
