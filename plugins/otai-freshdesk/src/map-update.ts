import type { RefusedField, TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { AccountField, Names } from "./account.ts";
import { findField } from "./find-field.ts";
import { findChoice } from "./map-choices.ts";
import { mapFieldValue, type WritableValue } from "./map-field-value.ts";
import { longestTag, mergeTags, sameTags } from "./map-tags.ts";
import { priorityNumbers, statusNumbers } from "./map-ticket.ts";
import type { RawTicket } from "./schema.ts";

/** Everything that we ever write to a ticket. Freshdesk refuses the whole update for one key that it does not know (FD-2). */
export interface TicketBody {
  priority?: number;
  status?: number;
  type?: string;
  group_id?: number;
  responder_id?: number;
  custom_fields?: Record<string, WritableValue>;
  tags?: string[];
}

export interface MappedUpdate {
  readonly body: TicketBody;
  /** What the account cannot take, found out before it is asked. */
  readonly refused: readonly RefusedField[];
}

/**
 * Translates an update for a ticket as it is now. Unchanged values are left out, nothing is ever null (D05), and what is not among
 * the account's choices is refused here, for Freshdesk would lose the rest with it (D06, FD-S2).
 * @param fields @param groups `null` when the account does not let us look: then Freshdesk itself has to judge
 */
export function mapUpdate(
  update: TicketUpdate,
  raw: RawTicket,
  fields: readonly AccountField[] | null,
  groups: Names,
): MappedUpdate {
  const body: TicketBody = {};
  const refused: RefusedField[] = [];
  const refuse = (field: string, message: string) => void refused.push({ field, message });

  if (update.priority !== undefined && priorityNumbers[update.priority] !== raw.priority) {
    body.priority = priorityNumbers[update.priority];
  }
  if (update.status !== undefined) {
    const number = statusNumbers[update.status];
    if (number === undefined) refuse("status", `Freshdesk has no status for "${update.status}"`);
    else if (number !== raw.status) body.status = number;
  }
  if (update.type !== undefined) {
    const choices = fields?.find(({ name }) => name === "ticket_type")?.choices ?? null;
    const type = choices === null ? update.type : findChoice(choices, update.type)?.value;
    if (type === undefined)
      refuse("type", `"${update.type}" is not one of the account's types; add it under Admin → Ticket Fields → Type`);
    else if (type !== raw.type) body.type = type;
  }
  if (update.queue !== undefined) {
    const { id, name } = update.queue;
    if (!/^\d+$/.test(id) || (groups !== null && !groups.has(id)))
      refuse("queue", `the account has no group "${name}" (${id})`);
    else if (id !== raw.group_id) body.group_id = Number(id);
  }
  if (update.assigneeId !== undefined) {
    if (!/^\d+$/.test(update.assigneeId)) refuse("assignee", `"${update.assigneeId}" cannot be the id of an agent`);
    else if (update.assigneeId !== raw.responder_id) body.responder_id = Number(update.assigneeId);
  }
  const custom = mapCustomFields(update.customFields ?? {}, raw, fields, refuse);
  if (custom !== null) body.custom_fields = custom;
  const tags = mapTags(update, raw.tags ?? [], refuse);
  if (tags !== null) body.tags = tags;
  if (update.note !== undefined) refuse("note", "Freshdesk takes notes in a call of their own");
  return { body, refused };
}

type Refuse = (field: string, message: string) => void;

/** `null` when the ticket has all of them already; else all, for dependent fields are only accepted together. */
function mapCustomFields(
  wanted: NonNullable<TicketUpdate["customFields"]>,
  raw: RawTicket,
  fields: readonly AccountField[] | null,
  refuse: Refuse,
): Record<string, WritableValue> | null {
  const written: Record<string, WritableValue> = {};
  for (const [key, value] of Object.entries(wanted)) {
    const field = fields === null ? { name: key, label: key, type: "", choices: null } : findField(fields, key);
    if (field === undefined) {
      refuse(`custom_fields.${key}`, `the account has no ticket field "${key}"; add it under Admin → Ticket Fields`);
      continue;
    }
    const mapped = mapFieldValue(field, value);
    if (mapped.ok) written[field.name] = mapped.value;
    else refuse(`custom_fields.${key}`, mapped.message);
  }
  const changed = Object.entries(written).some(
    ([key, value]) => JSON.stringify(raw.custom_fields?.[key]) !== JSON.stringify(value),
  );
  return changed ? written : null;
}

/** The whole list, for Freshdesk replaces it; `null` when it stays as it is. */
function mapTags(update: TicketUpdate, present: readonly string[], refuse: Refuse): string[] | null {
  const add = (update.addTags ?? []).filter((tag) => {
    const fits = tag.trim() !== "" && tag.length <= longestTag;
    if (!fits) refuse("tags", `the tag "${tag}" is empty or longer than ${longestTag} characters`);
    return fits;
  });
  const merged = mergeTags(present, add, update.removeTags ?? []);
  return sameTags(merged, present) ? null : merged;
}
