import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";

/** Makes the data folder and says in it which process matters. @throws ConfigError when it cannot be written. */
export function claimDataFolder(path: string, pid: number): { readonly path: string; release(): void } {
  const folder = makeDataFolder(path);
  const pidFile = join(folder, "otai.pid");
  orExplain(folder, () => writeFileSync(pidFile, `${pid}\n`));
  return { path: folder, release: () => rmSync(pidFile, { force: true }) };
}

/** @returns its absolute path. @throws ConfigError when this user may not make it. */
export function makeDataFolder(path: string): string {
  const folder = resolve(path);
  orExplain(folder, () => makeWithParents(folder));
  return folder;
}

/** One level after the other: Node's own recursion never ends where a folder takes no children (as /proc does). */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeWithParents(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function orExplain(folder: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new ConfigError(
      `cannot write to the data folder ${folder}: ${(cause as NodeJS.ErrnoException).code ?? (cause as Error).message}. Choose one that this user may write with OTAI_DATA_DIR`,
      { cause },
    );
  }
}
