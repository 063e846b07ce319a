import type { RateReading } from "@otai/plugin-api/rate-budget";
import type { Instant } from "@otai/plugin-api/ticket";
import type { HttpHeaders } from "./http-answer.ts";

export interface RateHeaderNames {
  readonly limit: string;
  readonly remaining: string;
  /** Seconds until the window ends. */
  readonly resetSeconds?: string;
}

/** Reads the usual triple of rate headers; `null` where the answer does not tell what remains. */
export function readRateHeaders(headers: HttpHeaders, names: RateHeaderNames, now: Instant): RateReading | null {
  const remaining = count(headers[names.remaining]);
  if (remaining === null) return null;
  const reset = names.resetSeconds === undefined ? null : count(headers[names.resetSeconds]);
  return { limit: count(headers[names.limit]), remaining, resetsAt: reset === null ? null : now + reset * 1000 };
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Math.floor(Number(text)) : null;
}
