import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { ConfigError } from "@otai/plugin-api/errors";

/** One line of a JSONL file. */
export interface JsonlRow {
  /** `file:line`, for messages. */
  readonly place: string;
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The objects of a JSONL file, or of stdin for `-`, one per line; empty lines are skipped. Throws `ConfigError` with file and line. */
export async function* readJsonl(file: string): AsyncGenerator<JsonlRow> {
  const name = file === "-" ? "stdin" : file;
  const input = file === "-" ? process.stdin : createReadStream(file);
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      const trimmed = line === 1 ? text.replace(/^\uFEFF/, "").trim() : text.trim();
      if (trimmed !== "") yield { place: `${name}:${line}`, line, values: parseRow(trimmed, `${name}:${line}`) };
    }
  } catch (error) {
    throw fileError(name, error);
  }
}

function parseRow(text: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ConfigError(`${place}: this is no JSON (${(cause as Error).message}): give one object per line`, {
      cause,
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConfigError(
      `${place}: a JSON object belongs here, not ${Array.isArray(value) ? "a list" : String(value)}`,
    );
  }
  return value as Record<string, unknown>;
}

/** What a person can do about a file that does not open; any other error stays what it is. */
export function fileError(name: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT") return new ConfigError(`${name}: there is no such file`, { cause: error });
  if (code === "EISDIR") return new ConfigError(`${name}: this is a folder, not a file`, { cause: error });
  if (code === "ENOTDIR")
    return new ConfigError(`${name}: a part of this path is a file, not a folder`, { cause: error });
  if (code === "EACCES" || code === "EPERM") {
    return new ConfigError(`${name}: this file may not be opened by the current user`, { cause: error });
  }
  return error;
}
