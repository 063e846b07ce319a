import type { Note } from "@otai/plugin-api/message";
import type { FieldValue } from "@otai/plugin-api/ticket";
import type { RefusedField, TicketUpdate } from "@otai/plugin-api/ticket-update";
import { ticketStatuses, ticketTypes } from "./map-field.ts";
import { resolveField } from "./resolve-field.ts";
import type { RawTicket, RawTicketField } from "./schema.ts";

/** One field of the write: its unified name, and how Zendesk writes it. */
export interface WritePart {
  /** `queue`, `priority`, `status`, `type`, `assignee` or `custom_fields.<key as given>`. */
  readonly field: string;
  /** `priority`, `group_id`, …, or the number of a custom field. */
  readonly key: string | number;
  readonly value: Exclude<FieldValue, null>;
}

interface WritePlan {
  readonly parts: readonly WritePart[];
  /** What Zendesk would refuse or, worse, ignore; it is not sent. */
  readonly refused: readonly RefusedField[];
}

const unifiedNames: ReadonlyMap<string, string> = new Map<string, string>([
  ["group_id", "queue"],
  ["group", "queue"],
  ["assignee_id", "assignee"],
  ["assignee", "assignee"],
  ["ticket_type", "type"],
]);

/** Tags and note are not part of it. Absent parts are left out: no null is ever written. */
export function planWrite(update: TicketUpdate, fields: readonly RawTicketField[] | null): WritePlan {
  const parts: WritePart[] = [];
  const refused: RefusedField[] = [];
  const add = (field: string, key: string, value: string | number | undefined, refusal: string | null) => {
    if (value === undefined) return;
    if (refusal === null) parts.push({ field, key, value });
    else refused.push({ field, message: refusal });
  };
  add("priority", "priority", update.priority, null);
  add("queue", "group_id", numeric(update.queue?.id), notANumber("group", update.queue?.id));
  add("status", "status", update.status, notOneOf(ticketStatuses, update.status));
  add("type", "type", update.type?.toLowerCase(), notOneOf(ticketTypes, update.type?.toLowerCase()));
  add("assignee", "assignee_id", numeric(update.assigneeId), notANumber("agent", update.assigneeId));
  for (const [key, value] of Object.entries(update.customFields ?? {})) {
    const field = `custom_fields.${key.replace(/^custom_fields\./, "")}`;
    const resolved = resolveField(fields, key, value);
    if ("refusal" in resolved) refused.push({ field, message: resolved.refusal });
    else parts.push({ field, key: resolved.id, value: resolved.value });
  }
  return { parts, refused };
}

/**
 * The body of the one PUT. Never tags, which would replace the list and clear drop-downs; always the lock; a note is private
 * by an explicit word, since Zendesk's default is public (ZD-10).
 */
export function writeBody(parts: readonly WritePart[], note: Note | undefined, stamp: string): object {
  const custom = parts.flatMap(({ key, value }) => (typeof key === "number" ? [{ id: key, value }] : []));
  const plain = parts.filter(({ key }) => typeof key === "string").map(({ key, value }) => [key, value]);
  return {
    ticket: {
      ...Object.fromEntries(plain),
      ...(custom.length > 0 && { custom_fields: custom.sort((left, right) => left.id - right.id) }),
      ...(note && { comment: mapNote(note) }),
      safe_update: true,
      updated_stamp: stamp,
    },
  };
}

export function mapNote(note: Note): { readonly html_body: string; readonly public: false } {
  return { html_body: note.html, public: false };
}

/** The unified name of a field that Zendesk names in an error or warning. */
export function unifiedName(vendorName: string, parts: readonly WritePart[]): string {
  const id = /^(?:custom_fields\.)?(\d+)$/.exec(vendorName)?.[1];
  const part = parts.find(({ key }) => String(key) === (id ?? vendorName));
  return part?.field ?? unifiedNames.get(vendorName) ?? vendorName;
}

/** What the ticket does not show although it was written: ignored by Zendesk, or changed by a trigger in the same moment. */
export function findUnwritten(parts: readonly WritePart[], ticket: RawTicket): RefusedField[] {
  return parts
    .filter(({ key, value }) => !isSame(value, currentValue(ticket, key)))
    .map(({ field, key }) => ({
      field,
      message: `was not written: the ticket shows ${JSON.stringify(currentValue(ticket, key) ?? null)} (a trigger, or a field that is not in the ticket's form?)`,
    }));
}

function currentValue(ticket: RawTicket, key: string | number): unknown {
  return typeof key === "number"
    ? ticket.custom_fields.find((field) => field.id === String(key))?.value
    : ticket[key as "priority" | "status" | "type" | "group_id" | "assignee_id"];
}

function isSame(asked: unknown, found: unknown): boolean {
  if (Array.isArray(asked)) {
    return Array.isArray(found) && [...asked].sort().join("\n") === [...found].map(String).sort().join("\n");
  }
  if (found === null || found === undefined) return false;
  const [left, right] = [String(asked), String(found)];
  return left === right || (left !== "" && right !== "" && Number(left) === Number(right));
}

function numeric(id: string | undefined): number | string | undefined {
  return id !== undefined && /^\d+$/.test(id) ? Number(id) : id;
}

function notANumber(what: string, id: string | undefined): string | null {
  return id === undefined || /^\d+$/.test(id) ? null : `${id} is not the number of a ${what}`;
}

function notOneOf(words: readonly string[], word: string | undefined): string | null {
  return word === undefined || words.includes(word) ? null : `Zendesk knows ${words.join(", ")}, not ${word}`;
}
