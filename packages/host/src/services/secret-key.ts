import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";

/** Fewer bits could be guessed. */
const shortest = 16;

/**
 * The secret of this installation: `OTAI_SECRET_KEY`, else `secret.key` in the data folder, made at the first start.
 * @throws ConfigError for a secret that is too short.
 */
export function readSecretKey(given: string | null, dataFolder: string): string {
  if (given !== null) {
    if (given.length >= shortest) return given;
    throw new ConfigError(`OTAI_SECRET_KEY must have at least ${shortest} characters`);
  }
  const path = join(dataFolder, "secret.key");
  try {
    // Whoever comes second reads what the first one wrote.
    writeFileSync(path, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const key = readFileSync(path, "utf8").trim();
  if (key.length < shortest) throw new ConfigError(`${path} is damaged: it must hold at least ${shortest} characters`);
  return key;
}
