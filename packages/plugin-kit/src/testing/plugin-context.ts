import { RateLimitedError } from "@otai/plugin-api/errors";
import type { Log, PluginContext } from "@otai/plugin-api/plugin";
import type { RateBudget, RateReading } from "@otai/plugin-api/rate-budget";
import type { Instant } from "@otai/plugin-api/ticket";

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface TestContext extends PluginContext {
  /** What the clock shows; a test moves it by hand. */
  now: Instant;
  readonly lines: readonly LogLine[];
  readonly readings: ReadonlyMap<string, RateReading>;
  readonly blockedUntil: ReadonlyMap<string, Instant>;
  readonly reserved: readonly string[];
  /** As the host does when it ends. */
  stop(): void;
}

/** A context for tests of adapters: a clock that is set by hand, a budget in memory that stops at nothing left, a log that is kept. */
export function createTestContext(now: Instant = Date.UTC(2026, 10, 1, 9)): TestContext {
  const stopping = new AbortController();
  const lines: LogLine[] = [];
  const readings = new Map<string, RateReading>();
  const blockedUntil = new Map<string, Instant>();
  const reserved: string[] = [];
  const budget: RateBudget = {
    async reserve(rateClass) {
      const blocked = (blockedUntil.get(rateClass) ?? 0) - context.now;
      if (blocked > 0) throw new RateLimitedError(`${rateClass} is blocked`, { retryAfterMs: blocked });
      if (readings.get(rateClass)?.remaining === 0) {
        throw new RateLimitedError(`${rateClass} is used up`, { retryAfterMs: 60_000 });
      }
      reserved.push(rateClass);
    },
    async record(rateClass, reading) {
      readings.set(rateClass, reading);
    },
    async block(rateClass, until) {
      blockedUntil.set(rateClass, until);
    },
  };
  const context: TestContext = {
    connection: "test",
    now,
    budget,
    clock: { now: () => context.now },
    log: keepLines(lines),
    signal: stopping.signal,
    lines,
    readings,
    blockedUntil,
    reserved,
    stop: () => stopping.abort(),
  };
  return context;
}

function keepLines(lines: LogLine[]): Log {
  const at = (level: LogLine["level"]) => (facts: Record<string, unknown>, message: string) => {
    lines.push({ level, facts, message });
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
