import { findPromise, type PromiseFigures } from "@otai/host/learning/find-promise";
import type { LearningStep } from "@otai/host/learning/learn-from-history";
import type { ProgressLine } from "./progress-line.ts";

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

interface TargetFigures {
  readonly coverage: Readonly<Record<string, PromiseFigures>>;
}

/** Tells a person how reading the history and training go, and how much could be automated at the promised precision. */
export function showLearning(
  progress: ProgressLine,
  promised: (connection: string, field: string) => number,
): (step: LearningStep) => void {
  return (step) => {
    switch (step.step) {
      case "import":
        return progress.update(`Reading solved tickets of ${step.connection}`, step.read, null);
      case "imported": {
        const { noQueue, noText, tombstone, machine } = step.result.dropped;
        const left = noQueue + noText + tombstone + machine;
        return progress.say(
          `Read ${step.result.read} solved tickets of ${step.connection}; ${step.result.kept} teach something` +
            (left === 0
              ? ""
              : ` (left out: ${machine} written by machines, ${tombstone} spam or merged, ${noQueue + noText} without queue or text)`),
        );
      }
      case "train":
        return progress.update(`Training: ${step.phase}`, step.done, step.total);
      case "too-little":
        return progress.say(
          `${step.connection} has ${step.examples} solved tickets; from 200 on OTAI learns. Until then every ticket is left alone, with the reason.`,
        );
      case "failed":
        return progress.say(
          `Learning from ${step.connection} failed: ${step.reason}. Tickets are left alone meanwhile; it is tried again every hour.`,
        );
      case "trained": {
        progress.say(
          `Trained ${step.model.version} on ${step.model.examples} tickets (${Math.round(step.model.bytes / 1024)} KiB)`,
        );
        if (step.promoted) progress.say(`  It serves: ${step.reason}`);
        else if (step.model.verdict?.serves === false) {
          progress.say(
            `  It does not serve: ${step.reason}. To use it all the same: otai models promote ${step.model.version}`,
          );
        } else progress.say(`  It does not serve: ${step.reason}`);
        for (const [target, figures] of Object.entries(step.model.figures)) {
          progress.say(`  ${target}: ${promiseOf(figures as TargetFigures, promised(step.connection, target))}`);
        }
      }
    }
  };
}

function promiseOf({ coverage }: TargetFigures, precision: number): string {
  const found = findPromise(coverage, precision);
  if (found === null || found.figures.threshold === null) {
    return `no threshold proves ${percent(precision)} precision on this history yet, so nothing will be written`;
  }
  return `${percent(found.figures.coverage)} of the history could be automated at ${percent(found.promise)} precision`;
}
