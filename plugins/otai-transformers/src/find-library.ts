import { createRequire } from "node:module";
import { join } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";

export const libraryName = "@huggingface/transformers";

/**
 * Where transformers.js is, seen from the configuration, else from this package. It is big and has native parts, so that nobody gets it
 * who does not ask for it.
 * @throws ConfigError with the command that installs it.
 */
export function findLibrary(folder: string): string {
  for (const place of [join(folder, "config.yml"), import.meta.url]) {
    try {
      return createRequire(place).resolve(libraryName);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  throw new ConfigError(
    `models.embeddings: the package ${libraryName} is not installed; run npm install ${libraryName} in ${folder}`,
  );
}
