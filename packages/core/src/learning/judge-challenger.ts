import type { LabelComparison, Verdict } from "../ports/learning.ts";

/** By target and label: how many test tickets there are, and how many of them the model put there. */
export type TestResult = Readonly<
  Record<string, Readonly<Record<string, { readonly rows: number; readonly right: number }>>>
>;

export interface Challenge {
  /** The version that serves, and its result. */
  readonly champion: { readonly version: string; readonly result: TestResult };
  readonly challenger: TestResult;
  readonly rows: number;
  /** One sender wrote so much of what was learned that a draw is not good enough. */
  readonly flooded: boolean;
}

/** Fewer test tickets say nothing of a label; more than so few are needed to compare at all. */
const leastOfLabel = 20;
const leastRows = 20;
/** A label may lose two points, or one ticket where that is more. */
const mayLose = (rows: number) => Math.max(0.02 * rows, 1);

/**
 * A challenger serves when it is right at least as often as the champion over all test tickets and no label loses more than two
 * points. Pure.
 */
export function judgeChallenger({ champion, challenger, rows, flooded }: Challenge): Verdict {
  const targets = compare(champion.result, challenger);
  const labels = Object.entries(targets).flatMap(([target, all]) => all.map((label) => ({ target, ...label })));
  const rightOf = (who: "champion" | "challenger") => labels.reduce((sum, label) => sum + label[who], 0);
  const verdict = (serves: boolean, reason: string) => ({ serves, reason, against: champion.version, rows, targets });
  if (rows < leastRows) {
    return verdict(true, `only ${rows} test tickets, too few to compare; the newer model knows more tickets`);
  }
  const [before, after] = [rightOf("champion"), rightOf("challenger")];
  const total = labels.reduce((sum, label) => sum + label.rows, 0);
  const figures = `right ${after} times of ${total}, ${champion.version} ${before} times`;
  if (after < before) return verdict(false, `it does worse on the test tickets: ${figures}`);
  const worst = labels
    .filter((label) => label.rows >= leastOfLabel && lossOf(label) > mayLose(label.rows))
    .sort((a, b) => lossOf(b) / b.rows - lossOf(a) / a.rows)[0];
  if (worst !== undefined) {
    const { target, label, champion: had, challenger: has, rows: of } = worst;
    return verdict(
      false,
      `${target} "${label}" loses more than 2 points: right ${has} times of ${of}, before ${had} times`,
    );
  }
  if (flooded && after === before) {
    return verdict(
      false,
      `one sender wrote a great part of the new tickets, and it is no better than before: ${figures}`,
    );
  }
  return verdict(true, `it does ${after === before ? "as well" : "better"} on the test tickets: ${figures}`);
}

function lossOf({ champion, challenger }: LabelComparison): number {
  return champion - challenger;
}

/** Targets that only one of them knows say nothing about which is better. */
function compare(champion: TestResult, challenger: TestResult): Record<string, LabelComparison[]> {
  const compared: Record<string, LabelComparison[]> = {};
  for (const [target, labels] of Object.entries(challenger)) {
    const known = champion[target];
    if (known === undefined) continue;
    compared[target] = Object.entries(labels).map(([label, { rows, right }]) => ({
      label,
      rows,
      champion: known[label]?.right ?? 0,
      challenger: right,
    }));
  }
  return compared;
}
