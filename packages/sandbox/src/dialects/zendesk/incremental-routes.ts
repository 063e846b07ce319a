import type { Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { badRequest, forbidden } from "./api-error.ts";
import { callingAgent, callUrl, optionalSuffix } from "./call.ts";
import { unixSeconds } from "./instants.ts";
import { link } from "./paging.ts";
import { shownRole } from "./user-json.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

const MAX_PER_PAGE = 1000;
/** How often a page begins with the last ticket of the page before: clients must live with duplicates. */
const DUPLICATE_SHARE = 0.25;

/** A place in the export: everything up to this ticket of this second was given out. */
interface ExportPosition {
  second: number;
  id: number;
}

/**
 * `/incremental/tickets/cursor`: every ticket in the order of its last change, deleted ones included. The youngest
 * changes are left out until their second is over and the lag has passed, so that no change can slip in behind a cursor.
 */
export function addIncrementalRoutes(routes: Hono, account: ZendeskAccount): void {
  routes.on("GET", optionalSuffix("/incremental/tickets/cursor"), (c) => {
    if (shownRole(callingAgent(c, account)) !== "admin") throw forbidden();
    const visibleBefore = unixSeconds(account.now() - account.exportLagMs);
    const cursor = c.req.query("cursor");
    const from = cursor === undefined ? startOf(c.req.query("start_time"), visibleBefore) : decodeCursor(cursor);
    const perPage = pageSize(c.req.query("per_page"));

    const news = changedAfter(account, from, visibleBefore);
    const repeated = news.length > 0 && perPage > 1 && account.random() < DUPLICATE_SHARE ? last(account, from) : [];
    const fresh = news.slice(0, perPage - repeated.length);
    const end = fresh.at(-1);
    const after = end === undefined ? (cursor ?? null) : encodeCursor(positionOf(end));
    const url = callUrl(c, account);
    const at = (value: string) => link(url, { cursor: value, start_time: null });
    return c.json({
      tickets: [...repeated, ...fresh].map((ticket) => account.json.exported(ticket)),
      after_url: after === null ? null : at(after),
      before_url: cursor === undefined ? null : at(cursor),
      after_cursor: after,
      before_cursor: cursor ?? null,
      end_of_stream: fresh.length === news.length,
    });
  });
}

/** The desk's order of change is that of the seconds; only within one second the id decides here. */
function changedAfter(account: ZendeskAccount, from: ExportPosition, visibleBefore: number): DeskTicket[] {
  const byUpdate = account.desk.ticketsByUpdate();
  const start = byUpdate.findLastIndex((ticket) => positionOf(ticket).second < from.second) + 1;
  return byUpdate
    .slice(start)
    .filter((ticket) => {
      const { second, id } = positionOf(ticket);
      return second < visibleBefore && (second > from.second || id > from.id);
    })
    .sort((left, right) => {
      const [a, b] = [positionOf(left), positionOf(right)];
      return a.second - b.second || a.id - b.id;
    });
}

/** The ticket that a cursor ends with, unless it moved on since. */
function last(account: ZendeskAccount, from: ExportPosition): DeskTicket[] {
  const ticket = account.desk.ticket(from.id);
  return ticket !== undefined && positionOf(ticket).second === from.second ? [ticket] : [];
}

function positionOf(ticket: DeskTicket): ExportPosition {
  return { second: unixSeconds(ticket.updatedAt), id: ticket.id };
}

function startOf(raw: string | undefined, visibleBefore: number): ExportPosition {
  const second = Number(raw);
  if (raw === undefined || !Number.isInteger(second) || second < 0) {
    throw badRequest("InvalidStartTime", "start_time is not a time in seconds since 1970");
  }
  if (second > visibleBefore)
    throw badRequest("StartTimeTooRecent", "Too recent start_time. Use a start_time older than 1 minute");
  return { second, id: 0 };
}

function pageSize(raw: string | undefined): number {
  const size = raw === undefined ? MAX_PER_PAGE : Number(raw);
  if (!Number.isInteger(size) || size < 1) throw badRequest("InvalidPaginationParameter", "per_page is not a number");
  return Math.min(size, MAX_PER_PAGE);
}

/** Opaque to clients; base64 of `1695052663.0||28|`, with its `=`. */
function encodeCursor({ second, id }: ExportPosition): string {
  return Buffer.from(`${second}.0||${id}|`).toString("base64");
}

function decodeCursor(cursor: string): ExportPosition {
  const match = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, "base64").toString("utf8"));
  // A cursor that was re-encoded or lost its `=` on the way is not the one that was given out.
  if (match === null || encodeCursor({ second: Number(match[1]), id: Number(match[2]) }) !== cursor) {
    throw badRequest("InvalidCursor", "The cursor is not one of this export");
  }
  return { second: Number(match[1]), id: Number(match[2]) };
}
