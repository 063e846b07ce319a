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

const open = (path = place.model) => create(params.parse({ path }), place.context());
async function refusal(path?: string): Promise<string> {
  const error = await open(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof ConfigError)) throw new Error("it was accepted");
  return error.message;
}

describe("what is missing or broken is named at the start", () => {
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
    for (const file of ["tokenizer_config.json", "tokenizer.json"]) {
      place.removeFile(file);
      expect(await refusal()).toContain(`has no ${file}`);
    }
    expect(() => params.parse({ path: "models/mini" })).toThrow("absolute");
  });

  test("weights that cannot be read", async () => {
    place.installDouble({ failures: 1 });
    expect(await refusal()).toBe(`models.embeddings: the model in ${place.model} cannot be used: no memory`);
  });

  test("vectors of another length than promised, or with something else than numbers", async () => {
    place.installDouble();
    place.write("config.json", '{"hidden_size": 384}');
    expect(await refusal()).toContain("gives 2 numbers for a text, not 384");
    place.write("config.json", '{"hidden_size": 2}');
    place.installDouble({
      source: "export const env = {}; export const pipeline = async () => async () => ({ data: [1, NaN] });",
    });
    expect(await refusal()).toContain("something else than numbers");
  });
});

describe("with a test double in the place of the package", () => {
  test("U25: nothing is downloaded, the folder is used as it is, and vectors are pooled and normalised", async () => {
    place.installDouble();
    const embedder = await open();
    const vectors = await embedder.embed(["one", "three"]);
    expect(vectors).toEqual([3, 5].map((length) => Float32Array.from([Math.sin(length), Math.cos(length)])));
    const [load, trial, ...asked] = place.calls();
    expect(load).toEqual({
      task: "feature-extraction",
      model: place.model,
      options: { dtype: "fp32", local_files_only: true },
      env: { allowRemoteModels: false, allowLocalModels: true, useFSCache: false, logLevel: 40 },
    });
    const options = { pooling: "mean", normalize: true };
    expect(trial).toMatchObject({ options });
    expect(asked).toEqual([
      { texts: ["one"], options },
      { texts: ["three"], options },
    ]);
  });

  test("the weights are read once, and those who ask at the same time get what they asked for", async () => {
    place.installDouble();
    const embedder = await open();
    const [many, few, none] = await Promise.all([
      embedder.embed(Array(40).fill("text")),
      embedder.embed(["a"]),
      embedder.embed([]),
    ]);
    expect([many.length, few.length, none.length]).toEqual([40, 1, 0]);
    expect(few[0]).toEqual(Float32Array.from([Math.sin(1), Math.cos(1)]));
    expect(place.calls().filter((call) => "task" in call)).toHaveLength(1);
  });

  test("the name changes with weights and tokenizer, and quantised ones go first", async () => {
    place.installDouble();
    const names = [(await open()).name];
    expect(names[0]).toMatch(/^mini \(v2\)@[0-9a-f]{8}$/);
    place.write("tokenizer.json", '{"other": true}');
    names.push((await open()).name);
    place.write("onnx/model_quantized.onnx", "small weights");
    names.push((await open()).name);
    expect(new Set(names).size).toBe(3);
    expect(place.calls().filter((call) => "task" in call)).toMatchObject([
      { options: { dtype: "fp32" } },
      { options: { dtype: "fp32" } },
      { options: { dtype: "q8" } },
    ]);
  });

  test.each([
    ["stumble", "it stumbled"],
    ["crash", "the model's process ended (SIGKILL)"],
  ])(
    "a failure (%s) is said in the log, fails what is under way, and the next texts are tried anew",
    async (text, reason) => {
      place.installDouble();
      const embedder = await open();
      await expect(embedder.embed([text])).rejects.toThrow(reason);
      expect(place.logged).toEqual([`the embedding model failed: ${reason}`]);
      expect(await embedder.embed(["a"])).toHaveLength(1);
    },
  );

  test("when OTAI stops, what is under way ends", async () => {
    place.installDouble();
    const embedder = await open();
    const asking = embedder.embed(["hang"]);
    place.stop();
    await expect(asking).rejects.toThrow("aborted");
    await expect(embedder.embed(["a"])).rejects.toThrow("aborted");
    expect(place.logged).toEqual([]);
  });
});
