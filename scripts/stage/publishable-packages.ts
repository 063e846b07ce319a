import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface SourcePackage {
  /** Relative to the repository, e.g. `packages/core`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The workspaces that are published: all that have sources and do not say `private`. */
export function publishablePackages(repository: string): SourcePackage[] {
  return ["packages", "plugins", "apps"]
    .flatMap((parent) =>
      readdirSync(join(repository, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${parent}/${name}`)
        .filter((folder) => hasSources(join(repository, folder, "src"))),
    )
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(repository, folder, "package.json"), "utf8")) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true);
}

function hasSources(folder: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: "utf8" }).some((path) => path.endsWith(".ts"))
  );
}
