import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { measureAgreement, type RatedPair, stepsOf } from "./agreement.ts";

const times = (count: number, machine: number, human: number): RatedPair[] =>
  Array.from({ length: count }, () => ({ machine, human }));

describe("5.1: agreement of machine and people", () => {
  it("Cohen's kappa: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no → 0.4", () => {
    const pairs = [...times(20, 1, 1), ...times(5, 1, 0), ...times(10, 0, 1), ...times(15, 0, 0)];
    expect(measureAgreement(pairs, 2)).toEqual({
      ...{ pairs: 50, kappa: 0.4, weighted_kappa: 0.4, agreement: 0.7, mae: 0.3, bias: -0.1 },
      state: "not_calibrated",
    });
  });

  it("one step off costs the weighted kappa less than four", () => {
    const base = [...times(10, 0, 0), ...times(10, 1, 1), ...times(10, 0.5, 0.5)];
    const near = measureAgreement([...base, ...times(5, 0.75, 1)], 5);
    const far = measureAgreement([...base, ...times(5, 0, 1)], 5);
    expect(near.weighted_kappa!).toBeGreaterThan(far.weighted_kappa!);
    expect(near.agreement).toBe(far.agreement);
  });

  it("bias is machine minus human, and the error is in scores", () => {
    expect(measureAgreement(times(4, 0.9, 0.7), 5)).toMatchObject({ bias: 0.2, mae: 0.2, state: "unmeasured" });
  });

  it("the targets decide: 20 pairs, kappa 0.6, agreement 85 %, error 0.10", () => {
    const good = [...times(10, 1, 1), ...times(10, 0.25, 0.25)];
    expect(measureAgreement(good, 5).state).toBe("calibrated");
    expect(measureAgreement(good.slice(1), 5).state).toBe("unmeasured");
    expect(measureAgreement([...good, ...times(4, 0.5, 0.75)], 5).state).toBe("not_calibrated");
    expect(measureAgreement([...times(18, 1, 1), ...times(2, 0, 1)], 5)).toMatchObject({
      weighted_kappa: 0,
      state: "not_calibrated",
    });
  });

  it("without pairs, or where both only ever gave one value, there is no kappa", () => {
    expect(measureAgreement([], 5)).toMatchObject({ kappa: null, mae: null, state: "unmeasured" });
    expect(measureAgreement(times(20, 1, 1), 5)).toMatchObject({ kappa: null, agreement: 1, state: "calibrated" });
  });

  it("a scale has its own steps, a fine one five", () => {
    expect([stepsOf([1, 5]), stepsOf([0, 1]), stepsOf([0, 10]), stepsOf([0, 100]), stepsOf([0, 2.5])]).toEqual([
      5, 2, 11, 5, 5,
    ]);
  });

  test("kappa lies between −1 and 1, is 1 for equal raters, and does not care who is who", () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.record({ machine: score, human: score }), { minLength: 1, maxLength: 40 }), (pairs) => {
        const found = measureAgreement(pairs, 5);
        for (const kappa of [found.kappa, found.weighted_kappa])
          if (kappa !== null) expect(Math.abs(kappa)).toBeLessThanOrEqual(1);
        const turned = measureAgreement(
          pairs.map(({ machine, human }) => ({ machine: human, human: machine })),
          5,
        );
        expect(turned).toMatchObject({ kappa: found.kappa, agreement: found.agreement, mae: found.mae });
        const equal = measureAgreement(
          pairs.map(({ machine }) => ({ machine, human: machine })),
          5,
        );
        expect([1, null]).toContain(equal.weighted_kappa);
        expect(equal.mae).toBe(0);
      }),
    );
  });
});
