import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { fileError } from "@otai/host/models/file-error";
import { ConfigError } from "@otai/plugin-api/errors";
import type { TicketRow } from "./ticket-row.ts";

/** The objects of a JSONL file, or of stdin for `-`, one per line; empty lines are skipped. Throws `ConfigError` with file and line. */
export async function* readJsonl(file: string): AsyncGenerator<TicketRow> {
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
