import type { Instant } from "@otai/plugin-api/ticket";
import type { HttpHeaders } from "./http-answer.ts";
import { readRetryAfter } from "./retry-after.ts";

/** What a receiver made of one message. */
export type Reception =
  /** `warning`: some of several people were not reached. */
  | { readonly state: "taken"; readonly warning?: string }
  /** 410: it wants no more of them. */
  | { readonly state: "gone"; readonly reason: string }
  | {
      readonly state: "failed";
      readonly reason: string;
      /** How long it is left alone at least; `null` when it did not ask for it. */
      readonly restMs: number | null;
    };

/** Busy receivers and gateways say so with these; calling on would make it worse. */
const slowDown: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const shortestRestMs = 60_000;

/** What an answer to a message means (R10). `receiver` is how people know it, without anything secret. */
export function receptionOf(
  { status, headers }: { readonly status: number; readonly headers: HttpHeaders },
  receiver: string,
  now: Instant,
): Reception {
  if (status >= 200 && status < 300) return { state: "taken" };
  const redirect = status >= 300 && status < 400 ? ", and redirects are not followed" : "";
  const reason = `${receiver} answered ${status}${redirect}`;
  if (status === 410) return { state: "gone", reason };
  const asked = readRetryAfter(headers["retry-after"], now);
  return { state: "failed", reason, restMs: slowDown.has(status) ? Math.max(asked ?? 0, shortestRestMs) : asked };
}
