import type { Desk } from "../../desk/desk.ts";
import type { DeskPriority, DeskStatus, DeskTicket, HistoryEntry } from "../../desk/desk-model.ts";
import { dynamicFields } from "./dynamic-fields.ts";
import { refusal } from "./operation-error.ts";
import { authenticate, knownTicket, type Operation, type OtoboAccount } from "./otobo-account.ts";
import {
  agentId,
  agentLogin,
  JUNK,
  type NamedId,
  priorityOf,
  queueOfGroup,
  RAW,
  stateOfStatus,
  ticketNumber,
  typeOf,
} from "./otobo-words.ts";
import { textList } from "./request-data.ts";

/** Ids of the stock history types; those of an installation may differ. */
const TYPE_IDS = {
  NewTicket: 1,
  FollowUp: 2,
  SendAnswer: 8,
  AddNote: 15,
  Move: 16,
  CustomerUpdate: 21,
  PriorityUpdate: 22,
  OwnerUpdate: 23,
  Misc: 25,
  StateUpdate: 27,
  TicketDynamicFieldUpdate: 28,
  Merged: 32,
  TypeUpdate: 38,
  TitleUpdate: 45,
} as const;
type HistoryType = keyof typeof TYPE_IDS;

interface Moment {
  groupId: number | null;
  spam: boolean;
  agentId: number | null;
  status: DeskStatus;
  priority: DeskPriority | null;
  type: string | null;
}

/** Who changed what, oldest first. Every entry has queue, owner, state, priority and type as they were after it. */
export const ticketHistoryGet: Operation = (account, call) => {
  const operation = "TicketHistoryGet";
  authenticate(account, operation, call);
  const ids = textList(call.data.TicketID).flatMap((part) => part.split(","));
  if (ids.length === 0) throw refusal(operation, "MissingParameter", "TicketID parameter is missing!");
  const tickets = ids.map((id) => knownTicket(account, operation, id));
  return {
    TicketHistory: tickets.map((ticket) => ({ TicketID: String(ticket.id), History: historyOf(account, ticket) })),
  };
};

function historyOf(account: OtoboAccount, ticket: DeskTicket) {
  const { desk, time } = account;
  const state: Moment = { ...ticket };
  // Backwards from now, since only what a ticket became is kept.
  const rows = ticket.history.toReversed().map((entry) => {
    const { type, name } = describe(account, ticket, entry);
    const row = {
      HistoryType: type,
      HistoryTypeID: TYPE_IDS[type],
      Name: name,
      CreateBy: agentId(desk, entry.actor.id),
      CreateTime: time.format(entry.at),
      QueueID: (state.spam ? JUNK : queueOfGroup(desk, state.groupId)).id,
      OwnerID: agentId(desk, state.agentId),
      StateID: stateOfStatus(state.status).id,
      PriorityID: priorityOf(state.priority).id,
      TypeID: typeOf(desk, state.type).id,
      ArticleID: articleOf(ticket, entry),
      TicketID: String(ticket.id),
    };
    if (entry.field in state) Object.assign(state, { [entry.field]: entry.from });
    return row;
  });
  return rows.reverse();
}

function articleOf(ticket: DeskTicket, entry: HistoryEntry): number {
  if (entry.field === "created") return ticket.messages[0]?.id ?? 0;
  return entry.field === "reply" || entry.field === "note" ? Number(entry.to) : 0;
}

function describe(
  { desk, time }: OtoboAccount,
  ticket: DeskTicket,
  { field, from, to, actor }: HistoryEntry,
): { type: HistoryType; name: string } {
  const entry = (type: HistoryType, ...parts: unknown[]) => ({
    type,
    name: parts.map((part) => `%%${String(part ?? "")}`).join(""),
  });
  const move = (target: NamedId, source: NamedId) => entry("Move", target.name, target.id, source.name, source.id);
  switch (field) {
    case "created":
      return entry("NewTicket", ticketNumber(time, ticket), RAW.name, priorityOf(null).name, "new", ticket.id);
    case "groupId":
      return move(queueOfGroup(desk, to as number | null), queueOfGroup(desk, from as number | null));
    case "spam":
      return to === true
        ? move(JUNK, queueOfGroup(desk, ticket.groupId))
        : move(queueOfGroup(desk, ticket.groupId), JUNK);
    case "status":
      return entry("StateUpdate", stateOfStatus(from as DeskStatus).name, stateOfStatus(to as DeskStatus).name);
    case "priority": {
      const [before, after] = [priorityOf(from as DeskPriority | null), priorityOf(to as DeskPriority | null)];
      return entry("PriorityUpdate", before.name, before.id, after.name, after.id);
    }
    case "agentId":
      return entry("OwnerUpdate", loginOf(desk, to), agentId(desk, to as number | null));
    case "type": {
      const [before, after] = [typeOf(desk, from as string | null), typeOf(desk, to as string | null)];
      return entry("TypeUpdate", after.name, after.id, "Old", before.name, "OldID", before.id);
    }
    case "subject":
      return entry("TitleUpdate", from, to);
    case "requesterId":
      return entry("CustomerUpdate", `CustomerUser=${desk.user(Number(to))?.email ?? ""};`);
    case "mergedInto":
      return entry("Merged", ticket.id, to);
    case "reply":
      return actor.role === "customer" ? entry("FollowUp", ticketNumber(time, ticket)) : entry("SendAnswer");
    case "note":
      return entry("AddNote");
    default:
      return fieldUpdate(desk, field, from, to) ?? entry("Misc", field);
  }
}

function fieldUpdate(desk: Desk, field: string, from: unknown, to: unknown) {
  const name = dynamicFields(desk).find(({ store }) =>
    store === "tags" ? field === "tags" : store !== "nowhere" && field === `custom_fields.${store.field}`,
  )?.name;
  const text = (value: unknown) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));
  if (name === undefined) return undefined;
  return {
    type: "TicketDynamicFieldUpdate" as const,
    name: `%%FieldName%%${name}%%Value%%${text(to)}%%OldValue%%${text(from)}`,
  };
}

function loginOf(desk: Desk, id: unknown): string {
  return agentLogin(typeof id === "number" ? desk.user(id) : undefined);
}
