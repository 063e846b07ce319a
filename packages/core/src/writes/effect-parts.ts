import type { Ticket } from "@otai/plugin-api/ticket";
import { fieldValue } from "../policy/field-values.ts";
import type { EffectIntent } from "../ports/journal.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Write target → the value intended, comparable with `fieldValue`. Tags are looked at apart. */
export function intendedValues(intent: EffectIntent): Map<string, string> {
  const values = new Map<string, string>();
  if (intent.queue !== undefined) values.set("queue", intent.queue.id);
  if (intent.priority !== undefined) values.set("priority", intent.priority);
  if (intent.type !== undefined) values.set("type", intent.type);
  if (intent.status !== undefined) values.set("status", intent.status);
  for (const [key, value] of Object.entries(intent.customFields ?? {})) {
    values.set(`custom_fields.${key}`, Array.isArray(value) ? [...value].sort().join("\u0000") : String(value));
  }
  return values;
}

/** The same targets as they stand on the ticket, kept with the effect to tell later whether it happened. */
export function valuesBefore(intent: EffectIntent, ticket: Ticket): Record<string, unknown> {
  const before: Record<string, unknown> = { tags: [...ticket.tags] };
  for (const target of intendedValues(intent).keys()) before[target] = fieldValue(ticket, target);
  return before;
}

function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((present) => present.toLowerCase() === tag.toLowerCase());
}

/**
 * Did a write with unknown outcome happen? One combined write is all or nothing, so any part that was not there before and is
 * there now shows that it did.
 */
export function hasLanded(intent: EffectIntent, before: Readonly<Record<string, unknown>>, ticket: Ticket): boolean {
  for (const [target, value] of intendedValues(intent)) {
    if (before[target] !== value && fieldValue(ticket, target) === value) return true;
  }
  const tagsBefore = (before.tags ?? []) as string[];
  const onlyRemoves = Object.keys(intent).every((part) => part === "removeTags" || part === "answers");
  if (onlyRemoves) return !(intent.removeTags ?? []).some((tag) => hasTag(ticket.tags, tag));
  return (intent.addTags ?? []).some((tag) => !hasTag(tagsBefore, tag) && hasTag(ticket.tags, tag));
}

/** What of an intent may still be written: parts that stand as they stood before. What a human changed meanwhile is left out. */
export function remaining(
  intent: EffectIntent,
  before: Readonly<Record<string, unknown>>,
  ticket: Ticket,
): EffectIntent | null {
  const untouched = (target: string) => fieldValue(ticket, target) === (before[target] ?? null);
  const left: Mutable<EffectIntent> = {};
  if (intent.queue !== undefined && untouched("queue")) left.queue = intent.queue;
  if (intent.priority !== undefined && untouched("priority")) left.priority = intent.priority;
  if (intent.type !== undefined && untouched("type")) left.type = intent.type;
  if (intent.status !== undefined && untouched("status")) left.status = intent.status;
  const customFields = Object.entries(intent.customFields ?? {}).filter(([key]) => untouched(`custom_fields.${key}`));
  if (customFields.length > 0) left.customFields = Object.fromEntries(customFields);
  const addTags = (intent.addTags ?? []).filter((tag) => !hasTag(ticket.tags, tag));
  if (addTags.length > 0) left.addTags = addTags;
  const removeTags = (intent.removeTags ?? []).filter((tag) => hasTag(ticket.tags, tag));
  if (removeTags.length > 0) left.removeTags = removeTags;
  if (intent.note !== undefined) left.note = intent.note;
  if (Object.keys(left).length === 0) return null;
  return intent.answers === undefined ? left : { ...left, answers: intent.answers };
}
