import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LoadedConfig } from "../config/load-config.ts";
import { type LearningStep, learnFromHistory } from "./learn-from-history.ts";
import type { LearnInTurnOptions } from "./learn-in-turn.ts";

export interface LearnerParts {
  readonly loaded: LoadedConfig;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly onStep: (step: LearningStep) => void;
}

export const firstStart = "first start";

/** Learns from a connection and says in a few words what came of it; how it goes is in the log. */
export function createLearner({ log, onStep, ...parts }: LearnerParts): LearnInTurnOptions["learn"] {
  return async (connected, { by, signal }) => {
    const connection = connected.name;
    let result = "";
    log.info({ connection, reason: by }, "learning from history");
    await learnFromHistory(connected, {
      ...parts,
      signal,
      by,
      onlyNew: by !== firstStart,
      onStep(step) {
        onStep(step);
        result = resultOf(step) ?? result;
        if (step.step === "train") log.debug({ ...step }, "training");
        if (step.step === "imported") log.info({ connection, ...step.result }, "history read");
      },
    });
    log.info({ connection, result }, "learned from history");
    return result;
  };
}

function resultOf(step: LearningStep): string | null {
  if (step.step === "too-little") return `${step.examples} solved tickets are too few to learn from`;
  if (step.step !== "trained") return null;
  return `${step.model.version} ${step.promoted ? "serves" : "does not serve"}: ${step.reason}`;
}
