import { pathToFileURL } from "node:url";
import type { ExtractionPlace } from "./extraction-messages.ts";
import { libraryName } from "./find-library.ts";

/** The few parts of transformers.js (https://huggingface.co/docs/transformers.js/api/env, …/api/pipelines) that are used. */
interface Library {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; useFSCache: boolean; logLevel: number };
  pipeline(
    task: "feature-extraction",
    model: string,
    options: { readonly dtype: string; readonly local_files_only: true },
  ): Promise<FeatureExtractor>;
}

export type FeatureExtractor = (
  texts: readonly string[],
  options: { readonly pooling: "mean"; readonly normalize: true },
) => Promise<{ readonly data: ArrayLike<number> }>;

/** `LogLevel.ERROR` of the library: what it warns of is looked at by us, or of no use to an administrator. */
const errorsOnly = 40;

/** Reads the weights into memory; nothing is ever downloaded. @throws Error that says what could not be used. */
export async function openModel({ library, model, dtype }: ExtractionPlace): Promise<FeatureExtractor> {
  const { env, pipeline } = await importLibrary(library);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.logLevel = errorsOnly;
  // By its whole path: a name within `localModelPath` would have to look like one of the model hub.
  return pipeline("feature-extraction", model, { dtype, local_files_only: true });
}

async function importLibrary(file: string): Promise<Library> {
  try {
    const module = (await import(pathToFileURL(file).href)) as { default?: Library } & Library;
    return typeof module.pipeline === "function" ? module : module.default!;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`the package ${libraryName} cannot be loaded: ${reason}`, { cause });
  }
}
