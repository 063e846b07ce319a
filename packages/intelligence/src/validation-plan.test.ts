import { describe, expect, it } from "vitest";
import { seededRandom, shuffle } from "./random.ts";
import { planValidation, rollingPlan } from "./validation-plan.ts";

describe("validation plan", () => {
  const rows = Uint32Array.from({ length: 300 }, (_, at) => at);
  const labels = Int32Array.from(rows, (row) => row % 7);

  it("rolls forward in time: every slice is scored by earlier tickets alone", () => {
    const times = Float64Array.from(rows, (row) => Math.floor((row * 37) % 300) / 3);
    const { kind, slices } = planValidation(rows, labels, times, 1);
    expect(kind).toBe("rolling");
    for (const { train, score } of slices) {
      const timesIn = (part: Uint32Array) => Array.from(part, (row) => times[row]!);
      expect(Math.max(...timesIn(train))).toBeLessThan(Math.min(...timesIn(score)));
    }
    const scored = slices.flatMap(({ score }) => [...score]);
    expect(new Set(scored).size).toBe(scored.length);
    expect(scored.length).toBeGreaterThan(240);
  });

  it("does not depend on the order of the rows", () => {
    const times = Float64Array.from(rows, (row) => row);
    const mixed = rows.slice();
    shuffle(mixed, seededRandom(3));
    expect(rollingPlan(mixed, times, 5)).toEqual(rollingPlan(rows, times, 5));
  });

  it("has no slice when all tickets are of one instant", () => {
    expect(rollingPlan(rows, new Float64Array(300), 5).slices).toEqual([]);
  });

  it("folds without times: every ticket is scored once, by others, with every label in every fold", () => {
    const { kind, slices } = planValidation(rows, labels, null, 1);
    expect(kind).toBe("folds");
    expect(slices.flatMap(({ score }) => [...score]).sort((a, b) => a - b)).toEqual([...rows]);
    for (const { train, score } of slices) {
      expect(train.some((row) => score.includes(row))).toBe(false);
      expect(new Set(score.map((row) => labels[row]!)).size).toBe(7);
    }
  });
});
