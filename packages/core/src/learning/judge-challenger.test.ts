import { describe, expect, it } from "vitest";
import { judgeChallenger, type TestResult } from "./judge-challenger.ts";

const result = (billing: number, shipping: number, rare = 3): TestResult => ({
  queue: {
    Billing: { rows: 100, right: billing },
    Shipping: { rows: 50, right: shipping },
    Rare: { rows: 3, right: rare },
  },
});

function judge(champion: TestResult, challenger: TestResult, change: { rows?: number; flooded?: boolean } = {}) {
  const before = { version: "triage-1", result: champion };
  return judgeChallenger({ champion: before, challenger, rows: 153, flooded: false, ...change });
}

describe("F05: a challenger on the frozen test tickets", () => {
  it("serves when it wins or ties", () => {
    expect(judge(result(90, 40), result(91, 40))).toMatchObject({ serves: true, against: "triage-1", rows: 153 });
    expect(judge(result(90, 40), result(90, 40)).serves).toBe(true);
  });

  it("is refused when it is right less often, with the figures of every queue", () => {
    expect(judge(result(90, 40), result(89, 40))).toEqual({
      serves: false,
      reason: "it does worse on the test tickets: right 132 times of 153, triage-1 133 times",
      against: "triage-1",
      rows: 153,
      targets: {
        queue: [
          { label: "Billing", rows: 100, champion: 90, challenger: 89 },
          { label: "Shipping", rows: 50, champion: 40, challenger: 40 },
          { label: "Rare", rows: 3, champion: 3, challenger: 3 },
        ],
      },
    });
  });

  it("is refused when it wins overall but one queue loses more than 2 points; a queue of three tickets says nothing", () => {
    expect(judge(result(90, 40), result(95, 39)).serves).toBe(true);
    const refused = judge(result(90, 40), result(95, 38));
    expect(refused.serves).toBe(false);
    expect(refused.reason).toContain('queue "Shipping" loses more than 2 points');
    expect(judge(result(90, 40), result(95, 40, 0)).serves).toBe(true);
  });

  it("serves where there are too few test tickets to say anything", () => {
    expect(judge(result(90, 40), result(10, 10), { rows: 19 }).serves).toBe(true);
  });

  it("S07: while one sender floods the desk, only a win counts", () => {
    expect(judge(result(90, 40), result(90, 40), { flooded: true }).serves).toBe(false);
    expect(judge(result(90, 40), result(91, 40), { flooded: true }).serves).toBe(true);
  });

  it("a field that the champion had not learned does not count", () => {
    const challenger = { ...result(90, 40), priority: { high: { rows: 60, right: 0 } } };
    expect(judge(result(90, 40), challenger).serves).toBe(true);
    expect(judge(result(90, 40), challenger).targets.priority).toBeUndefined();
  });
});
