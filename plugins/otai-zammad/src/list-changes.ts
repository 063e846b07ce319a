import type { Instant } from "@otai/plugin-api/ticket";
import type { ChangePage } from "@otai/plugin-api/ticket-query";
import type { Account } from "./account.ts";
import { advance, type FeedSettings, readCursor, startAt, writeCursor } from "./change-cursor.ts";
import { searchTickets } from "./search-tickets.ts";

export function cursorFrom(since: Instant): string {
  return writeCursor(startAt(since));
}

/** One page of what changed since the cursor. A deleted ticket leaves the search silently: its end shows when it is read. */
export async function listChanges(account: Account, cursor: string): Promise<ChangePage> {
  const settings = feedSettings(account);
  const position = readCursor(cursor, account.context.clock.now());
  const rows = await searchTickets(account, { since: position.since, order: "asc", page: position.page });
  const { fresh, next, caughtUp } = advance(position, rows, rows.length >= settings.pageSize, settings);
  const changes = fresh.map((row) => ({
    ticketId: row.id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deleted: false,
  }));
  return { changes, cursor: writeCursor(next), caughtUp };
}

export function feedSettings({ params }: Account): FeedSettings {
  return {
    overlapMs: params.overlap * 1000,
    pageSize: params.page_size,
    lastPage: Math.floor(params.search_window / params.page_size),
  };
}
