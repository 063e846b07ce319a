import { OtaiError } from "@otai/plugin-api/errors";
import type { ClaimedLane, LaneOutcome } from "../ports/inbox.ts";
import type { Random } from "../ports/surroundings.ts";

const second = 1000;
const minute = 60 * second;
/** Waiting times after each failed attempt; the last one repeats. */
const schedule = [second, 5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, 60 * minute] as const;
/** A fault of the other side is given up after about a day. */
const attemptsOfOthers = schedule.length + 23;
/** Waiting for a limit, a breaker or a person is nobody's failure. */
const burnsNoAttempt = new Set(["rate-limited", "circuit-open", "paused"]);
/** A fault of ours is given up sooner: repeating a bug does not mend it. */
const attemptsOfOurs = 8;

/**
 * The one table that turns an error into snooze or dead letter. A transient failure snoozes the lane with its events;
 * a final one kills the events, not the lane.
 */
export function settleFailure(claim: ClaimedLane, error: unknown, random: Random): LaneOutcome {
  const message = describe(error);
  const attempts = Math.max(0, ...claim.events.map((event) => event.attempts));
  const snooze = (delayMs: number, burnsAttempt: boolean): LaneOutcome => ({
    done: [],
    dead: [],
    snooze: { delayMs: Math.round(delayMs), error: message, burnsAttempt },
  });
  const kill = (): LaneOutcome => ({
    done: [],
    dead: claim.events.map((event) => ({ eventId: event.id, error: message })),
    snooze: null,
  });
  const jittered = (ms: number) => ms * (0.8 + 0.4 * random.next());

  if (!OtaiError.is(error)) {
    return attempts + 1 >= attemptsOfOurs
      ? kill()
      : snooze(jittered(schedule[Math.min(attempts, schedule.length - 1)]!), true);
  }
  if (burnsNoAttempt.has(error.code)) {
    return snooze(jittered(Math.max(error.retryAfterMs ?? second, second)), false);
  }
  if (error.scope === "config") return snooze(jittered(5 * minute), false);
  if (error.retry === "never") return kill();
  const limit = error.scope === "bug" ? attemptsOfOurs : attemptsOfOthers;
  if (attempts + 1 >= limit) return kill();
  const wait = jittered(schedule[Math.min(attempts, schedule.length - 1)]!);
  return snooze(Math.max(wait, error.retryAfterMs ?? 0), true);
}

function describe(error: unknown): string {
  if (OtaiError.is(error)) return `${error.code}: ${error.message}`;
  return error instanceof Error
    ? `bug: ${error.name}: ${error.message}`
    : "bug: something that is not an error was thrown";
}
