import { RateLimitedError } from "@otai/plugin-api/errors";
import type { Log, PluginContext } from "@otai/plugin-api/plugin";
import type { RateBudget } from "@otai/plugin-api/rate-budget";
import type { Instant } from "@otai/plugin-api/ticket";

export interface SuiteContext extends PluginContext {
  readonly now: Instant;
  advance(ms: number): void;
  /** By rate class. */
  readonly blockedUntil: ReadonlyMap<string, Instant>;
  /** Every class that was reserved, in order. */
  readonly reserved: readonly string[];
  /** All that was logged, as one text. */
  logged(): string;
  /** As the host does when it ends. */
  stop(): void;
}

/** A host in small: a clock that only a test moves, a strict budget in memory, a log that is kept. */
export function createSuiteContext(start: Instant): SuiteContext {
  const stopping = new AbortController();
  const lines: string[] = [];
  const reserved: string[] = [];
  const blockedUntil = new Map<string, Instant>();
  let now = start;
  const budget: RateBudget = {
    async reserve(rateClass) {
      const rest = (blockedUntil.get(rateClass) ?? 0) - now;
      if (rest > 0) throw new RateLimitedError(`${rateClass} is blocked`, { retryAfterMs: rest });
      reserved.push(rateClass);
    },
    async record() {},
    async block(rateClass, until) {
      blockedUntil.set(rateClass, until);
    },
  };
  const keep = (facts: Record<string, unknown>, message: string) => {
    lines.push(`${message} ${JSON.stringify(facts)}`);
  };
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
  return {
    connection: "conformance",
    budget,
    clock: { now: () => now },
    log,
    signal: stopping.signal,
    get now() {
      return now;
    },
    advance: (ms) => {
      now += ms;
    },
    blockedUntil,
    reserved,
    logged: () => lines.join("\n"),
    stop: () => stopping.abort(),
  };
}
