import type { SimulatedTicket } from "../corpus/simulated-ticket.ts";

/** Where the sandbox's tickets come from. */
export interface SimulatedWorld {
  /** The account's queues; their order fixes the ids. */
  queues: readonly string[];
  /** The past up to `epoch`: so many solved tickets, and some open ones. The same arguments give the same tickets. */
  history: (seed: number, solved: number, epoch: number) => SimulatedTicket[];
  /** The ticket at a place of the endless stream of tickets to come, `index` from 0, written at `at`. */
  arrival: (seed: number, index: number, at: number) => SimulatedTicket;
}
