import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { RawTicket } from "./schema.ts";

/** There are no tags but the values of one multi-select field. */
export function tagsOf(raw: RawTicket, tagsField: string): string[] {
  const value = raw.DynamicField.find(({ Name }) => Name === tagsField)?.Value;
  return [value].flat().flatMap((tag) => (tag === null || tag === undefined || tag === "" ? [] : [String(tag)]));
}

/** The whole list, for it replaces the old one: what is there stays (D01), compared regardless of case (D02). `null` when nothing changes. */
export function mergeTags(
  present: readonly string[],
  { addTags = [], removeTags = [] }: Pick<TicketUpdate, "addTags" | "removeTags">,
): string[] | null {
  const merged = new Map(present.map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of removeTags) merged.delete(tag.toLowerCase());
  for (const tag of addTags.map((one) => one.trim())) {
    const key = tag.toLowerCase();
    if (tag !== "" && !merged.has(key)) merged.set(key, present.find((one) => one.toLowerCase() === key) ?? tag);
  }
  const before = new Set(present.map((tag) => tag.toLowerCase()));
  const isSame = merged.size === before.size && [...merged.keys()].every((key) => before.has(key));
  return isSame ? null : [...merged.values()];
}
