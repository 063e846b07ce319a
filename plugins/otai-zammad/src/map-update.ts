import type { RefusedField, TicketUpdate } from "@otai/plugin-api/ticket-update";
import { findAttribute, isOwnKey } from "./attributes.ts";
import { mapFieldValue } from "./map-field-value.ts";
import { priorityFor } from "./map-priority.ts";
import { stateFor, stateOfId } from "./map-state.ts";
import type { TicketWords } from "./map-ticket.ts";
import type { RawTicket } from "./schema.ts";
import type { TicketBody } from "./ticket-body.ts";

export interface MappedUpdate {
  readonly body: TicketBody;
  /** What the installation cannot take, found out before it is asked. */
  readonly refused: readonly RefusedField[];
}

type Refuse = (field: string, message: string) => void;

/**
 * Translates an update for a ticket as it is now. Unchanged values are left out, nothing is ever null (D05), every attribute is
 * written by one key alone, and tags are no part of it.
 */
export function mapUpdate(update: TicketUpdate, raw: RawTicket, words: TicketWords): MappedUpdate {
  const body: TicketBody = {};
  const refused: RefusedField[] = [];
  const refuse: Refuse = (field, message) => void refused.push({ field, message });

  mapQueue(update, raw, words, body, refuse);
  mapPriority(update, raw, words, body, refuse);
  mapStatus(update, raw, words, body, refuse);
  mapCustomFields(update, raw, words, body, refuse);
  if (update.type !== undefined && update.type !== raw.type) body.type = update.type;
  if (update.assigneeId !== undefined && update.assigneeId !== raw.owner_id) {
    if (/^\d{1,15}$/.test(update.assigneeId)) body.owner_id = Number(update.assigneeId);
    else refuse("assignee", `"${update.assigneeId}" cannot be the id of an agent`);
  }
  if (update.note !== undefined) refuse("note", "notes go to Zammad in a call of their own");
  return { body, refused };
}

type Part = (update: TicketUpdate, raw: RawTicket, words: TicketWords, body: TicketBody, refuse: Refuse) => void;

/** By the installation's name of that id; the name that came along may be an old one. */
const mapQueue: Part = ({ queue }, raw, { groups }, body, refuse) => {
  if (queue === undefined || queue.id === raw.group_id) return;
  const group = groups.find(({ id }) => id === queue.id);
  if (group?.active === false) refuse("queue", `the group "${group.name}" is not active`);
  else if (group === undefined && groups.length > 0) refuse("queue", `there is no group "${queue.name}" (${queue.id})`);
  else body.group = group?.name ?? queue.name;
};

const mapPriority: Part = ({ priority }, raw, { priorities }, body, refuse) => {
  if (priority === undefined || priorities.find(({ id }) => id === raw.priority_id)?.priority === priority) return;
  const choice = priorityFor(priorities, priority);
  if (choice === undefined) {
    const how = `say which one it is: priorities: {"<name>": ${priority}}`;
    refuse("priority", `no priority of the installation is known to mean "${priority}"; ${how}`);
  } else if (choice.id !== raw.priority_id) body.priority = choice.name;
};

const mapStatus: Part = ({ status }, raw, { states }, body, refuse) => {
  if (status === undefined || stateOfId(states, raw.state_id)?.status === status) return;
  const state = stateFor(states, status);
  if (state === undefined) refuse("status", `no state of the installation is known to mean "${status}"`);
  else if (state.needsTime) refuse("status", `"${state.name}" needs a time until when, which an update does not have`);
  else if (state.id !== raw.state_id) body.state = state.name;
};

const mapCustomFields: Part = ({ customFields = {} }, raw, { attributes }, body, refuse) => {
  for (const [key, value] of Object.entries(customFields)) {
    const field = `custom_fields.${key}`;
    const attribute = isOwnKey("Ticket", key) ? undefined : findAttribute(attributes, "Ticket", key);
    // Every attribute of an installation is in every answer; what is not there would be dropped without a word.
    if (attribute === undefined || !Object.hasOwn(raw, attribute.name) || isOwnKey("Ticket", attribute.name)) {
      refuse(field, `tickets have no attribute "${key}" of their own; add it under Admin → System → Objects → Ticket`);
      continue;
    }
    const mapped = mapFieldValue(attribute, value);
    if (!mapped.ok) refuse(field, mapped.message);
    else if (!sameValue(raw[attribute.name], mapped.value)) body[attribute.name] = mapped.value;
  }
};

/** Multi-selects have no order. */
export function sameValue(left: unknown, right: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return plain(left) === plain(right);
}
