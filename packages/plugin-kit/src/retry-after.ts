import type { Instant } from "@otai/plugin-api/ticket";

/** When a limit answer does not say (or says something unreadable) how long to wait. */
export const defaultRetryAfterMs = 60_000;
/** The longest wait that is believed: an hour is the longest window of any limit that we know of. */
export const longestRetryAfterMs = 3_600_000;

/**
 * Milliseconds to wait as told by `Retry-After`: seconds or an HTTP date (RFC 9110, 10.2.3), at least a second, capped.
 * `null` when the header is missing or unreadable.
 */
export function readRetryAfter(value: string | undefined, now: Instant): number | null {
  const text = value?.trim() ?? "";
  const ms = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : /[a-z]{3}/i.test(text)
      ? Date.parse(text) - now
      : Number.NaN;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 1_000), longestRetryAfterMs);
}
