import { describe, expect, it } from "vitest";
import { route } from "./route.ts";
import { benchStart, sampleDesk, sampleRoute, sampleRule } from "./testing/samples.ts";

const rules = [
  sampleRule("r-billing", 1, { category: ["billing"] }),
  sampleRule("r-goods", 2, { category: ["shipping", "returns"] }, { team: "logistics", group_id: 15 }),
  sampleRule("r-rest", 9, {}, { team: "support" }),
];
const guess = (value: string, confidence: number) => ({ value, confidence });

function others(category: readonly { value: string; confidence: number }[] | undefined, list = rules) {
  const request = sampleRoute(category === undefined ? {} : { alternatives: { category: [...category] } });
  const parts = { desk: sampleDesk(), rules: list, version: 1, at: benchStart, agents: null };
  return route(request, parts).alternatives;
}

describe("1.3: other teams of a routing", () => {
  it("come from the alternatives of the classification that the request carries, the best first", () => {
    expect(others([guess("billing", 0.6), guess("sales", 0.08), guess("shipping", 0.31)])).toEqual([
      { team: "logistics", group_id: 15, score: 0.31 },
      { team: "support", group_id: null, score: 0.08 },
    ]);
  });

  it("a team has the score of all categories that lead to it", () => {
    const goods = [guess("shipping", 0.1), guess("returns", 0.2)];
    expect(others(goods)).toEqual([{ team: "logistics", group_id: 15, score: 0.3 }]);
    expect(others([guess("shipping", 0.9), guess("returns", 0.9)])[0]!.score).toBe(1);
  });

  it("the team itself is none of them, by whatever category", () => {
    expect(others([guess("billing", 0.6)])).toEqual([]);
    expect(others([guess("sales", 0.3)], [sampleRule("all", 1)])).toEqual([]);
  });

  it("without rules they are the queues of those categories", () => {
    expect(others([guess("shipping", 0.3)], [])).toEqual([{ team: "shipping", group_id: 15, score: 0.3 }]);
  });

  it("without alternatives there are none: no score is invented", () => {
    expect(others(undefined)).toEqual([]);
    expect(others([])).toEqual([]);
  });
});
