import type { Instant } from "@otai/plugin-api/ticket";
import type { WrittenQueue } from "../ports/learning.ts";

interface Move {
  readonly ticketId: string;
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
}

/** Why a move says nothing about where such tickets belong. */
export type MoveReason = "bulk action" | "absence" | "load balancing";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Nobody reads and re-assigns so many tickets within a minute. */
const bulk = 10;
/** So many of a queue's tickets on one day, and this share of them, and it is the queue that moved, not the tickets. */
const mostOfDay = 10;
const takenOver = 0.8;
/** Who is away longer does not come back: then the work has a new home. */
const longestAbsenceDays = 3;
/** So many in each direction on one day, the smaller side at least half of the larger. */
const exchanged = 5;
const balance = 0.5;

/** Moves out of the queue that AI chose which are no corrections, by ticket. Conservative: what may be something else teaches nothing. */
export function unlearnedMoves(written: readonly WrittenQueue[]): Map<string, MoveReason> {
  const moves = written.flatMap(movesOf);
  const reasons = new Map<string, MoveReason>();
  const mark = (marked: readonly Move[], reason: MoveReason) => {
    for (const { ticketId } of marked) if (!reasons.has(ticketId)) reasons.set(ticketId, reason);
  };
  for (const pair of Map.groupBy(moves, ({ from, to }) => JSON.stringify([from, to])).values()) {
    const { from, to } = pair[0]!;
    mark(withinAMinute(pair), "bulk action");
    const days = Map.groupBy(pair, ({ at }) => dayOf(at));
    const chosen = written.filter(({ value }) => value === from);
    mark(
      absences(days, (day) => chosen.filter(({ writtenAt }) => dayOf(writtenAt) === day).length),
      "absence",
    );
    for (const [day, there] of days) {
      if (there.length < exchanged) continue;
      const back = moves.filter((move) => move.from === to && move.to === from && dayOf(move.at) === day);
      const [less, more] = [there.length, back.length].sort((a, b) => a - b) as [number, number];
      if (less >= exchanged && less >= balance * more) mark(there, "load balancing");
    }
  }
  return reasons;
}

function movesOf({ ticketId, value, outcome, outcomeValue, outcomeAt }: WrittenQueue): Move[] {
  if (outcome !== "changed" || outcomeValue === null || outcomeAt === null) return [];
  return [{ ticketId, from: value, to: outcomeValue, at: outcomeAt }];
}

/** Number of the day in UTC. */
function dayOf(at: Instant): number {
  return Math.floor(at / dayMs);
}

function withinAMinute(moves: readonly Move[]): Move[] {
  const sorted = moves.toSorted((a, b) => a.at - b.at);
  const found = new Set<Move>();
  for (let first = 0, last = 0; last < sorted.length; last += 1) {
    while (sorted[last]!.at - sorted[first]!.at > minuteMs) first += 1;
    if (last - first + 1 >= bulk) for (const move of sorted.slice(first, last + 1)) found.add(move);
  }
  return [...found];
}

/** Moves of up to three days on end on which nearly all of a queue's tickets went to the same other one. */
function absences(days: ReadonlyMap<number, readonly Move[]>, writtenOn: (day: number) => number): Move[] {
  const taken = [...days]
    .map(([day, moves]) => ({ day, moves }))
    .filter(({ day, moves }) => moves.length >= mostOfDay && moves.length >= takenOver * writtenOn(day))
    .sort((a, b) => a.day - b.day);
  const found: Move[] = [];
  for (let start = 0; start < taken.length; ) {
    let end = start + 1;
    while (end < taken.length && taken[end]!.day === taken[end - 1]!.day + 1) end += 1;
    if (end - start <= longestAbsenceDays) found.push(...taken.slice(start, end).flatMap(({ moves }) => moves));
    start = end;
  }
  return found;
}
