import { pathToFileURL } from "node:url";
import { ConfigError } from "@otai/plugin-api/errors";
import type { EmbedderDefinition } from "@otai/service-api/engine-definition";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import plugin from "./plugin.ts";
import { ModelPlace } from "./testing/model-place.ts";

const { params, create } = plugin.embedders.OnnxEmbedder as unknown as EmbedderDefinition;

let place: ModelPlace;
beforeEach(() => {
  place = new ModelPlace();
});
afterEach(() => place.remove());

const open = (path = place.model, signal?: AbortSignal) => create(params.parse({ path }), place.context(signal));
async function refusal(path?: string): Promise<string> {
  const error = await open(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error("it was accepted");
  return error.message;
}

describe("what is missing is named", () => {
  test("the package, with the command that installs it", async () => {
    expect(await refusal()).toBe(
      `models.embeddings: the package @huggingface/transformers is not installed; run npm install @huggingface/transformers in ${place.folder}`,
    );
  });

  test("a package that breaks at the import", async () => {
    place.installDouble({ source: 'throw new Error("libonnxruntime.so: cannot open")' });
    expect(await refusal()).toContain("cannot be loaded: libonnxruntime.so: cannot open");
  });

  test("the folder, and each file in it", async () => {
    expect(await refusal(`${place.folder}/nowhere`)).toContain("is not a folder");
    place.write("config.json", '{"hidden_size": "many"}');
    expect(await refusal()).toContain("without hidden_size");
    place.removeFile("onnx/model.onnx");
    expect(await refusal()).toContain("onnx/model_quantized.onnx or onnx/model.onnx");
    place.removeFile("tokenizer.json");
    expect(await refusal()).toContain("has no tokenizer.json");
    expect(() => params.parse({ path: "models/mini" })).toThrow("absolute");
  });
});

describe("with a test double in the place of the package", () => {
  const callsOf = async (file: string) => ((await import(pathToFileURL(file).href)) as { calls: object[] }).calls;

  test("U25: nothing is downloaded, the folder is used as it is, and vectors are pooled and normalised", async () => {
    const calls = await callsOf(place.installDouble());
    const embedder = await open();
    expect(calls).toEqual([]);
    const vectors = await embedder.embed(["one", "three"]);
    expect(vectors).toEqual([3, 5].map((length) => Float32Array.from([Math.sin(length), Math.cos(length)])));
    expect(calls).toEqual([
      {
        task: "feature-extraction",
        model: "mini",
        options: { dtype: "fp32", local_files_only: true },
        env: { allowRemoteModels: false, allowLocalModels: true, localModelPath: `${place.folder}/models` },
      },
      { texts: 2, options: { pooling: "mean", normalize: true } },
    ]);
  });

  test("the weights are read once, and long lists in portions", async () => {
    const calls = await callsOf(place.installDouble());
    const embedder = await open();
    const [many, few] = await Promise.all([embedder.embed(Array(40).fill("text")), embedder.embed(["a"])]);
    expect([many.length, few.length, (await embedder.embed([])).length]).toEqual([40, 1, 0]);
    expect(calls.filter((call) => "task" in call)).toHaveLength(1);
    expect(calls.flatMap((call) => ("texts" in call ? [call.texts] : [])).sort()).toEqual([1, 16, 16, 8].sort());
  });

  test("the name changes with the weights, and quantised ones go first", async () => {
    const calls = await callsOf(place.installDouble());
    const before = await open();
    expect(before).toMatchObject({ name: expect.stringMatching(/^mini@[0-9a-f]{8}$/), dimensions: 2 });
    place.write("onnx/model_quantized.onnx", "small weights");
    const after = await open();
    expect(after.name).not.toBe(before.name);
    await after.embed(["a"]);
    expect(calls[0]).toMatchObject({ options: { dtype: "q8" } });
  });

  test("weights that could not be read are tried again", async () => {
    place.installDouble({ failures: 1 });
    const embedder = await open();
    await expect(embedder.embed(["a"])).rejects.toThrow("no memory");
    expect(await embedder.embed(["a"])).toHaveLength(1);
  });

  test("vectors of another length than promised, or with something else than numbers, are refused", async () => {
    place.installDouble();
    place.write("config.json", '{"hidden_size": 384}');
    const wrong = await open();
    await expect(wrong.embed(["a"])).rejects.toThrow("gives 1 × 2 numbers for 1 texts, not 384 for each");
  });

  test("a vector with something else than numbers is refused", async () => {
    const source =
      "export const env = {}; export const pipeline = async () => async () => ({ dims: [1, 2], data: [1, NaN] });";
    place.installDouble({ source });
    await expect((await open()).embed(["a"])).rejects.toThrow("something else than numbers");
  });

  test("a long list ends when OTAI stops", async () => {
    place.installDouble();
    const stop = new AbortController();
    const embedder = await open(place.model, stop.signal);
    stop.abort();
    await expect(embedder.embed(["a"])).rejects.toThrow("aborted");
  });
});
