import type { Instant } from "@otai/plugin-api/ticket";
import type { Reception } from "./reception.ts";

/** How it stands with a receiver of messages, for all workers. */
export interface ReceiverHealth {
  /** Since then nothing was taken. */
  readonly failingSince: Instant | null;
  readonly restUntil: Instant;
  /** Why nothing is sent any more. */
  readonly disabled: string | null;
}

/** So long without one success, and the receiver is given up (R10). */
const patienceMs = 5 * 24 * 60 * 60_000;

/** How it stands with a receiver after it was sent something. */
export function judgeReceiver<Health extends ReceiverHealth>(
  before: Health,
  receptions: readonly Reception[],
  now: Instant,
): Health {
  if (before.disabled !== null) return before;
  const gone = receptions.find((reception) => reception.state === "gone");
  const works = receptions.some((reception) => reception.state === "taken");
  const failed = receptions.filter((reception) => reception.state === "failed");
  const failingSince = works ? null : (before.failingSince ?? now);
  const exhausted = failingSince !== null && now - failingSince >= patienceMs;
  const rests = failed.flatMap(({ restMs }) => (restMs === null ? [] : [now + restMs]));
  return {
    ...before,
    failingSince,
    restUntil: Math.max(before.restUntil, ...rests),
    disabled: gone?.reason ?? (exhausted ? `nothing was taken for five days; last: ${failed.at(-1)?.reason}` : null),
  };
}
