import type { SimulatedWorld } from "../desk/simulated-world.ts";
import { arrivalAt } from "./create-arrivals.ts";
import { generateHistory } from "./generate-history.ts";
import { QUEUE_NAMES } from "./queues.ts";

/** For every ten solved tickets of the past there is an open one. */
const OPEN_SHARE = 0.1;

/** The invented mail-order house whose tickets the sandbox simulates; `now` gives arrivals their times. */
export function createGeneratedWorld(now: () => number): SimulatedWorld {
  return {
    queues: QUEUE_NAMES,
    history: (seed, tickets, epoch) =>
      generateHistory({ seed, solved: tickets, open: Math.round(tickets * OPEN_SHARE), now: epoch }),
    arrivals: (seed) => (index) => arrivalAt(seed, index, now()),
  };
}
