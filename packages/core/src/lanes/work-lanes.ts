import { OtaiError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { type ClaimedLane, LostLaneError } from "../ports/inbox.ts";
import type { Store } from "../ports/store.ts";
import type { Clock, Random } from "../ports/surroundings.ts";
import { settleFailure } from "./settle-failure.ts";

export interface LaneWorkerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Unique for this process start. */
  readonly owner: string;
  /** Lanes drained side by side. */
  readonly concurrency: number;
  readonly leaseMs: number;
  /** Works off one claimed lane and finishes it in the store. */
  readonly run: (claim: ClaimedLane, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Even without a doorbell a worker looks this often, for lanes of other processes and for expired leases. */
const longestNapMs = 1000;

/** Drains lanes until the signal ends it; resolves when the last one in hand is finished. */
export async function workLanes(options: LaneWorkerOptions): Promise<void> {
  const bell = createBell();
  const unlisten = options.store.onDoorbell(bell.ring);
  options.signal.addEventListener("abort", bell.ring, { once: true });
  try {
    await Promise.all(
      Array.from({ length: options.concurrency }, (_, index) => drain(options, bell, `${options.owner}.${index}`)),
    );
  } finally {
    unlisten();
  }
}

async function drain(options: LaneWorkerOptions, bell: Bell, owner: string): Promise<void> {
  while (!options.signal.aborted) {
    const heard = bell.rings();
    const worked = await workNextLane(options, owner).catch((error: unknown) => {
      options.log.error({ err: error }, "the store did not answer; trying again");
      return false;
    });
    if (!worked) await bell.wait(longestNapMs, heard);
  }
}

/** Claims the longest-due lane and works it off. @returns false when none is due. */
export async function workNextLane(
  options: Pick<LaneWorkerOptions, "store" | "random" | "log" | "leaseMs" | "run">,
  owner: string,
): Promise<boolean> {
  const claim = await options.store.write((tx) => tx.inbox.claim(owner, options.leaseMs));
  if (claim === null) return false;
  await workLane(options, claim);
  return true;
}

async function workLane(
  options: Pick<LaneWorkerOptions, "store" | "random" | "log" | "leaseMs" | "run">,
  claim: ClaimedLane,
): Promise<void> {
  const { store, leaseMs, log } = options;
  const lost = new AbortController();
  const heartbeat = setInterval(() => {
    store
      .write((tx) => tx.inbox.renew(claim, leaseMs))
      .then((held) => {
        if (!held) lost.abort();
      })
      .catch(() => {});
  }, leaseMs / 3);
  try {
    assertNotDeadly(claim);
    await options.run(claim, lost.signal);
  } catch (error) {
    if (error instanceof LostLaneError) {
      log.warn({ lane: claim.key }, "another worker took the lane over");
      return;
    }
    const outcome = settleFailure(claim, error, options.random);
    const facts = { lane: claim.key, code: (error as { code?: string }).code, reason: (error as Error).message };
    if (outcome.dead.length > 0) log.error({ ...facts, err: error }, "events went to the dead letters");
    else log.warn({ ...facts, delayMs: outcome.snooze?.delayMs }, "the lane waits");
    await store
      .write((tx) => tx.inbox.finish(claim, outcome))
      .catch((failure) => {
        // The lease runs out by itself, so nothing is lost.
        log.error({ lane: claim.key, err: failure }, "the outcome could not be stored");
      });
  } finally {
    clearInterval(heartbeat);
  }
}

/** So many workers died over these events, or so many tries failed; a person should look. */
const mostAttempts = 30;

function assertNotDeadly(claim: ClaimedLane): void {
  const worst = claim.events.find((event) => event.attempts >= mostAttempts);
  if (worst === undefined) return;
  const kind = { scope: "ticket", retry: "never", actor: "developer" } as const;
  throw new OtaiError(
    "attempts-exhausted",
    kind,
    `given up after ${worst.attempts} attempts: ${worst.error ?? "no reason known"}`,
  );
}

interface Bell {
  ring(): void;
  /** How often it rang. */
  rings(): number;
  /** Returns at the next ring, or at once when it rang since `heard`: that ring may be for what the look at the lanes just missed. */
  wait(ms: number, heard: number): Promise<void>;
}

function createBell(): Bell {
  const waiting = new Set<() => void>();
  let rings = 0;
  return {
    ring() {
      rings += 1;
      for (const wake of [...waiting]) wake();
    },
    rings: () => rings,
    async wait(ms, heard) {
      if (rings !== heard) return;
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      });
    },
  };
}
