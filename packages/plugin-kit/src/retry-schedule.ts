import { createHash } from "node:crypto";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waiting times after each failed attempt, about three days in all (R10); then the message is given up. */
const schedule = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  20 * hour,
] as const;

/** Milliseconds until the next attempt, after so many in vain; `null` after the last one. */
export function pauseAfter(messageId: string, attempts: number): number | null {
  const pause = schedule[attempts - 1];
  return pause === undefined ? null : Math.round(pause * jitter(messageId, attempts));
}

/** 0.8 … 1.2, by the message: spread like random, the same in every process. */
function jitter(messageId: string, attempts: number): number {
  return 0.8 + (0.4 * createHash("sha256").update(`${messageId}/${attempts}`).digest().readUInt16BE(0)) / 0xffff;
}
