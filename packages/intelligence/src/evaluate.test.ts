import { describe, expect, it } from "vitest";
import { backtest } from "./backtest.ts";
import { deskTickets } from "./desk-tickets.fixture.ts";
import { evaluate } from "./evaluate.ts";
import { accuracy, areaUnderRoc, calibrationError, macroF1, qualityPerLabel } from "./metrics.ts";
import { seededRandom, shuffle } from "./random.ts";

describe("metrics", () => {
  const outcomes = [
    { truth: "a", value: "a", confidence: 0.9 },
    { truth: "a", value: "b", confidence: 0.6 },
    { truth: "b", value: "b", confidence: 0.8 },
    { truth: "c", value: "b", confidence: 0.5 },
  ];

  it("are what one counts by hand", () => {
    expect(accuracy(outcomes)).toBe(0.5);
    const labels = qualityPerLabel(outcomes);
    expect(labels).toEqual([
      { label: "a", precision: 1, recall: 0.5, f1: 2 / 3, support: 2 },
      { label: "b", precision: 1 / 3, recall: 1, f1: 0.5, support: 1 },
      { label: "c", precision: 0, recall: 0, f1: 0, support: 1 },
    ]);
    expect(macroF1(labels)).toBeCloseTo((2 / 3 + 0.5) / 3);
    expect(calibrationError(outcomes)).toBeCloseTo((0.1 + 0.6 + 0.2 + 0.5) / 4);
    expect(areaUnderRoc([3, 2], [1, 2])).toBe(0.875);
  });
});

describe("evaluation", () => {
  it("reports every figure of the interface, with thresholds from the training rows alone", () => {
    let now = 0;
    const report = evaluate({
      train: deskTickets(400),
      test: [...deskTickets(150, 2), { subject: "no label", body: "left out", labels: {} }],
      target: "queue",
      oos: [{ subject: "", body: "zebra giraffe savannah safari" }],
      clock: () => now++,
    });
    expect(report).toMatchObject({ target: "queue", classes: 4, train_rows: 400, test_rows: 150 });
    expect(report.accuracy).toBeGreaterThan(0.97);
    expect(report.ece).toBeLessThan(0.05);
    expect(Object.keys(report.coverage)).toEqual(["0.90", "0.95", "0.99"]);
    expect(report.coverage["0.95"]!.precision).toBeGreaterThan(0.94);
    expect(report.latency_ms).toEqual({ mean: 1, p99: 1 });
    expect(report.predict_per_second).toBe(1000);
    expect(report.oos).toMatchObject({ auroc: 1, oos_recall: 1 });
    expect(report.per_class).toHaveLength(4);
  });

  it("gives null where no threshold is proven", () => {
    const { coverage } = evaluate({ train: deskTickets(20), test: deskTickets(5, 2), target: "queue", clock: () => 0 });
    expect(coverage["0.99"]).toEqual({ threshold: null, coverage: 0, precision: null });
  });
});

describe("F03 backtest", () => {
  const history = deskTickets(600, 3, 0.05);
  const report = backtest(history, { target: "queue" });

  it("judges the tickets in order of time and promises nothing before the first evidence", () => {
    expect(report.slices).toHaveLength(8);
    expect(report.slices[0]!.coverage["0.90"]).toMatchObject({ threshold: null, automated: 0, precision: null });
    for (const [at, slice] of report.slices.entries()) {
      if (at > 0) expect(slice.from).toBeGreaterThan(report.slices[at - 1]!.to);
      expect(slice.trained_on).toBeGreaterThan(0);
    }
    expect(report.judged).toBe(report.slices.reduce((sum, { rows }) => sum + rows, 0));
  });

  it("counts what would have been written, in total and per label", () => {
    const band = report.coverage["0.90"]!;
    expect(band.automated).toBe(report.slices.reduce((sum, slice) => sum + slice.coverage["0.90"]!.automated, 0));
    expect(band.automated).toBe(report.per_label.reduce((sum, label) => sum + label.coverage["0.90"]!.automated, 0));
    expect(band.automated).toBe(band.right + band.wrong);
    expect(band.precision).toBeGreaterThan(0.9);
    expect(band.coverage).toBeGreaterThan(0.4);
  });

  it("does not depend on the order of the rows, and shuffled future labels do not raise the score", () => {
    const mixed = [...history.keys()];
    shuffle(mixed, seededRandom(8));
    const again = backtest(
      mixed.map((at) => history[at]!),
      { target: "queue" },
    );
    expect(again.slices.map(({ from, to, rows }) => [from, to, rows])).toEqual(
      report.slices.map(({ from, to, rows }) => [from, to, rows]),
    );
    const half = history.length / 2;
    const wrong = history.map((ticket, at) =>
      at < half ? ticket : { ...ticket, labels: { queue: history[half + ((at * 7) % half)]!.labels.queue! } },
    );
    expect(backtest(wrong, { target: "queue" }).accuracy).toBeLessThan(report.accuracy);
  });

  it("says what is missing", () => {
    const timeless = history.map(({ at: _, ...ticket }) => ticket);
    expect(() => backtest(timeless, { target: "queue" })).toThrow("needs the time of every ticket");
    expect(() => backtest(history.slice(0, 1), { target: "queue" })).toThrow("needs two labels");
  });
});
