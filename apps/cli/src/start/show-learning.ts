import type { LearningStep } from "@otai/host/app/learn-from-history";
import type { ProgressLine } from "./progress-line.ts";

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

interface TargetFigures {
  readonly coverage: Readonly<Record<string, { readonly threshold: number | null; readonly coverage: number }>>;
}

/** Tells a person how reading the history and training go, and what the model may promise. */
export function showLearning(progress: ProgressLine): (step: LearningStep) => void {
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
          `Learning from ${step.connection} failed: ${step.reason}. Tickets are left alone until the next start succeeds.`,
        );
      case "trained": {
        progress.say(
          `Trained ${step.model.version} on ${step.model.examples} tickets (${Math.round(step.model.bytes / 1024)} KiB)`,
        );
        for (const [target, figures] of Object.entries(step.model.figures)) {
          const at95 = (figures as TargetFigures).coverage["0.95"];
          const proven =
            at95 === undefined || at95.threshold === null
              ? "no threshold proves 95 % precision on this history yet"
              : `${percent(at95.coverage)} of the history could be automated at 95 % precision`;
          progress.say(`  ${target}: ${proven}`);
        }
      }
    }
  };
}
