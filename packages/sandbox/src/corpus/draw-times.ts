import type { Draw } from "./draw.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Of 24 hours (UTC), how many mails come in each: people write in office hours and a little after supper. */
const HOURS = [1, 0.5, 0.3, 0.3, 0.5, 2, 5, 10, 14, 14, 12, 9, 10, 12, 12, 10, 8, 5, 5, 6, 5, 3, 2, 1].map(
  (weight, hour) => [hour, weight] as const,
);
const WEEKEND_SHARE = 0.25;

/** An instant from `from` to before `to`; more of them late than early, twice as many a day at the end. */
export function drawInstant(draw: Draw, from: number, to: number): number {
  for (;;) {
    // The density 2/3 + 2u/3 on [0, 1), by its inverse distribution function.
    const share = Math.sqrt(1 + 3 * draw.fraction()) - 1;
    const day = Math.floor((from + share * (to - from)) / DAY) * DAY;
    const weekday = new Date(day).getUTCDay();
    if ((weekday === 0 || weekday === 6) && !draw.chance(WEEKEND_SHARE)) continue;
    const at = day + draw.weighted(HOURS) * HOUR + draw.integer(0, HOUR - 1);
    if (at >= from && at < to) return at;
  }
}
