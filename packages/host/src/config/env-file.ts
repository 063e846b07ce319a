import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Environ } from "./expand-template.ts";

/** The environment with `.env` beside the configuration under it: what is really set goes before the file. */
export async function withEnvFile(configPath: string, env: Environ): Promise<Environ> {
  const path = join(dirname(configPath), ".env");
  try {
    const fromFile = parseEnv(await readFile(path, "utf8"));
    const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== "");
    return { ...fromFile, ...Object.fromEntries(set) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return env;
    throw new ConfigError(`${path}: the file cannot be read; check its owner and rights`, { cause });
  }
}
