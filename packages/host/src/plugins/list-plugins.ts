import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { OtaiError } from "@otai/plugin-api/errors";
import { loadPlugin } from "./load-plugin.ts";
import { nodeModulesAbove, searchRoots } from "./package-folder.ts";
import { readManifest } from "./plugin-manifest.ts";

interface Listed {
  readonly name: string;
  readonly title: string;
}

export interface InstalledPlugin {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly ticketSystems: readonly Listed[];
  readonly languageModels: readonly Listed[];
  readonly embedders: readonly Listed[];
  /** Why it cannot be used, or `null`. */
  readonly problem: string | null;
}

/** All plugins that are installed where configurations look for them, by name; of a name twice, the one that is used. */
export async function listPlugins(configFolder: string): Promise<InstalledPlugin[]> {
  const found = new Map<string, InstalledPlugin>();
  for (const folder of searchRoots(configFolder).flatMap(nodeModulesAbove).flatMap(packagesIn)) {
    const plugin = await readInstalled(folder);
    if (plugin !== null && !found.has(plugin.name)) found.set(plugin.name, plugin);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

async function readInstalled(folder: string): Promise<InstalledPlugin | null> {
  const nothing = { ticketSystems: [], languageModels: [], embedders: [] };
  const fallback = { name: folder.split(/[\\/]/).at(-1)!, version: "", folder, ...nothing };
  try {
    const manifest = await readManifest(folder);
    if (manifest === null) return null;
    const { name, version } = manifest;
    try {
      const { ticketSystems, languageModels, embedders } = await loadPlugin(manifest);
      return {
        ...{ name, version, folder, problem: null },
        ticketSystems: listed(ticketSystems),
        languageModels: listed(languageModels),
        embedders: listed(embedders),
      };
    } catch (error) {
      if (!OtaiError.is(error)) throw error;
      return { name, version, folder, ...nothing, problem: error.message };
    }
  } catch (error) {
    // A neighbour's broken package.json is not ours to complain about unless it says that it is a plugin.
    return OtaiError.is(error) ? { ...fallback, problem: error.message } : null;
  }
}

function listed(part: Readonly<Record<string, { readonly title: string }>>): Listed[] {
  return Object.entries(part).map(([name, { title }]) => ({ name, title }));
}

function packagesIn(nodeModules: string): string[] {
  const names = readdirSync(nodeModules).filter((name) => !name.startsWith("."));
  const packages = names.flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(nodeModules, name)).map((inner) => join(name, inner)) : [name],
  );
  return packages
    .map((name) => join(nodeModules, name))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => realpathSync(folder));
}
