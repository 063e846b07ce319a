import { arrivalAt } from "./corpus/create-arrivals.ts";
import { generateHistory } from "./corpus/generate-history.ts";
import { QUEUE_NAMES } from "./corpus/queues.ts";
import type { SimulatedWorld } from "./desk/simulated-world.ts";

/** The customers of Brambelwerk, an invented mail-order house. */
export const generatedWorld: SimulatedWorld = {
  queues: QUEUE_NAMES,
  history: (seed, solved, epoch) => generateHistory({ seed, solved, open: Math.ceil(solved / 10), now: epoch }),
  arrival: arrivalAt,
};
