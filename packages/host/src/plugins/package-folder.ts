import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where plugins are looked for: the configuration's folder first, then otai itself (workspace, global install, npx). */
export function searchRoots(configFolder: string): string[] {
  return [configFolder, dirname(fileURLToPath(import.meta.url))];
}

/** All `node_modules` that Node would look into from the folder, nearest first. */
export function nodeModulesAbove(folder: string): string[] {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, "node_modules");
    if (existsSync(candidate)) found.push(candidate);
    // A package that lies in a node_modules sees its neighbours.
    if (dirname(at) === at) return found;
  }
}

/** The real folder of an installed package, or `undefined`. */
export function findPackage(name: string, roots: readonly string[]): string | undefined {
  for (const folder of roots.flatMap(nodeModulesAbove)) {
    const candidate = join(folder, name);
    if (existsSync(join(candidate, "package.json"))) return realpathSync(candidate);
  }
  return undefined;
}
