import type { Context, Hono } from "hono";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { jsonResponse, unprocessable } from "./api-error.ts";
import { isOn, type Params, pageOf, readParams } from "./call.ts";
import { readCondition } from "./condition.ts";
import { type AttributeValue, ticketAttribute } from "./ticket-attribute.ts";
import { expandedTicketJson, ticketJson } from "./ticket-json.ts";
import { ticketAssets } from "./ticket-routes.ts";
import type { ZammadAccount } from "./zammad-account.ts";
import { numberOf } from "./zammad-words.ts";

const USUAL_PAGE = 50;
const LARGEST_PAGE = 200;

/** `/tickets/search` of an installation without a search engine: `query` is a plain text match. */
export function addSearchRoutes(routes: Hono, account: ZammadAccount): void {
  const { desk } = account;
  routes.on(["GET", "POST"], "/tickets/search", async (c) => {
    const params = await readParams(c);
    const found = findTickets(account, c, params);
    const page = pageOf(found, params, LARGEST_PAGE, USUAL_PAGE);
    const plain = () => page.map((ticket) => ticketJson(desk, ticket));
    if (isOn(params.expand)) return jsonResponse(page.map((ticket) => expandedTicketJson(desk, ticket)));
    const ids = page.map((ticket) => ticket.id);
    if (account.version === "6.4") {
      return jsonResponse({ tickets: ids, tickets_count: ids.length, assets: ticketAssets(account, page) });
    }
    if (isOn(params.full)) {
      return jsonResponse({ record_ids: ids, assets: ticketAssets(account, page), total_count: found.length });
    }
    if (isOn(params.with_total_count)) return jsonResponse({ records: plain(), total_count: found.length });
    return jsonResponse(plain());
  });
}

function findTickets(account: ZammadAccount, c: Context, params: Params): DeskTicket[] {
  const { desk } = account;
  const holds = readCondition(params.condition, { desk, now: account.now(), callerId: account.caller(c).id });
  const text = String(params.query ?? "")
    .replaceAll("*", "")
    .trim()
    .toLowerCase();
  const found = desk
    .ticketsByUpdate()
    .filter((ticket) => !ticket.deleted && holds(ticket) && (text === "" || mentions(ticket, text)));
  return sorted(account, found, params);
}

function mentions(ticket: DeskTicket, text: string): boolean {
  const texts = [ticket.subject, numberOf(ticket.id), ...ticket.messages.map((message) => message.text)];
  return texts.some((candidate) => candidate.toLowerCase().includes(text));
}

/** `tickets` come by ascending time of change, the answer by descending unless asked otherwise. */
function sorted({ desk }: ZammadAccount, tickets: DeskTicket[], params: Params): DeskTicket[] {
  const by = String(params.sort_by ?? "updated_at");
  const ascending = String(params.order_by ?? "desc") === "asc";
  const read = ticketAttribute(desk, by);
  if (read === undefined) throw unprocessable(`Found invalid column '${by}' for sorting.`);
  const order = by === "updated_at" ? tickets : tickets.sort((a, b) => compare(read(a), read(b)));
  return ascending ? order : order.reverse();
}

function compare(left: AttributeValue, right: AttributeValue): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left ?? "").localeCompare(String(right ?? ""));
}
