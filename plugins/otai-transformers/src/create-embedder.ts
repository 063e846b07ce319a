import { basename, dirname } from "node:path";
import type { Embedder } from "@otai/service-api/embedder";
import type { EngineContext } from "@otai/service-api/engine-definition";
import { type FeatureExtractor, loadLibrary } from "./load-library.ts";
import { readModelFolder } from "./model-folder.ts";

/** Texts that are padded to one length and computed together. */
const batchSize = 16;

/**
 * A model from a folder of this machine; nothing is ever downloaded. The weights are read into memory with the first texts.
 * @throws ConfigError for a folder that is not usable, or a missing package.
 */
export async function createEmbedder({ path }: { readonly path: string }, context: EngineContext): Promise<Embedder> {
  const { name, dimensions, dtype } = await readModelFolder(path);
  const { env, pipeline } = await loadLibrary(context.folder);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(path);
  let loading: Promise<FeatureExtractor> | undefined;

  function loaded(): Promise<FeatureExtractor> {
    loading ??= pipeline("feature-extraction", basename(path), { dtype, local_files_only: true }).catch((error) => {
      // A failure that passes, such as no memory, must not stay.
      loading = undefined;
      throw error;
    });
    return loading;
  }

  return {
    name,
    dimensions,
    async embed(texts) {
      if (texts.length === 0) return [];
      const extract = await loaded();
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += batchSize) {
        context.signal.throwIfAborted();
        const batch = texts.slice(at, at + batchSize);
        const { dims, data } = await extract(batch, { pooling: "mean", normalize: true });
        if (dims.length !== 2 || dims[0] !== batch.length || dims[1] !== dimensions) {
          throw new Error(
            `${name} gives ${dims.join(" × ")} numbers for ${batch.length} texts, not ${dimensions} for each`,
          );
        }
        const numbers = Float32Array.from(data);
        if (!numbers.every(Number.isFinite)) throw new Error(`${name} gives a vector with something else than numbers`);
        for (let row = 0; row < batch.length; row += 1) {
          vectors.push(numbers.slice(row * dimensions, (row + 1) * dimensions));
        }
      }
      return vectors;
    },
  };
}
