import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "@otai/plugin-api/errors";

const packageName = "@huggingface/transformers";

/** The few parts of transformers.js (https://huggingface.co/docs/transformers.js/api/env, …/api/pipelines) that are used. */
export interface Library {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: "feature-extraction",
    model: string,
    options: { readonly dtype: string; readonly local_files_only: true },
  ): Promise<FeatureExtractor>;
}

export type FeatureExtractor = (
  texts: readonly string[],
  options: { readonly pooling: "mean"; readonly normalize: true },
) => Promise<{ readonly dims: readonly number[]; readonly data: ArrayLike<number> }>;

/**
 * Imports transformers.js from where the configuration lies, else from where this package lies. It is big and has native parts, so that
 * nobody gets it who does not ask for it.
 * @throws ConfigError with the command that installs it.
 */
export async function loadLibrary(folder: string): Promise<Library> {
  const entry = findEntry([join(folder, "config.yml"), import.meta.url]);
  if (entry === null) {
    throw new ConfigError(
      `models.embeddings: the package ${packageName} is not installed; run npm install ${packageName} in ${folder}`,
    );
  }
  try {
    const module = (await import(pathToFileURL(entry).href)) as { default?: Library } & Library;
    return typeof module.pipeline === "function" ? module : module.default!;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new ConfigError(`models.embeddings: the package ${packageName} cannot be loaded: ${reason}`, { cause });
  }
}

function findEntry(from: readonly string[]): string | null {
  for (const place of from) {
    try {
      return createRequire(place).resolve(packageName);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return null;
}
