import { ConfigError } from "@otai/plugin-api/errors";
import type { Embedder } from "@otai/service-api/embedder";
import type { EngineContext } from "@otai/service-api/engine-definition";
import { createExtractor } from "./extractor.ts";
import { findLibrary } from "./find-library.ts";
import { readModelFolder } from "./model-folder.ts";

/**
 * A model from a folder of this machine; nothing is ever downloaded. It is tried with one text, so that files that are broken or belong to
 * another kind of model are found out now.
 * @throws ConfigError for a folder that is not usable, or a missing package.
 */
export async function createEmbedder({ path }: { readonly path: string }, context: EngineContext): Promise<Embedder> {
  const { name, dimensions, dtype } = await readModelFolder(path);
  const place = { library: findLibrary(context.folder), model: path, dtype };
  const extractor = createExtractor(place, context.signal);

  async function embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const vectors = await extractor.extract(texts);
    for (const vector of vectors) {
      if (vector.length !== dimensions) {
        throw new Error(
          `${name} gives ${vector.length} numbers for a text, not ${dimensions} (hidden_size in config.json)`,
        );
      }
      if (!vector.every(Number.isFinite)) throw new Error(`${name} gives a vector with something else than numbers`);
    }
    return vectors;
  }

  try {
    await embed(["A text to try it with"]);
  } catch (thrown) {
    const cause = thrown as Error;
    extractor.end(cause);
    throw new ConfigError(`models.embeddings: the model in ${path} cannot be used: ${cause.message}`, { cause });
  }

  return {
    name,
    dimensions,
    async embed(texts) {
      if (texts.length === 0) return [];
      try {
        return await embed(texts);
      } catch (error) {
        // Search goes on by words, and tells nobody why.
        if (!context.signal.aborted) {
          context.log.warn({ embedder: name }, `the embedding model failed: ${(error as Error).message}`);
        }
        throw error;
      }
    },
  };
}
