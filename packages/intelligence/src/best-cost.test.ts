import { describe, expect, it } from "vitest";
import { trainAtBestCost } from "./best-cost.ts";
import { squaredLengths } from "./binary.ts";
import { leadersOf } from "./calibration.ts";
import { deskTickets } from "./desk-tickets.fixture.ts";
import type { Example } from "./example.ts";
import { featurize } from "./featurize.ts";
import { seededRandom } from "./random.ts";
import { type ClassTask, trainClasses, unseenRows } from "./train-classes.ts";
import { numberLabels, trainingRows } from "./training-rows.ts";
import { planValidation } from "./validation-plan.ts";

function taskOf(examples: readonly Example[], target: string): ClassTask {
  const all = trainingRows(examples, [target]);
  const { matrix } = featurize(all, () => {});
  const { labels, labelOf } = numberLabels(all, target);
  const rows = Uint32Array.from(all.keys());
  return {
    matrix,
    squares: squaredLengths(matrix),
    rows,
    labelOf,
    labels,
    plan: planValidation(rows, labelOf, null, 1),
    seed: 1,
  };
}

/** Tickets of which every third has a priority that somebody guessed. */
function guessedPriorities(count: number): Example[] {
  const random = seededRandom(5);
  return deskTickets(count).map((ticket, at) =>
    at % 3 === 0 ? { ...ticket, labels: { priority: random() < 0.5 ? "high" : "normal" } } : ticket,
  );
}

function rightShare(task: ClassTask, train: typeof trainClasses): number {
  const unseen = unseenRows(task.rows, train(task).unseenScores, task.labelOf, task.labels.length);
  return unseen.filter(({ scores, truth }) => leadersOf(scores).best === truth).length / unseen.length;
}

describe("the cost of an error", () => {
  it("is milder where few labels are noisy, so that more unseen rows are told right", () => {
    const task = taskOf(guessedPriorities(400), "priority");
    expect(rightShare(task, trainAtBestCost)).toBeGreaterThan(rightShare(task, trainClasses) + 0.01);
  });

  it.each([
    ["many labels", taskOf(deskTickets(300, 1, 0.3), "queue")],
    ["few rows", taskOf(guessedPriorities(120), "priority")],
  ])("stays the usual one with %s", (_, task) => {
    expect(trainAtBestCost(task).model).toEqual(trainClasses(task).model);
  });

  it("every label is reported once, however many costs are tried", () => {
    const done: number[] = [];
    trainAtBestCost({ ...taskOf(guessedPriorities(200), "priority"), onClass: (count) => done.push(count) });
    expect(done).toEqual([1, 2]);
  });
});
