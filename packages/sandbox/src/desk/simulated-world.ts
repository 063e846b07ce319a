import type { SimulatedTicket } from "../corpus/simulated-ticket.ts";

/** Where the sandbox's tickets come from. */
export interface SimulatedWorld {
  /** The account's queues; their order fixes the ids. */
  queues: readonly string[];
  /** The past up to `epoch`: so many solved tickets, and some open ones. The same arguments give the same tickets. */
  history: (seed: number, solved: number, epoch: number) => SimulatedTicket[];
  /** The endless stream of tickets to come: the same seed gives the same stream, `index` counts from 0. */
  arrivals: (seed: number) => (index: number) => SimulatedTicket;
}
