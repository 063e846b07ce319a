import { describe, expect, it } from "vitest";
import type { WrittenQueue } from "../ports/learning.ts";
import { unlearnedMoves } from "./unlearned-moves.ts";

const hour = 3_600_000;
const day = 24 * hour;

function moved(ticketId: string, from: string, to: string, at: number): WrittenQueue {
  return { ticketId, value: from, writtenAt: at, outcome: "changed", outcomeValue: to, outcomeAt: at };
}

function kept(ticketId: string, queue: string, at: number): WrittenQueue {
  return { ticketId, value: queue, writtenAt: at, outcome: "kept", outcomeValue: queue, outcomeAt: at };
}

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const reasonsOf = (written: readonly WrittenQueue[]) => new Set(unlearnedMoves(written).values());

describe("U12: which re-assignments are labels", () => {
  it("single ones are, also many of them over the weeks", () => {
    const moves = times(60, (at) => moved(`m${at}`, "Billing", "Returns", at * 5 * hour));
    const others = times(200, (at) => kept(`k${at}`, "Billing", at * hour));
    expect(unlearnedMoves([...moves, ...others]).size).toBe(0);
  });

  it("ten within a minute are a bulk action, nine are not; others of the day stay labels", () => {
    const others = times(100, (at) => kept(`k${at}`, "Billing", at * 1000));
    const single = moved("single", "Billing", "Returns", 5 * hour);
    const ten = times(10, (at) => moved(`m${at}`, "Billing", "Returns", hour + at * 6_000));
    expect([...unlearnedMoves([...others, single, ...ten])]).toEqual(
      ten.map(({ ticketId }) => [ticketId, "bulk action"]),
    );
    expect(unlearnedMoves([...others, single, ...ten.slice(1)]).size).toBe(0);
  });

  it("a day on which nearly everything of a queue goes to another one is an absence, a new home for good is none", () => {
    const takenOver = (days: number) =>
      times(days * 12, (at) => moved(`m${at}`, "Billing", "Accounts", Math.floor(at / 12) * day + (at % 12) * hour));
    expect(reasonsOf(takenOver(2))).toEqual(new Set(["absence"]));
    expect(reasonsOf(takenOver(4))).toEqual(new Set());
    const half = times(12, (at) => kept(`k${at}`, "Billing", at * hour));
    expect(reasonsOf([...takenOver(1), ...half])).toEqual(new Set());
  });

  it("queues that hand tickets to each other share their load", () => {
    const others = times(100, (at) => kept(`k${at}`, at % 2 === 0 ? "First" : "Second", at * 1000));
    const there = times(8, (at) => moved(`a${at}`, "First", "Second", at * hour));
    const back = times(5, (at) => moved(`b${at}`, "Second", "First", at * hour));
    expect(reasonsOf([...others, ...there, ...back])).toEqual(new Set(["load balancing"]));
    expect(reasonsOf([...others, ...there, ...back.slice(1)])).toEqual(new Set());
  });
});
