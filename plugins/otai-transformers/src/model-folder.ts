import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";
import { z } from "zod";

/** What is in the folder, as Hugging Face's exporters lay it out for transformers.js. */
export interface ModelFolder {
  readonly path: string;
  /** Folder's name and beginning of the hash of weights and tokenizer: other vectors, other name. */
  readonly name: string;
  /** Length of a vector. */
  readonly dimensions: number;
  /** As transformers.js calls the precision of the weights. */
  readonly dtype: "q8" | "fp32";
}

/** The small one first: half the memory, a quarter of the size, and no difference that retrieval would notice. */
const weights = [
  { file: "onnx/model_quantized.onnx", dtype: "q8" },
  { file: "onnx/model.onnx", dtype: "fp32" },
] as const;

const tokenizer = ["tokenizer.json", "tokenizer_config.json"];

const modelConfig = z.looseObject({ hidden_size: z.number().int().positive() });

/** @throws ConfigError that names what is missing. */
export async function readModelFolder(path: string): Promise<ModelFolder> {
  const refuse = (what: string): never => {
    throw new ConfigError(`models.embeddings.path: ${path} ${what}`);
  };
  if (!existsSync(path) || !statSync(path).isDirectory())
    refuse("is not a folder; download a model in ONNX format into it");
  for (const file of ["config.json", ...tokenizer]) {
    if (!existsSync(join(path, file))) refuse(`has no ${file}; is it the folder of one model?`);
  }
  const found = weights.find(({ file }) => existsSync(join(path, file)));
  if (found === undefined)
    return refuse(`has no weights in ONNX format: ${weights.map(({ file }) => file).join(" or ")}`);
  const dimensions = readDimensions(join(path, "config.json"));
  if (dimensions === null) return refuse("has a config.json without hidden_size; is it an embedding model?");
  const digest = await digestOf([found.file, ...tokenizer].map((file) => join(path, file)));
  return { path, name: `${basename(path)}@${digest.slice(0, 8)}`, dimensions, dtype: found.dtype };
}

function readDimensions(file: string): number | null {
  try {
    return modelConfig.parse(JSON.parse(readFileSync(file, "utf8"))).hidden_size;
  } catch {
    return null;
  }
}

async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
