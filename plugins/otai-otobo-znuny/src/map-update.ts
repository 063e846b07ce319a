import type { RefusedField, TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { Account, Seen } from "./account.ts";
import { mapStatus, same } from "./map-choices.ts";
import { mapFieldValue, sameValue, type WritableValue } from "./map-field-value.ts";
import type { ArticleBody } from "./map-note.ts";
import { mergeTags, tagsOf } from "./map-tags.ts";
import type { OtoboParams } from "./params.ts";
import type { RawTicket } from "./schema.ts";

/** One value of the write: its unified name, and how the server takes it. */
export interface WritePart {
  /** `queue`, `priority`, `status`, `type`, `assignee`, `tags` or `custom_fields.<name>`. */
  readonly field: string;
  readonly place: "Ticket" | "DynamicField";
  readonly key: string;
  readonly value: WritableValue;
}

export interface WritePlan {
  readonly parts: readonly WritePart[];
  /** What the server would refuse, or lose without a word; it is not sent. */
  readonly refused: readonly RefusedField[];
}

/**
 * What differs from the ticket as it is now. Nothing is ever null (D05). Queue and fields are checked here, for one wrong name
 * and the server refuses everything beside it.
 */
export function planWrite(
  update: TicketUpdate,
  raw: RawTicket,
  { known, params, time }: Pick<Account, "known" | "params" | "time">,
): WritePlan {
  const parts: WritePart[] = [];
  const refused: RefusedField[] = [];
  const refuse = (field: string, message: string) => void refused.push({ field, message });
  const set = (field: string, key: string, value: string, current: string | null) => {
    if (current === null || !same(current, value)) parts.push({ field, place: "Ticket", key, value });
  };
  const { queue, priority, status, type, assigneeId } = update;

  if (queue !== undefined) {
    const queues = [...known.queues];
    const name = queues.find((one) => one === queue.name) ?? queues.find((one) => same(one, queue.name));
    if (name === undefined)
      refuse("queue", `no queue "${queue.name}" is known; if there is one, name it in params.queues`);
    else set("queue", "Queue", name, raw.Queue);
  }
  if (priority !== undefined) set("priority", "Priority", params.priorities[priority], raw.Priority);
  const state = status === undefined || status === "other" ? undefined : params.states[status];
  if (status === "other") refuse("status", "there is no state for it");
  if (state !== undefined && needsTime(state, params) && params.pending_minutes === undefined) {
    // The server would have moved the ticket before it notices (OT-20).
    refuse("status", "a pending state needs a time; give params.pending_minutes");
  } else if (state !== undefined && mapStatus(raw.State, raw.StateType, params.states.closed) !== status) {
    set("status", "State", state, raw.State);
  }
  if (type !== undefined) set("type", "Type", type, raw.Type);
  if (assigneeId !== undefined) {
    if (/^\d+$/.test(assigneeId)) set("assignee", "OwnerID", assigneeId, raw.OwnerID);
    else set("assignee", "Owner", assigneeId, raw.Owner);
  }
  for (const [given, value] of Object.entries(update.customFields ?? {})) {
    const key = given.replace(/^custom_fields\./, "");
    const field = `custom_fields.${key}`;
    const name = findField(raw, known, key);
    if (name === undefined) refuse(field, `the installation has no dynamic field ${key}`);
    else {
      const mapped = mapFieldValue(value, name, params.fields[name], currentField(raw, name), time);
      if (typeof mapped === "object" && "refusal" in mapped) refuse(field, mapped.refusal);
      else if (!sameValue(mapped, currentField(raw, name))) {
        parts.push({ field, place: "DynamicField", key: name, value: mapped });
      }
    }
  }
  planTags(update, raw, known, params, parts, refuse);
  return { parts, refused };
}

function planTags(
  update: TicketUpdate,
  raw: RawTicket,
  seen: Seen,
  { tags_field }: OtoboParams,
  parts: WritePart[],
  refuse: (field: string, message: string) => void,
): void {
  const tags = mergeTags(tagsOf(raw, tags_field), update);
  if (tags === null) return;
  if (findField(raw, seen, tags_field) !== tags_field) {
    refuse(
      "tags",
      `the installation has no dynamic field ${tags_field} (multi-select), or params.tags_field names another one`,
    );
    return;
  }
  // A list is emptied with "", not with null.
  parts.push({ field: "tags", place: "DynamicField", key: tags_field, value: tags.length === 0 ? "" : tags });
}

/** The body of the one TicketUpdate. Never TicketNumber, which beats the id and changes another ticket (OT-15). */
export function updateBody(
  parts: readonly WritePart[],
  note: ArticleBody | undefined,
  params: OtoboParams,
): Record<string, unknown> {
  const ticket = Object.fromEntries(
    parts.filter(({ place }) => place === "Ticket").map(({ key, value }) => [key, value]),
  );
  const fields = parts
    .filter(({ place }) => place === "DynamicField")
    .map(({ key, value }) => ({ Name: key, Value: value }));
  const pending = parts.some(({ field, value }) => field === "status" && needsTime(String(value), params));
  return {
    ...(Object.keys(ticket).length > 0 && {
      Ticket: { ...ticket, ...(pending && { PendingTime: { Diff: params.pending_minutes } }) },
    }),
    ...(note && { Article: note }),
    ...(fields.length > 0 && { DynamicField: fields }),
  };
}

/** Those of the parts that the ticket does not show. */
export function findUnwritten(parts: readonly WritePart[], raw: RawTicket): WritePart[] {
  return parts.filter(({ place, key, value }) =>
    place === "Ticket"
      ? !same(String(raw[key as "Queue" | "Priority" | "State" | "Type" | "Owner" | "OwnerID"] ?? ""), String(value))
      : !sameValue(value, currentField(raw, key)),
  );
}

/** By its exact name, else regardless of case and of what is no letter: `ai_category` is AICategory. */
function findField(raw: RawTicket, seen: Seen, wanted: string): string | undefined {
  const names = [...raw.DynamicField.map(({ Name }) => Name), ...seen.fields.keys()];
  return names.find((name) => name === wanted) ?? names.find((name) => plain(name) === plain(wanted));
}

function needsTime(state: string, params: OtoboParams): boolean {
  return same(state, params.states.pending) || /^pending/i.test(state);
}

function currentField(raw: RawTicket, name: string): unknown {
  return raw.DynamicField.find(({ Name }) => Name === name)?.Value;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
