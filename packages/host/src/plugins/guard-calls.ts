import { OtaiError, UnavailableError } from "@otai/plugin-api/errors";
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import { withTimeLimit } from "./time-limit.ts";

export interface GuardOptions {
  /** The name in the configuration, for messages. */
  readonly connection: string;
  /** A call, or one step of a listing, that has not ended by then is given up. */
  readonly callLimitMs?: number;
  /** So many connection faults in a row open the breaker … */
  readonly breakAfter?: number;
  /** … for so long; then one call tries again. */
  readonly reopenAfterMs?: number;
}

/** Runs calls into a plugin so that one that throws or hangs stops only its own connection. */
export interface CallGuard {
  /** @param writes an unanswered write may have happened all the same */
  call<Value>(name: string, writes: boolean, run: () => Promise<Value>): Promise<Value>;
  list<Item>(name: string, open: () => AsyncIterable<Item>): AsyncIterable<Item>;
  sync<Value>(name: string, run: () => Value): Value;
}

export function createCallGuard(options: GuardOptions): CallGuard {
  const { connection, callLimitMs = 60_000, breakAfter = 5, reopenAfterMs = 30_000 } = options;
  // Refused tickets, conflicts and used-up limits are answers: the connection works.
  const breaker = circuitBreaker(
    handleWhen((error) => !OtaiError.is(error) || (error.scope !== "ticket" && error.code !== "rate-limited")),
    { halfOpenAfter: reopenAfterMs, breaker: new ConsecutiveBreaker(breakAfter) },
  );

  const typed = (name: string, error: unknown): OtaiError => {
    if (OtaiError.is(error)) return error;
    if (error instanceof BrokenCircuitError) {
      const message = `${connection} failed ${breakAfter} times in a row and rests for ${reopenAfterMs / 1000} s`;
      return new UnavailableError(message, { retryAfterMs: reopenAfterMs });
    }
    const reason = error instanceof Error ? error.message : String(error);
    return new OtaiError(
      "plugin-bug",
      { scope: "bug", retry: "later", actor: "developer" },
      `the plugin of ${connection} failed in ${name}: ${reason}`,
      { cause: error },
    );
  };

  const call: CallGuard["call"] = async (name, writes, run) => {
    const limit = withTimeLimit(callLimitMs, () => {
      const message = `${connection} did not answer ${name} within ${callLimitMs / 1000} s`;
      return new UnavailableError(message, { outcomeUnknown: writes });
    });
    try {
      return await breaker.execute(() => limit(Promise.resolve().then(run)));
    } catch (error) {
      throw typed(name, error);
    }
  };

  const sync: CallGuard["sync"] = (name, run) => {
    try {
      return run();
    } catch (error) {
      throw typed(name, error);
    }
  };

  async function* list<Item>(name: string, open: () => AsyncIterable<Item>): AsyncGenerator<Item> {
    const iterator = sync(name, () => open()[Symbol.asyncIterator]());
    let ended = false;
    try {
      for (;;) {
        const step = await call(name, false, () => iterator.next());
        if (step.done) {
          ended = true;
          return;
        }
        yield step.value;
      }
    } catch (error) {
      ended = true;
      throw error;
    } finally {
      // The caller stopped early: let the adapter close what it opened, within the same limit.
      if (!ended) await call(name, false, async () => iterator.return?.());
    }
  }

  return { call, list, sync };
}
