import type { Learning } from "@otai/core/ports/learning";
import type { Handle } from "./engine.ts";
import { createJudgedWrites } from "./judged-writes.ts";
import { createModels } from "./models.ts";
import { createTrainingExamples } from "./training-examples.ts";

export function createLearning(db: Handle): Learning {
  return { ...createTrainingExamples(db), ...createModels(db), ...createJudgedWrites(db) };
}
