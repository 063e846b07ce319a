import type { SimulatedTicket } from "../corpus/simulated-ticket.ts";

/** Where the sandbox's tickets come from. */
export interface SimulatedWorld {
  /** The account's queues; their order fixes the ids. */
  queues: readonly string[];
  /** The past up to `epoch`; the same arguments give the same tickets. */
  history: (seed: number, tickets: number, epoch: number) => SimulatedTicket[];
  /** The stream of tickets to come; the same seed gives the same stream, `index` counts from 0. */
  arrivals: (seed: number) => (index: number) => SimulatedTicket;
}
