import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineContext } from "@otai/service-api/engine-definition";

/**
 * TEST DOUBLE of @huggingface/transformers, not the package: its "vectors" are two numbers made of a text's length. It writes down what it
 * was told, so that a test can look whether the settings and calls are the documented ones.
 */
const doubleSource = `
import { appendFileSync, existsSync, readFileSync } from "node:fs";
const file = new URL("./calls.jsonl", import.meta.url);
const note = (call) => appendFileSync(file, JSON.stringify(call) + "\\n");
const loads = () => existsSync(file) ? readFileSync(file, "utf8").split("\\n").filter((line) => line.includes("task")).length : 0;
export const env = { allowRemoteModels: true, allowLocalModels: false, useFSCache: true, logLevel: 30 };
export async function pipeline(task, model, options) {
  note({ task, model, options, env });
  if (loads() <= FAILURES) throw new Error("no memory");
  return async (texts, options) => {
    note({ texts, options });
    if (texts.includes("stumble")) throw new Error("it stumbled");
    if (texts.includes("crash")) process.kill(process.pid, "SIGKILL");
    if (texts.includes("hang")) await new Promise(() => setTimeout(() => {}, 1e9));
    const data = texts.flatMap((text) => [Math.sin(text.length), Math.cos(text.length)]);
    return { dims: [texts.length, 2], data: Float32Array.from(data) };
  };
}
`;

export interface DoubleCall {
  readonly task?: string;
  readonly texts?: readonly string[];
  readonly options: object;
}

/** A configuration's folder with a model in it. */
export class ModelPlace {
  readonly folder = mkdtempSync(join(tmpdir(), "otai-onnx-"));
  readonly model = join(this.folder, "models", "mini (v2)");
  readonly logged: string[] = [];
  readonly #stop = new AbortController();
  readonly #library = join(this.folder, "node_modules", "@huggingface", "transformers");

  constructor(dimensions = 2) {
    mkdirSync(join(this.model, "onnx"), { recursive: true });
    this.write("config.json", JSON.stringify({ hidden_size: dimensions }));
    this.write("tokenizer.json", "{}");
    this.write("tokenizer_config.json", "{}");
    this.write("onnx/model.onnx", "weights");
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.model, name), content);
  }

  removeFile(name: string): void {
    rmSync(join(this.model, name));
  }

  installDouble({ failures = 0, source = doubleSource } = {}): void {
    mkdirSync(this.#library, { recursive: true });
    writeFileSync(
      join(this.#library, "package.json"),
      '{"name":"@huggingface/transformers","type":"module","exports":"./double.js"}',
    );
    writeFileSync(join(this.#library, "double.js"), source.replace("FAILURES", String(failures)));
  }

  /** What the double was asked for, so far. */
  calls(): readonly DoubleCall[] {
    const file = join(this.#library, "calls.jsonl");
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return lines.map((line) => JSON.parse(line) as DoubleCall);
  }

  context(folder = this.folder): EngineContext {
    const log = { info: () => {}, warn: (_: object, message: string) => void this.logged.push(message) };
    return { clock: { now: () => 0 }, log, signal: this.#stop.signal, folder };
  }

  /** As the host does when it ends. */
  stop(): void {
    this.#stop.abort();
  }

  remove(): void {
    this.stop();
    rmSync(this.folder, { recursive: true });
  }
}
