import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";
import { z } from "zod";

/** The plugin API that this host speaks. */
export const pluginApi = 1;

const packageJson = z.looseObject({
  name: z.string(),
  version: z.string().default("0.0.0"),
  main: z.string().optional(),
  exports: z.unknown().optional(),
  otai: z.looseObject({ api: z.number(), plugin: z.string().default(".") }).optional(),
});

export interface PluginManifest {
  readonly name: string;
  readonly version: string;
  readonly api: number;
  /** Absolute path of the module whose default export is the plugin. */
  readonly entry: string;
}

/** Reads a package's `package.json`; `null` when it is no plugin. @throws ConfigError when it is one, but a broken one. */
export async function readManifest(folder: string): Promise<PluginManifest | null> {
  const json: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (typeof json !== "object" || json === null || !("otai" in json)) return null;
  const parsed = packageJson.safeParse(json);
  if (!parsed.success || parsed.data.otai === undefined) {
    throw new ConfigError(`${folder}/package.json: a plugin has "otai": {"api": 1, "plugin": "."}`);
  }
  const { name, version, main, exports, otai } = parsed.data;
  const target = targetOf(exports, otai.plugin) ?? (otai.plugin === "." ? (main ?? "index.js") : otai.plugin);
  return { name, version, api: otai.api, entry: join(folder, target) };
}

/** The file behind a subpath of `exports`, for `import`. Patterns are not needed for a plugin's one entry. */
function targetOf(exports: unknown, subpath: string): string | undefined {
  if (typeof exports === "string") return subpath === "." ? exports : undefined;
  if (typeof exports !== "object" || exports === null) return undefined;
  const entries = exports as Readonly<Record<string, unknown>>;
  if (subpath in entries) return targetOf(entries[subpath], ".");
  const condition = Object.keys(entries).find((key) => key === "node" || key === "import" || key === "default");
  return condition === undefined ? undefined : targetOf(entries[condition], subpath);
}
