import type { RateReading } from "@otai/plugin-api/rate-budget";
import type { Instant } from "@otai/plugin-api/ticket";
import type { HttpHeaders } from "@otai/plugin-kit/http-answer";
import { readRateHeaders } from "@otai/plugin-kit/rate-headers";

/**
 * What an answer says about the endpoint that was called: its own header `Zendesk-RateLimit-<name>` where it has one, else the
 * account's minute. Answers carry the account's figures in two sets of headers; only the newer one tells when the minute ends.
 */
export function readZendeskRate(headers: HttpHeaders, now: Instant): RateReading | null {
  const own = Object.entries(headers)
    .flatMap(([name, value]) => (name.startsWith("zendesk-ratelimit-") ? (readEndpointHeader(value, now) ?? []) : []))
    .sort((left, right) => left.remaining - right.remaining);
  const newer = { limit: "ratelimit-limit", remaining: "ratelimit-remaining", resetSeconds: "ratelimit-reset" };
  const older = { limit: "x-rate-limit", remaining: "x-rate-limit-remaining" };
  return own[0] ?? readRateHeaders(headers, newer, now) ?? readRateHeaders(headers, older, now);
}

export function isSpent(reading: RateReading): boolean {
  return reading.remaining <= 0;
}

/** `total=100; remaining=99; resets=41`, seconds. */
function readEndpointHeader(value: string, now: Instant): RateReading | null {
  const parts = Object.fromEntries([...value.matchAll(/(\w+)=(\d+)/g)].map(([, name, count]) => [name, Number(count)]));
  if (parts.remaining === undefined) return null;
  return {
    limit: parts.total ?? null,
    remaining: parts.remaining,
    resetsAt: parts.resets === undefined ? null : now + parts.resets * 1000,
  };
}
