import type { DeskTicket } from "../../desk/desk-model.ts";
import { matchesPattern } from "./match-pattern.ts";
import type { OtoboAccount } from "./otobo-account.ts";
import {
  agentId,
  agentLogin,
  customerCompany,
  customerLogin,
  type NamedId,
  PRIORITIES,
  priorityOf,
  queueOf,
  queues,
  STATES,
  stateOf,
  ticketNumber,
  typeOf,
  types,
} from "./otobo-words.ts";
import { type RequestData, textList } from "./request-data.ts";

export type Holds = (ticket: DeskTicket) => boolean;
/** `nothing` where a value makes the whole search find nothing, of which only the server's log tells. */
export type Filter = Holds | "nothing";
const MINUTE = 60_000;

/** The filters that the parameters ask for. Parameters of other names have no effect at all. */
export function searchFilters(account: OtoboAccount, data: RequestData): Filter[] {
  return [...nameFilters(account, data), ...textFilters(account, data), ...timeFilters(account, data)];
}

function nameFilters({ desk }: OtoboAccount, data: RequestData): Filter[] {
  const byName = (key: string, known: readonly NamedId[], of: (ticket: DeskTicket) => NamedId): Filter[] => {
    const names = textList(data[`${key}s`] ?? (key === "Priority" ? data.Priorities : undefined));
    const ids = textList(data[`${key}IDs`]);
    if (names.some((name) => !known.some((row) => row.name === name))) return ["nothing"];
    return [
      ...(names.length > 0 ? [(ticket: DeskTicket) => names.includes(of(ticket).name)] : []),
      ...(ids.length > 0 ? [(ticket: DeskTicket) => ids.includes(String(of(ticket).id))] : []),
    ];
  };
  const stateTypes = textList(data.StateType);
  const owners = textList(data.OwnerIDs);
  return [
    ...byName("Queue", queues(desk), (ticket) => queueOf(desk, ticket)),
    ...byName("State", STATES, stateOf),
    ...byName("Priority", PRIORITIES, (ticket) => priorityOf(ticket.priority)),
    ...byName("Type", types(desk), (ticket) => typeOf(desk, ticket.type)),
    // The documented `Open` for all that are not closed is no type over REST.
    ...(stateTypes.length > 0 ? [(ticket: DeskTicket) => stateTypes.includes(stateOf(ticket).type)] : []),
    ...(owners.length > 0 ? [(ticket: DeskTicket) => owners.includes(String(agentId(desk, ticket.agentId)))] : []),
  ];
}

function textFilters({ desk, time }: OtoboAccount, data: RequestData): Filter[] {
  const pattern = (key: string, texts: (ticket: DeskTicket) => (string | null)[]): Filter[] => {
    const patterns = textList(data[key]);
    if (patterns.length === 0) return [];
    return [(ticket) => texts(ticket).some((text) => patterns.some((wanted) => matchesPattern(wanted, text ?? "")))];
  };
  const fulltext = textList(data.Fulltext).flatMap((text) =>
    text
      .toLowerCase()
      .split(/[\s*%]+/)
      .filter(Boolean),
  );
  return [
    ...pattern("Title", (ticket) => [ticket.subject]),
    ...pattern("TicketNumber", (ticket) => [ticketNumber(time, ticket)]),
    ...pattern("CustomerID", (ticket) => [customerCompany(desk.user(ticket.requesterId))]),
    ...pattern("CustomerUserLogin", (ticket) => [customerLogin(desk.user(ticket.requesterId))]),
    ...pattern("MIMEBase_Body", (ticket) => ticket.messages.map((message) => message.text)),
    ...pattern("MIMEBase_Subject", (ticket) => ticket.messages.map((message) => message.subject ?? ticket.subject)),
    ...pattern("MIMEBase_From", (ticket) =>
      ticket.messages.map((message) => desk.user(message.authorId)?.email ?? agentLogin(undefined)),
    ),
    ...(fulltext.length > 0
      ? [
          (ticket: DeskTicket) => {
            const all = [ticket.subject, ...ticket.messages.map((message) => message.text)].join("\n").toLowerCase();
            return fulltext.every((word) => all.includes(word));
          },
        ]
      : []),
  ];
}

function timeFilters({ now, time }: OtoboAccount, data: RequestData): Filter[] {
  const moments: Record<string, (ticket: DeskTicket) => number | null> = {
    TicketCreateTime: (ticket) => ticket.createdAt,
    TicketLastChangeTime: (ticket) => ticket.updatedAt,
    TicketChangeTime: (ticket) => ticket.updatedAt,
    TicketCloseTime: (ticket) => ticket.moments.solvedAt,
  };
  return Object.entries(moments).flatMap(([name, momentOf]): Filter[] => {
    // Stamps have whole seconds, so that both ends of a range belong to it.
    const second = (ticket: DeskTicket) => Math.floor((momentOf(ticket) ?? Number.NaN) / 1000) * 1000;
    const date = (side: "NewerDate" | "OlderDate", holds: (at: number, limit: number) => boolean): Filter[] => {
      const stamp = data[`${name}${side}`];
      if (stamp === undefined || stamp === "") return [];
      const limit = time.parse(stamp);
      if (limit === undefined) return ["nothing"];
      return [(ticket) => holds(second(ticket), limit)];
    };
    const minutes = (
      side: "NewerMinutes" | "OlderMinutes",
      holds: (at: number, limit: number) => boolean,
    ): Filter[] => {
      const value = Number(data[`${name}${side}`] ?? Number.NaN);
      return Number.isNaN(value) ? [] : [(ticket) => holds(second(ticket), now() - value * MINUTE)];
    };
    const notBefore = (at: number, limit: number) => at >= limit;
    const notAfter = (at: number, limit: number) => at <= limit;
    return [
      ...date("NewerDate", notBefore),
      ...date("OlderDate", notAfter),
      ...minutes("NewerMinutes", notBefore),
      ...minutes("OlderMinutes", notAfter),
    ];
  });
}
