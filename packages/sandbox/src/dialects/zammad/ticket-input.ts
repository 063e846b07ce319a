import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket, FieldValue, TicketFields } from "../../desk/desk-model.ts";
import { unprocessable } from "./api-error.ts";
import type { Params } from "./call.ts";
import { lookUp, lookUpUser } from "./look-up.ts";
import type { ZammadAccount } from "./zammad-account.ts";
import {
  deskGroupId,
  groupOf,
  groups,
  isPendingState,
  PRIORITIES,
  priorityOf,
  STATES,
  stateOf,
} from "./zammad-words.ts";

type Changes = { -readonly [K in keyof TicketFields]?: TicketFields[K] };

/**
 * What the attributes of a write ask the desk to set; unknown keys vanish without a word, and so does an owner who is
 * no agent. `before` is null for a ticket that is to be created.
 * @throws ApiError 422
 */
export function ticketChanges(
  account: ZammadAccount,
  params: Params,
  before: DeskTicket | null,
): Partial<TicketFields> {
  const { desk } = account;
  const changes: Changes = {};
  if (typeof params.title === "string" && params.title.trim() !== "") changes.subject = params.title;
  if ("type" in params) changes.type = params.type === null || params.type === "" ? null : String(params.type);
  const group = lookUp(groups(desk), params, "group");
  if (group && group.id !== (before && groupOf(desk, before).id)) changes.groupId = deskGroupId(desk, group.id);
  const priority = lookUp(PRIORITIES, params, "priority");
  if (priority && priority.id !== (before && priorityOf(before).id)) changes.priority = priority.priority;
  const owner = lookUpUser(desk, params, "owner");
  if (owner === "nobody") changes.agentId = null;
  else if (owner && desk.isAgent(owner.id)) changes.agentId = owner.id;
  const customer = before === null ? undefined : lookUpUser(desk, params, "customer");
  if (customer && customer !== "nobody") changes.requesterId = customer.id;
  Object.assign(changes, stateChanges(params, before));
  const customFields = customAttributes(desk, params);
  if (Object.keys(customFields).length > 0) changes.customFields = customFields;
  // Versions up to 5 ignore tags in a PUT, 7.1.1 replaces them all (ticket-systems.md, 4 Zammad, Update semantics).
  if (typeof params.tags === "string" && (before === null || account.version === "7"))
    changes.tags = tagList(params.tags);
  return changes;
}

function tagList(tags: string): string[] {
  const names = tags.split(",").map((tag) => tag.trim());
  return [...new Set(names.filter((tag) => tag !== ""))];
}

function stateChanges(params: Params, before: DeskTicket | null): Changes {
  const state = lookUp(STATES, params, "state");
  const until = pendingTime(params.pending_time);
  if (state === undefined) return until === null ? {} : { pendingUntil: until };
  const changed = state.id !== (before && stateOf(before).id);
  if (isPendingState(state) && until === null && (changed || before === null)) {
    throw unprocessable("Missing required value for field 'pending_time'!");
  }
  return {
    ...(changed && !before?.mergedInto ? { status: state.status } : {}),
    // Out of the spam folder: a ticket that somebody opens again is none.
    ...(changed && before?.spam ? { spam: false } : {}),
    ...(isPendingState(state) ? (until === null ? {} : { pendingUntil: until }) : { pendingUntil: null }),
  };
}

function pendingTime(value: unknown): number | null {
  if (value === undefined || value === null || value === "") return null;
  const at = Date.parse(String(value));
  if (Number.isNaN(at)) throw unprocessable("Invalid value for field 'pending_time'!");
  return at;
}

function customAttributes(desk: Desk, params: Params): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const { key, kind, choices } of desk.layout.ticketFields) {
    if (!(key in params)) continue;
    const value = params[key];
    const isEmpty = value === null || value === "";
    if (kind === "dropdown" && !isEmpty && !choices.includes(String(value))) {
      throw unprocessable(`Invalid value '${String(value)}' for field '${key}'!`);
    }
    values[key] = isEmpty ? null : String(value);
  }
  return values;
}
