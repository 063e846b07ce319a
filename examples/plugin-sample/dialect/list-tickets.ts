import type { DeskTicket } from "@otai/sandbox/desk/desk-model";
import type { DialectContext } from "@otai/sandbox/dialects/dialect";
import type { Context } from "hono";
import { ticketJson } from "./plain-desk-json.ts";

// Replace: size of a page, and how late its lists are.
const pageSize = 500;
/** A change shows a second late, so that none can slip in behind a cursor that was given out already. */
const lagMs = 1_000;

type Position = readonly [updatedAt: number, id: number];
const positionOf = (ticket: DeskTicket): Position => [ticket.updatedAt, ticket.id];
const compare = (a: Position, b: Position) => a[0] - b[0] || a[1] - b[1];

/** `GET /tickets?order=oldest|newest&cursor=…`: by last change, 500 a page, deleted ones marked. */
export function listTickets({ desk, now }: DialectContext, c: Context): Response {
  const newest = c.req.query("order") !== "oldest";
  const [at, id] = (c.req.query("cursor") ?? "").split("-").map(Number);
  const from: Position | null = at === undefined || id === undefined ? null : [at, id];
  const ahead = (ticket: DeskTicket) =>
    from === null || (newest ? compare(positionOf(ticket), from) < 0 : compare(positionOf(ticket), from) > 0);
  const found = desk
    .ticketsByUpdate()
    .filter((ticket) => ticket.updatedAt <= now() - lagMs && ahead(ticket))
    .sort((a, b) => compare(positionOf(a), positionOf(b)) * (newest ? -1 : 1));
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const tickets = page.map((ticket) => ({ ...ticketJson(desk, ticket), deleted: ticket.deleted || ticket.spam }));
  const next = last === undefined ? (c.req.query("cursor") ?? "0-0") : positionOf(last).join("-");
  return c.json({ tickets, next, more: found.length > page.length });
}
