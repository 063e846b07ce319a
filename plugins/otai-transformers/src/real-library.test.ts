import { createRequire } from "node:module";
import { join } from "node:path";
import type { EmbedderDefinition } from "@otai/service-api/engine-definition";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { libraryName } from "./find-library.ts";
import plugin from "./plugin.ts";
import { ModelPlace } from "./testing/model-place.ts";
import { writeTinyModel } from "./testing/tiny-model.ts";

const { params, create } = plugin.embedders.OnnxEmbedder as unknown as EmbedderDefinition;

/** Where the package was installed for this test; it is too big to be a dependency. */
const folder = process.env.OTAI_TEST_TRANSFORMERS ?? import.meta.dirname;
const installed = (() => {
  try {
    return createRequire(join(folder, "config.yml")).resolve(libraryName) !== "";
  } catch {
    return false;
  }
})();
const reason = `skipped where ${libraryName} is not installed; OTAI_TEST_TRANSFORMERS=folder says where it is`;

describe.skipIf(!installed)(`with the real package (${reason})`, () => {
  let place: ModelPlace;
  beforeEach(() => {
    place = new ModelPlace();
    writeTinyModel(place);
  });
  afterEach(() => place.remove());

  const open = () => create(params.parse({ path: place.model }), place.context(folder));
  const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, number, at) => sum + number * b[at]!, 0);

  test("a text is a vector of length 1, the same alone and among others, nearest to texts like it", async () => {
    const embedder = await open();
    const [declined, similar, other] = await embedder.embed(["Card payment declined", "declined payment", "address"]);
    for (const vector of [declined!, similar!, other!]) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    expect(cosine(declined!, similar!)).toBeGreaterThan(cosine(declined!, other!));
    expect(await embedder.embed(["Card payment declined"])).toEqual([declined]);
    expect(embedder.dimensions).toBe(16);
  });

  test("texts that are empty, odd or longer than the model reads have a vector too", async () => {
    const embedder = await open();
    const vectors = await embedder.embed(["", "\u0000\ud800 😀 日本語", "x".repeat(5_000), "card ".repeat(10_000)]);
    for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  test("files that were cut or altered are found out at the start", async () => {
    place.write("onnx/model.onnx", "version https://git-lfs.github.com/spec/v1");
    await expect(open()).rejects.toThrow(`the model in ${place.model} cannot be used: Load model from`);
    writeTinyModel(place);
    place.write("tokenizer.json", "{}");
    await expect(open()).rejects.toThrow('cannot be used: Tokenizer must contain a "model" property');
    writeTinyModel(place, { hidden: 8 });
    place.write("config.json", '{"model_type": "bert", "hidden_size": 384}');
    await expect(open()).rejects.toThrow("gives 8 numbers for a text, not 384");
  });
});
