import type { Random } from "../../desk/random.ts";
import { isRecord } from "./request-data.ts";

/** The same value with the keys of every object in random order, as Perl's hashes have them. */
export function shuffleKeys(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffleKeys(each, random));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  for (let index = entries.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [entries[index], entries[other]] = [entries[other]!, entries[index]!];
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, shuffleKeys(each, random)]));
}
