import type { Instant } from "@otai/plugin-api/ticket";
import type { RawTicket } from "./schema.ts";

/** From `start` (included) to `end` (not included); `null` is "as far as there is anything". */
export interface Span {
  readonly start: Instant;
  readonly end: Instant | null;
}

interface WalkBackOptions {
  readonly since: Instant;
  readonly now: Instant;
  read(span: Span): Promise<readonly RawTicket[]>;
}

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;

/**
 * Reads spans of time from now back to `since`, newest change first within each. Nothing in Zendesk lists tickets newest first
 * without an end. A busy account gets short spans (little is held in memory), a quiet one long ones: four reach back 13 years.
 */
export async function* walkBack({ since, now, read }: WalkBackOptions): AsyncGenerator<readonly RawTicket[]> {
  let length = dayMs;
  let end: Instant | null = null;
  while (end === null || end > since) {
    const start: Instant = Math.max(since, wholeSecond((end ?? now) - length));
    const found = await read({ start, end });
    yield newestFirst(found);
    length = Math.max(hourMs, length * growth(found.length));
    end = start;
  }
}

function growth(found: number): number {
  if (found < 500) return 16;
  if (found < 5_000) return 2;
  return found < 20_000 ? 1 : 0.25;
}

function newestFirst(tickets: readonly RawTicket[]): RawTicket[] {
  return [...tickets].sort((left, right) => Date.parse(right.updated_at) - Date.parse(left.updated_at));
}

function wholeSecond(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000;
}
