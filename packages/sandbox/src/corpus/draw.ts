import { seededRandom } from "../desk/random.ts";

/** Seeded choices; the same key gives the same sequence of choices. */
export interface Draw {
  chance: (probability: number) => boolean;
  /** In [0, 1). */
  fraction: () => number;
  /** A whole number from `low` to `high`, both included. */
  integer: (low: number, high: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** One of the values, as often as its weight says. */
  weighted: <T>(entries: readonly (readonly [T, number])[]) => T;
}

/** A draw of its own for everything that has a key, so that a change in one ticket leaves the others as they are. */
export function createDraw(...key: readonly (string | number)[]): Draw {
  const random = seededRandom(fingerprint(key.join("/")));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error("cannot pick from an empty list");
    return items[Math.floor(random() * items.length)]!;
  };
  return {
    chance: (probability) => random() < probability,
    fraction: random,
    integer: (low, high) => low + Math.floor(random() * (high - low + 1)),
    pick,
    weighted(entries) {
      let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of entries) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new Error("cannot draw without weights");
    },
  };
}

/** FNV-1a with a final mix, 32 bit: neighbouring keys must not give neighbouring numbers. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
