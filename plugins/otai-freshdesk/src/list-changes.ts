import type { Instant } from "@otai/plugin-api/ticket";
import type { ChangePage } from "@otai/plugin-api/ticket-query";
import { type Advance, advance, type ChangeWindow, startAt } from "@otai/plugin-kit/change-window";
import { hasNextPage } from "@otai/plugin-kit/link-header";
import { z } from "zod";
import type { Account } from "./account.ts";
import { changeList, readCursor, writeCursor } from "./change-cursor.ts";
import { readAnswer } from "./read-answer.ts";
import { pageSize } from "./read-pages.ts";
import { type RawTicket, ticketSchema } from "./schema.ts";

export function cursorFrom(since: Instant): string {
  return writeCursor(startAt(since, changeList));
}

/**
 * One page of what changed since the cursor. Spam and deleted tickets leave Freshdesk's lists silently, so their end is only
 * noticed when the ticket is read.
 */
export async function listChanges(account: Account, cursor: string): Promise<ChangePage> {
  const position = readCursor(cursor, account.context.clock.now());
  const { fresh, next, caughtUp } = await readChangedTickets(account, position, "stats");
  const changes = fresh.map((row) => ({
    ticketId: row.id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deleted: false,
  }));
  return { changes, cursor: writeCursor(next), caughtUp };
}

/** Tickets from the cursor on, by last change, oldest first. Every embed costs two credits per call. */
export async function readChangedTickets(
  account: Account,
  cursor: ChangeWindow,
  include: string,
  filter: Readonly<Record<string, string | undefined>> = {},
): Promise<Advance<RawTicket>> {
  const query = { ...listQuery(cursor.since, "asc", cursor.page, include), ...filter };
  const answer = await account.client.request({ method: "GET", path: "/tickets", query, repeatable: true });
  const rows = readAnswer(z.array(ticketSchema), answer.body, "GET /tickets");
  return advance(cursor, rows, hasNextPage(answer.headers), changeList);
}

/** `updated_since` is always there: without it Freshdesk answers with the last 30 days only. */
export function listQuery(since: Instant, order: "asc" | "desc", page: number, include: string) {
  return {
    updated_since: new Date(since).toISOString().replace(/\.\d+Z$/, "Z"),
    order_by: "updated_at",
    order_type: order,
    per_page: pageSize,
    page,
    include,
  };
}
