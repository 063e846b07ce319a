import { wordsOf } from "@otai/intelligence/search/words";
import type { QueryRecord } from "../ports/knowledge-base.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** More of one sender, or of one text without a sender, is a machine. */
const MOST_PER_HOUR = 30;

/** One wording and everybody who asked it. */
export interface AskedText {
  readonly text: string;
  readonly misses: readonly QueryRecord[];
}

/** The ticket, else the person; `null` for somebody unknown, who counts anew each time. */
export function askerOf({ ticketId, connection, personId }: QueryRecord): string | null {
  if (ticketId !== null) return `ticket ${ticketId} at ${connection ?? ""}`;
  return personId === null ? null : `person ${personId}`;
}

/** Same wording together, in a fixed order; without what machines ask, by rate. */
export function groupByWording(misses: readonly QueryRecord[]): AskedText[] {
  const perHour = new Map<string, number>();
  const hourOf = (miss: QueryRecord) =>
    `${Math.floor(miss.at / HOUR)} ${askerOf(miss) ?? `text ${wordsOf(miss.query).join(" ")}`}`;
  for (const miss of misses) perHour.set(hourOf(miss), (perHour.get(hourOf(miss)) ?? 0) + 1);
  const groups = new Map<string, QueryRecord[]>();
  for (const miss of [...misses].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    if (perHour.get(hourOf(miss))! > MOST_PER_HOUR) continue;
    const text = withoutPlaceholders(miss.query);
    const key = wordsOf(text).join(" ");
    if (key === "") continue;
    const group = groups.get(key) ?? [];
    group.push(miss);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({ text: withoutPlaceholders(group[0]!.query), misses: group }));
}

/** What was replaced for privacy says nothing about the topic. */
function withoutPlaceholders(text: string): string {
  return text
    .replace(/⟦[A-Z]+_\d+⟧/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The misses of one topic that count: one per asker within 24 hours. In order of time. */
export function countOnce(misses: readonly QueryRecord[]): QueryRecord[] {
  const last = new Map<string, number>();
  return [...misses]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .filter((miss) => {
      const asker = askerOf(miss);
      if (asker === null) return true;
      const before = last.get(asker);
      if (before !== undefined && miss.at - before < DAY) return false;
      last.set(asker, miss.at);
      return true;
    });
}
