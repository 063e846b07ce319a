import { randomBytes } from "node:crypto";
import type { Clock, Ids, Random } from "@otai/core/ports/surroundings";

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = { next: () => Math.random() };

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

function base32(value: number, digits: number): string {
  let text = "";
  for (let rest = value, index = 0; index < digits; index += 1) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** `<prefix>-<time><counter><noise>`: sorts by time, also within one millisecond, and is unique between processes. */
export function createIds(clock: Clock): Ids {
  let last = 0;
  let counter = 0;
  return {
    next(prefix) {
      const now = Math.max(clock.now(), last);
      counter = now === last ? counter + 1 : 0;
      last = now;
      const noise = [...randomBytes(5)].map((byte) => alphabet[byte % 32]).join("");
      return `${prefix}-${base32(now, 10)}${base32(counter, 3)}${noise}`;
    },
  };
}
