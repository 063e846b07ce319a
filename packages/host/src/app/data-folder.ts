import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";

/** Makes the data folder and says in it which process matters. @throws ConfigError when it cannot be written. */
export function claimDataFolder(path: string, pid: number): { readonly path: string; release(): void } {
  const folder = resolve(path);
  const pidFile = join(folder, "otai.pid");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(pidFile, `${pid}\n`);
  } catch (cause) {
    throw new ConfigError(
      `cannot write to the data folder ${folder}: ${(cause as NodeJS.ErrnoException).code ?? (cause as Error).message}. Choose one that this user may write with OTAI_DATA_DIR`,
      { cause },
    );
  }
  return { path: folder, release: () => rmSync(pidFile, { force: true }) };
}
