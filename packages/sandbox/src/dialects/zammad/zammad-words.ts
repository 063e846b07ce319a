import type { Desk } from "../../desk/desk.ts";
import type { DeskChannel, DeskPriority, DeskStatus, DeskTicket } from "../../desk/desk-model.ts";

export interface NamedId {
  readonly id: number;
  readonly name: string;
}

export interface TicketState extends NamedId {
  readonly type: string;
  readonly typeId: number;
  /** What the desk calls a ticket that is put into this state. */
  readonly status: DeskStatus;
}

/** The default states. `pending close` stands for tickets that wait for somebody other than the customer. */
export const STATES: readonly TicketState[] = [
  { id: 1, name: "new", type: "new", typeId: 1, status: "new" },
  { id: 2, name: "open", type: "open", typeId: 2, status: "open" },
  { id: 3, name: "pending reminder", type: "pending reminder", typeId: 3, status: "pending" },
  { id: 4, name: "closed", type: "closed", typeId: 5, status: "solved" },
  { id: 5, name: "merged", type: "merged", typeId: 6, status: "closed" },
  { id: 6, name: "removed", type: "removed", typeId: 7, status: "closed" },
  { id: 7, name: "pending close", type: "pending action", typeId: 4, status: "hold" },
];
const CLOSED = STATES[3]!;
const MERGED = STATES[4]!;

/** Three by default: there is no word above high. The one for new tickets is the lowest, as everywhere on this desk. */
export const PRIORITIES: readonly (NamedId & { priority: DeskPriority })[] = [
  { id: 1, name: "1 low", priority: "low" },
  { id: 2, name: "2 normal", priority: "normal" },
  { id: 3, name: "3 high", priority: "high" },
];

/** Where tickets are that no queue has yet. */
const INTAKE_GROUP: NamedId = { id: 1, name: "Users" };

/** The user behind whatever nobody did; `owner_id` 1 is nobody. */
export const NOBODY: NamedId = { id: 1, name: "-" };

export const ARTICLE_TYPES: readonly NamedId[] = [
  "email",
  "sms",
  "chat",
  "fax",
  "phone",
  "twitter status",
  "twitter direct-message",
  "facebook feed post",
  "facebook feed comment",
  "note",
  "web",
].map((name, index) => ({ id: index + 1, name }));

export const SENDERS: readonly NamedId[] = ["Agent", "Customer", "System"].map((name, index) => ({
  id: index + 1,
  name,
}));

export const TYPE_OF_CHANNEL: Record<DeskChannel, string> = {
  email: "email",
  web: "web",
  chat: "chat",
  phone: "phone",
  social: "twitter status",
  api: "note",
};

export function stateOf(ticket: DeskTicket): TicketState {
  if (ticket.mergedInto !== null) return MERGED;
  // The stock macro "Close & Tag as Spam" is all that Zammad has for spam.
  if (ticket.spam || ticket.status === "closed") return CLOSED;
  return STATES.find((state) => state.status === ticket.status)!;
}

export function isPendingState(state: TicketState): boolean {
  return state.type.startsWith("pending");
}

export function priorityOf(ticket: DeskTicket): NamedId {
  if (ticket.priority === "urgent") return PRIORITIES[2]!;
  return PRIORITIES.find((known) => known.priority === ticket.priority) ?? PRIORITIES[0]!;
}

/** All groups; the desk's queues follow the one for the intake. */
export function groups(desk: Desk): NamedId[] {
  return [INTAKE_GROUP, ...desk.layout.groups.map((group, index) => ({ id: index + 2, name: group.name }))];
}

export function groupOf(desk: Desk, ticket: DeskTicket): NamedId {
  const index = desk.layout.groups.findIndex((group) => group.id === ticket.groupId);
  return index < 0 ? INTAKE_GROUP : { id: index + 2, name: desk.layout.groups[index]!.name };
}

/** The desk's id of a group; null for the intake. */
export function deskGroupId(desk: Desk, groupId: number): number | null {
  return desk.layout.groups[groupId - 2]?.id ?? null;
}

const FIRST_NUMBER = 67_000;

/** What customers see in subjects; a string, and not the id. */
export function numberOf(ticketId: number): string {
  return String(FIRST_NUMBER + ticketId);
}

export function tagsOf(ticket: DeskTicket): string[] {
  return ticket.spam ? [...new Set([...ticket.tags, "spam"])] : [...ticket.tags];
}
