import { createDraw, type Draw } from "./draw.ts";
import { drawInstant } from "./draw-times.ts";
import type { SimulatedTicket, TicketKind } from "./simulated-ticket.ts";
import { begin, solve } from "./work-ticket.ts";
import { type Occasion, sendAgain, type WrittenTicket, writeAgain, writeTicket } from "./write-ticket.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SOLVED_SPAN = 425 * DAY;
const OPEN_SPAN = 9 * DAY;
/** Tickets of less than this age are not yet solved. */
const SHORTEST_WAY = 20 * MINUTE;
const MERGED_SHARE = 0.01;
const DUPLICATE_SHARE = 0.02;
const REPEATABLE: ReadonlySet<TicketKind> = new Set(["ordinary", "angry"]);

export interface HistoryOptions {
  seed: number;
  /** How many tickets are solved and how many open. */
  solved: number;
  open: number;
  /** The end of the past, milliseconds since epoch. */
  now: number;
}

/** The past of a helpdesk, oldest ticket first; the same options give the same tickets. */
export function generateHistory({ seed, solved, open, now }: HistoryOptions): SimulatedTicket[] {
  const draw = createDraw(seed, "times");
  const instants = (count: number, from: number, to: number, isOpen: boolean) =>
    Array.from({ length: count }, () => ({ at: drawInstant(draw, from, to), isOpen }));
  const occasions = [
    ...instants(solved, now - SOLVED_SPAN, now - SHORTEST_WAY, false),
    ...instants(open, now - OPEN_SPAN, now, true),
  ].sort((a, b) => a.at - b.at);

  const past: WrittenTicket[] = [];
  return occasions.map(({ at, isOpen }, index) => {
    const occasion: Occasion = { seed, era: "history", index, at };
    const work = createDraw(seed, "work", index);
    const last = past.at(-1);
    const again = last && REPEATABLE.has(last.ticket.kind) ? work.fraction() : 1;
    const merged = !isOpen && again < MERGED_SHARE;
    const written = merged
      ? writeAgain(occasion, last!.matter)
      : again < MERGED_SHARE + DUPLICATE_SHARE
        ? sendAgain(occasion, last!)
        : writeTicket(occasion);
    past.push(written);
    if (isOpen) return begin(work, written, now);
    return { ...solve(work, written, solvedBy(work, at, now)), mergedInto: merged ? index - 1 : null };
  });
}

/** Most are solved within a day, some take a week; all before `now`. */
function solvedBy(draw: Draw, createdAt: number, now: number): number {
  const wait = SHORTEST_WAY + draw.fraction() ** 4 * 7 * DAY;
  return createdAt + wait < now
    ? Math.floor(createdAt + wait)
    : createdAt + Math.floor((now - createdAt) * draw.fraction());
}
