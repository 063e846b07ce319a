import { createDraw } from "./draw.ts";
import type { SimulatedTicket } from "./simulated-ticket.ts";
import { sendAgain, type WrittenTicket, writeTicket } from "./write-ticket.ts";

/** The endless stream of fresh tickets. */
export interface Arrivals {
  /** The next ticket, written at `at`, milliseconds since epoch. */
  next: (at: number) => SimulatedTicket;
}

const DUPLICATE_SHARE = 0.02;

/** Fresh tickets like those of the history of this seed, none of which repeats a history text. */
export function createArrivals({ seed }: { seed: number }): Arrivals {
  let index = 0;
  return { next: (at) => arrivalAt(seed, index++, at) };
}

/** The ticket at a place of the stream, which can so be taken up anywhere; `index` counts from 0. */
export function arrivalAt(seed: number, index: number, at: number): SimulatedTicket {
  const repeats = index > 0 && createDraw(seed, "repeat", index).chance(DUPLICATE_SHARE);
  const original = firstLetter(seed, repeats ? index - 1 : index, at);
  return repeats ? sendAgain({ seed, era: "arrivals", index, at }, original).ticket : original.ticket;
}

function firstLetter(seed: number, index: number, at: number): WrittenTicket {
  return writeTicket({ seed, era: "arrivals", index, at });
}
