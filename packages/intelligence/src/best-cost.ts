import { leadersOf } from "./calibration.ts";
import { type ClassTask, isFewShot, type TrainedClasses, trainClasses, unseenRows } from "./train-classes.ts";

/** With many labels the usual cost was best on all public data sets, and trying others would cost time alone. */
const FEW_LABELS = 3;
/** Fewer rows tell costs apart by chance. */
const FEWEST_ROWS = 150;
/** Where a label is a matter of opinion, as a tone is, no single row must be believed too much. */
const MILDER = [0.3, 0.1] as const;

/**
 * Trains with the cost of an error under which most rows are told right by a model that has not seen them. Targets of more than a few
 * labels, and few rows, get the usual cost.
 */
export function trainAtBestCost(task: ClassTask): TrainedClasses {
  const usual = trainClasses(task);
  const { rows, labels } = task;
  if (labels.length === 1 || labels.length > FEW_LABELS || rows.length < FEWEST_ROWS || isFewShot(task)) return usual;
  let best = { trained: usual, right: rightOf(task, usual) };
  const { onClass: _reportedOnce, ...quiet } = task;
  for (const cost of MILDER) {
    const trained = trainClasses({ ...quiet, cost });
    const right = rightOf(task, trained);
    if (right > best.right) best = { trained, right };
  }
  return best.trained;
}

function rightOf({ rows, labelOf, labels }: ClassTask, { unseenScores }: TrainedClasses): number {
  const unseen = unseenRows(rows, unseenScores, labelOf, labels.length);
  return unseen.filter(({ scores, truth }) => leadersOf(scores).best === truth).length;
}
