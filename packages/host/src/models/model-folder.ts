import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ModelFormatError } from "@otai/intelligence/bytes";
import { decodeModel, encodeModel } from "@otai/intelligence/codec";
import type { Model } from "@otai/intelligence/model";
import { ConfigError } from "@otai/plugin-api/errors";
import { fileError } from "./file-error.ts";

const MODEL = "model.bin";
const MANIFEST = "manifest.json";

/** Which fields of a row hold the ticket. */
export interface TicketColumns {
  readonly text?: string;
  readonly subject?: string;
  readonly body?: string;
}

/** What stands beside a model in its folder. */
export interface Manifest {
  readonly sha256: string;
  readonly bytes: number;
  readonly targets: readonly string[];
  readonly rows: number;
  /** The fields that it was trained with; classify reads the same ones. */
  readonly columns: TicketColumns;
  /** Of a model of tones: share of its rows by language. */
  readonly languages?: Readonly<Record<string, number>>;
}

/** Makes the folder; asked for before the learning, so that a wrong path costs no time. Throws `ConfigError`. */
export async function makeModelFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      throw new ConfigError(`${folder}: this is a file, give a folder with --out`, { cause: error });
    }
    throw fileError(folder, error);
  }
}

/** Writes the model, then its manifest: a folder that was left half written is refused when it is read. */
export async function writeModel(
  folder: string,
  model: Model,
  facts: Pick<Manifest, "rows" | "columns" | "languages">,
): Promise<Manifest> {
  const bytes = encodeModel(model);
  const manifest: Manifest = { sha256: sha256(bytes), bytes: bytes.length, targets: model.targets, ...facts };
  try {
    await replaceFile(join(folder, MODEL), bytes);
    await replaceFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    throw fileError(folder, error);
  }
  return manifest;
}

/** The model in a folder, its hash checked. Throws `ConfigError`. */
export async function readModel(folder: string): Promise<{ model: Model; manifest: Manifest }> {
  const manifest = await readManifest(folder);
  const bytes = await readPart(folder, MODEL);
  if (sha256(bytes) !== manifest.sha256) {
    throw new ConfigError(
      `${join(folder, MODEL)}: the model is not the one that was trained (its hash differs): train it again`,
    );
  }
  try {
    return { model: decodeModel(bytes), manifest };
  } catch (error) {
    if (error instanceof ModelFormatError)
      throw new ConfigError(`${join(folder, MODEL)}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = (await readPart(folder, MANIFEST)).toString("utf8");
  try {
    const manifest = JSON.parse(text) as Partial<Manifest>;
    if (typeof manifest.sha256 === "string" && typeof manifest.columns === "object") return manifest as Manifest;
  } catch {
    // The message below serves both.
  }
  throw new ConfigError(`${join(folder, MANIFEST)}: this is no manifest of a model: train it again`);
}

async function readPart(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new ConfigError(
        `${folder}: there is no model in this folder (${name} is missing): make one with otai train`,
      );
    }
    throw fileError(join(folder, name), error);
  }
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
