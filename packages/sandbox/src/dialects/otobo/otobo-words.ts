import type { Desk } from "../../desk/desk.ts";
import type { DeskChannel, DeskPriority, DeskStatus, DeskTicket, DeskUser } from "../../desk/desk-model.ts";
import type { ServerTime } from "./server-time.ts";

export interface NamedId {
  readonly id: number;
  readonly name: string;
}

export interface TicketState extends NamedId {
  readonly type: string;
  readonly status: DeskStatus;
}

/** The stock states. Waiting for somebody other than the customer is `pending auto close+` here. */
export const STATES: readonly TicketState[] = [
  { id: 1, name: "new", type: "new", status: "new" },
  { id: 2, name: "closed successful", type: "closed", status: "solved" },
  { id: 3, name: "closed unsuccessful", type: "closed", status: "closed" },
  { id: 4, name: "open", type: "open", status: "open" },
  { id: 5, name: "removed", type: "removed", status: "closed" },
  { id: 6, name: "pending reminder", type: "pending reminder", status: "pending" },
  { id: 7, name: "pending auto close+", type: "pending auto", status: "hold" },
  { id: 8, name: "pending auto close-", type: "pending auto", status: "hold" },
  { id: 9, name: "merged", type: "merged", status: "closed" },
];
const MERGED = STATES[8]!;

export const PRIORITIES: readonly (NamedId & { priority: DeskPriority })[] = [
  { id: 2, name: "2 low", priority: "low" },
  { id: 3, name: "3 normal", priority: "normal" },
  { id: 4, name: "4 high", priority: "high" },
  { id: 5, name: "5 very high", priority: "urgent" },
  { id: 1, name: "1 very low", priority: "low" },
];

/** Nobody of ours may move tickets there. */
const POSTMASTER: NamedId = { id: 1, name: "Postmaster" };
/** Where tickets are that no queue has yet. */
export const RAW: NamedId = { id: 2, name: "Raw" };
export const JUNK: NamedId = { id: 3, name: "Junk" };
const FIRST_QUEUE_ID = 5;

export const UNCLASSIFIED: NamedId = { id: 1, name: "Unclassified" };

/** Owner of what nobody owns. */
export const ROOT: NamedId = { id: 1, name: "root@localhost" };

export const CHANNELS: readonly (NamedId & { channel: DeskChannel })[] = [
  { id: 1, name: "Email", channel: "email" },
  { id: 2, name: "Phone", channel: "phone" },
  { id: 3, name: "Internal", channel: "api" },
  { id: 4, name: "Chat", channel: "chat" },
];

export const SENDER_TYPES: readonly NamedId[] = [
  { id: 1, name: "agent" },
  { id: 2, name: "system" },
  { id: 3, name: "customer" },
];

export function queues(desk: Desk): NamedId[] {
  const own = desk.layout.groups.map((group, index) => ({ id: FIRST_QUEUE_ID + index, name: group.name }));
  return [POSTMASTER, RAW, JUNK, ...own];
}

export function queueOf(desk: Desk, ticket: DeskTicket): NamedId {
  return ticket.spam ? JUNK : queueOfGroup(desk, ticket.groupId);
}

export function queueOfGroup(desk: Desk, groupId: number | null): NamedId {
  const index = desk.layout.groups.findIndex((group) => group.id === groupId);
  return index < 0 ? RAW : { id: FIRST_QUEUE_ID + index, name: desk.layout.groups[index]!.name };
}

export function groupIdOf(desk: Desk, queue: NamedId): number | null {
  return desk.layout.groups[queue.id - FIRST_QUEUE_ID]?.id ?? null;
}

export function mayMoveInto(queue: NamedId): boolean {
  return queue.id !== POSTMASTER.id;
}

export function stateOf(ticket: DeskTicket): TicketState {
  return ticket.mergedInto === null ? stateOfStatus(ticket.status) : MERGED;
}

export function stateOfStatus(status: DeskStatus): TicketState {
  return STATES.find((state) => state.status === status)!;
}

/** A ticket without a priority has the lowest that is in use, as everywhere on this desk. */
export function priorityOf(priority: DeskPriority | null): NamedId {
  return PRIORITIES.find((known) => known.priority === (priority ?? "low"))!;
}

export function types(desk: Desk): NamedId[] {
  return [UNCLASSIFIED, ...desk.layout.types.map((name, index) => ({ id: index + 2, name }))];
}

export function typeOf(desk: Desk, type: string | null): NamedId {
  return types(desk).find((known) => known.name === type) ?? UNCLASSIFIED;
}

/** Agents of the system by login; `root@localhost` is none of them. */
export function agentId(desk: Desk, userId: number | null): number {
  const index = desk.layout.agents.findIndex((agent) => agent.id === userId);
  return index < 0 ? ROOT.id : index + 2;
}

export function agentLogin(user: DeskUser | undefined): string {
  if (user === undefined) return ROOT.name;
  return user.role === "bot" ? "otai" : (user.email ?? "").split("@")[0]!;
}

export function agentWithLogin(desk: Desk, login: string): DeskUser | undefined {
  return desk.agents().find((agent) => agentLogin(agent) === login);
}

/** The customer's login, often an address; null where the desk knows none. */
export function customerLogin(user: DeskUser | undefined): string | null {
  return user?.email ?? null;
}

/** The customer's company. */
export function customerCompany(user: DeskUser | undefined): string | null {
  return user?.email?.split("@")[1]?.split(".")[0] ?? null;
}

/** Date of creation, system id, running number, a digit to check. */
export function ticketNumber(time: ServerTime, ticket: DeskTicket): string {
  const day = time.format(ticket.createdAt).slice(0, 10).replaceAll("-", "");
  return `${day}10${String(ticket.id).padStart(5, "0")}${(ticket.id * 7) % 10}`;
}

/** The ticket with this number. */
export function ticketWithNumber(desk: Desk, time: ServerTime, number: string): DeskTicket | undefined {
  const ticket = desk.ticket(Number(number.slice(10, -1)));
  return ticket !== undefined && ticketNumber(time, ticket) === number ? ticket : undefined;
}
