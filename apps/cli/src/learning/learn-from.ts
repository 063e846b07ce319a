import { TrainingError } from "@otai/intelligence/train";
import { ConfigError } from "@otai/plugin-api/errors";

/** Runs a piece of learning; rows that cannot be learned from are the user's to mend. */
export function learnFrom<T>(file: string, learn: () => T): T {
  try {
    return learn();
  } catch (error) {
    if (error instanceof TrainingError) throw new ConfigError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
