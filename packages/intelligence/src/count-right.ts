import type { Example } from "./example.ts";
import type { Model } from "./model.ts";

/** By target and label: how many examples there are, and how many of them the model put there. */
export type RightCounts = Readonly<
  Record<string, Readonly<Record<string, { readonly rows: number; readonly right: number }>>>
>;

/** Asks for every example and counts by what is true. Targets that the model has not learned are left out. */
export function countRight(model: Model, examples: readonly Example[]): RightCounts {
  const counts = new Map(model.targets.map((target) => [target, new Map<string, { rows: number; right: number }>()]));
  for (const example of examples) {
    const predictions = model.classify(example);
    for (const [target, ofTarget] of counts) {
      const truth = example.labels[target];
      if (!truth) continue;
      const known = ofTarget.get(truth) ?? { rows: 0, right: 0 };
      const right = known.right + (predictions[target]!.value === truth ? 1 : 0);
      ofTarget.set(truth, { rows: known.rows + 1, right });
    }
  }
  return Object.fromEntries(
    [...counts].map(([target, ofTarget]) => [target, Object.fromEntries([...ofTarget].sort())]),
  );
}
