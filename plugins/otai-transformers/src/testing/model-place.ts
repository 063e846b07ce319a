import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineContext } from "@otai/service-api/engine-definition";

/**
 * TEST DOUBLE of @huggingface/transformers, not the package: its "vectors" are two numbers made of a text's length. It keeps what it was
 * told, so that a test can look whether the settings and calls are the documented ones.
 */
const doubleSource = `
export const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: "/models/" };
export const calls = [];
export async function pipeline(task, model, options) {
  calls.push({ task, model, options, env: { ...env } });
  if (calls.length <= FAILURES) throw new Error("no memory");
  return async (texts, options) => {
    calls.push({ texts: texts.length, options });
    const data = texts.flatMap((text) => [Math.sin(text.length), Math.cos(text.length)]);
    return { dims: [texts.length, 2], data: Float32Array.from(data) };
  };
}
`;

/** A configuration's folder with a model in it. */
export class ModelPlace {
  readonly folder = mkdtempSync(join(tmpdir(), "otai-onnx-"));
  readonly model = join(this.folder, "models", "mini");

  constructor(dimensions = 2) {
    mkdirSync(join(this.model, "onnx"), { recursive: true });
    this.write("config.json", JSON.stringify({ hidden_size: dimensions }));
    this.write("tokenizer.json", "{}");
    this.write("onnx/model.onnx", "weights");
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.model, name), content);
  }

  removeFile(name: string): void {
    rmSync(join(this.model, name));
  }

  /** @returns the path of its module, to read `calls` from */
  installDouble({ failures = 0, source = doubleSource } = {}): string {
    const place = join(this.folder, "node_modules", "@huggingface", "transformers");
    mkdirSync(place, { recursive: true });
    writeFileSync(
      join(place, "package.json"),
      '{"name":"@huggingface/transformers","type":"module","exports":"./double.js"}',
    );
    writeFileSync(join(place, "double.js"), source.replace("FAILURES", String(failures)));
    return join(place, "double.js");
  }

  context(signal = new AbortController().signal): EngineContext {
    const silent = () => {};
    return { clock: { now: () => 0 }, log: { info: silent, warn: silent }, signal, folder: this.folder };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
