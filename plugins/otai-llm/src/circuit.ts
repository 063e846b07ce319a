import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  IterableBackoff,
} from "cockatiel";
import { ServerFailure } from "./server-failure.ts";

export interface CircuitOptions {
  readonly clock: { now(): number };
  /** So many lasting failures in a row open the breaker … */
  readonly breakAfter?: number;
  /** … for so long, the first time, the second time and so on; then one call tries again. Milliseconds. */
  readonly reopenAfterMs?: readonly number[];
}

/** Keeps calls away from a server that cannot answer them, so that nobody waits in vain. */
export interface Circuit {
  /** @throws ServerFailure at once while the server rests. */
  run<Value>(call: () => Promise<Value>): Promise<Value>;
}

export function createCircuit({
  clock,
  breakAfter = 3,
  reopenAfterMs = [10_000, 30_000, 60_000, 300_000],
}: CircuitOptions): Circuit {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ServerFailure && error.lasting),
    { breaker: new ConsecutiveBreaker(breakAfter), halfOpenAfter: new IterableBackoff([...reopenAfterMs]) },
  );
  let restsUntil = 0;
  let last = "";

  return {
    async run(call) {
      const now = clock.now();
      if (now < restsUntil) {
        throw new ServerFailure(
          `the language model is left alone for ${Math.ceil((restsUntil - now) / 1000)} s: ${last}`,
        );
      }
      // Others would have to wait for the one that tries.
      if (breaker.state === CircuitState.HalfOpen)
        throw new ServerFailure(`the language model is being tried again: ${last}`);
      try {
        return await breaker.execute(call);
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw new ServerFailure(`the language model rests: ${last}`);
        if (error instanceof ServerFailure) {
          last = error.message;
          if (error.restMs !== null) restsUntil = clock.now() + error.restMs;
        }
        throw error;
      }
    },
  };
}
