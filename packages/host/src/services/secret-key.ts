import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";
import type { SecretKeys } from "@otai/store/sealer";
import { makeDataFolder } from "../app/data-folder.ts";

/** Fewer bits could be guessed. */
const shortest = 16;

/**
 * The secrets of this installation: `OTAI_SECRET_KEY`, else `secret.key` in the data folder, made at the first start. After the
 * current one, divided by commas or lines, come previous ones that old rows are sealed with.
 * @throws ConfigError for a secret that is too short.
 */
export function readSecretKeys(given: string | null, dataFolder: string): SecretKeys {
  if (given !== null) return divide(given, "OTAI_SECRET_KEY");
  const path = join(makeDataFolder(dataFolder), "secret.key");
  try {
    // Whoever comes second reads what the first one wrote.
    writeFileSync(path, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return divide(readFileSync(path, "utf8"), path);
}

function divide(text: string, source: string): SecretKeys {
  const [current, ...previous] = text
    .split(/[,\r\n]+/)
    .map((key) => key.trim())
    .filter((key) => key !== "");
  if (current === undefined || [current, ...previous].some((key) => key.length < shortest)) {
    throw new ConfigError(
      `${source} must hold at least ${shortest} characters, and so must each previous key after it`,
    );
  }
  return { current, previous };
}
