import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigError } from "@otai/plugin-api/errors";
import { type PluginNames, pluginNames } from "./plugin-names.ts";

/** The sample of the guide: in the published package, else in the repository. */
const templates = ["../../template/", "../../../../examples/plugin-sample/"];
const sample = pluginNames("plain-desk");
/** npm leaves a `.gitignore` out of packages, so it cannot lie in the template. */
const gitignore = "node_modules/\ndist/\n";

/**
 * Writes a plugin that passes the conformance suite against a simulated desk: the sample of the guide under another name.
 * @returns the files, relative to the folder
 * @throws ConfigError when something lies in the folder already
 */
export function writePlugin(names: PluginNames, folder: string): string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ConfigError(`${folder} is not empty: give another folder with --dir`);
  }
  const template = templateFolder();
  const files = new Map([[".gitignore", gitignore]]);
  for (const path of filesOf(template)) {
    const text = renamed(readFileSync(join(template, path), "utf8"), names);
    files.set(renamed(path, names), path === "package.json" ? publishable(text) : text);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return [...files.keys()].sort();
}

function templateFolder(): string {
  const folders = templates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(join(folder, "package.json")));
  if (found === undefined) throw new Error(`the sample plugin is missing from this installation (${folders[0]})`);
  return found;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .filter((path) => !/(^|[/\\])(node_modules|dist)[/\\]/.test(path));
}

function renamed(text: string, names: PluginNames): string {
  const forms = Object.keys(sample) as (keyof PluginNames)[];
  return forms.reduce((result, form) => result.replaceAll(sample[form], names[form]), text);
}

/** The sample itself must not be published; what is made of it may. */
function publishable(manifest: string): string {
  const { private: _, ...rest } = JSON.parse(manifest) as Record<string, unknown>;
  return `${JSON.stringify(rest, null, 2)}\n`;
}
