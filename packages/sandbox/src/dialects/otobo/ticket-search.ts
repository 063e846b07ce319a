import type { DeskTicket } from "../../desk/desk-model.ts";
import { dynamicFieldFilters } from "./dynamic-field-filters.ts";
import { authenticate, type Operation, type OtoboAccount } from "./otobo-account.ts";
import { agentLogin, priorityOf, queueOf, stateOf, ticketNumber } from "./otobo-words.ts";
import { type RequestData, textList } from "./request-data.ts";
import { type Holds, searchFilters } from "./search-filters.ts";

const USUAL_LIMIT = 500;

/** Ids as strings, `{}` for nothing found. There are no pages, and equal sort keys come in any order. */
export const ticketSearch: Operation = (account, call) => {
  authenticate(account, "TicketSearch", call);
  const ids = findTickets(account, call.data).map((ticket) => String(ticket.id));
  if (ids.length === 0) return {};
  return { TicketID: account.flavour.scalarHit && ids.length === 1 ? ids[0] : ids };
};

function findTickets(account: OtoboAccount, data: RequestData): DeskTicket[] {
  const limit = readLimit(data.Limit);
  const filters = [...searchFilters(account, data), ...dynamicFieldFilters(account.desk, data)];
  if (limit === undefined || filters.includes("nothing")) return [];
  const holds = filters.filter((filter): filter is Holds => filter !== "nothing");
  const found = account.desk.ticketsById().filter((ticket) => !ticket.deleted && holds.every((fits) => fits(ticket)));
  return sorted(account, found, data).slice(0, limit);
}

/** Absent and 0 are the usual limit; what is no positive integer makes the search fail without a word. */
function readLimit(value: unknown): number | undefined {
  const text = String(value ?? "");
  if (text === "" || text === "0") return USUAL_LIMIT;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function sorted(account: OtoboAccount, tickets: readonly DeskTicket[], data: RequestData): DeskTicket[] {
  const { desk, time, random } = account;
  const seconds = (at: number) => Math.floor(at / 1000);
  const keys: Record<string, (ticket: DeskTicket) => number | string> = {
    // Older tickets have the greater age, but sort as their time of creation.
    Age: (ticket) => seconds(ticket.createdAt),
    Created: (ticket) => seconds(ticket.createdAt),
    Changed: (ticket) => seconds(ticket.updatedAt),
    Priority: (ticket) => priorityOf(ticket.priority).id,
    Queue: (ticket) => queueOf(desk, ticket).name,
    State: (ticket) => stateOf(ticket).name,
    Title: (ticket) => ticket.subject,
    TicketNumber: (ticket) => ticketNumber(time, ticket),
    Owner: (ticket) => agentLogin(ticket.agentId === null ? undefined : desk.user(ticket.agentId)),
  };
  const wanted = textList(data.SortBy);
  const orders = textList(data.OrderBy);
  const names = wanted.length > 0 ? wanted : ["Age"];
  const columns = names.map((name, index) => ({ key: keys[name], sign: (orders[index] ?? "Down") === "Up" ? 1 : -1 }));
  if (columns.some(({ key }) => key === undefined)) return [];
  const rows = tickets.map((ticket) => ({ ticket, values: columns.map(({ key }) => key!(ticket)), tie: random() }));
  rows.sort((a, b) => {
    for (const [index, { sign }] of columns.entries()) {
      const [left, right] = [a.values[index]!, b.values[index]!];
      if (left !== right) return left < right ? -sign : sign;
    }
    return a.tie - b.tie;
  });
  return rows.map((row) => row.ticket);
}
