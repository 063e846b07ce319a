import { ConfigError } from "@otai/plugin-api/errors";
import type { EngineDefinition, Plugin, TicketSystemDefinition } from "@otai/plugin-api/plugin";
import { suggestionText } from "../config/suggest.ts";
import { loadPlugin } from "./load-plugin.ts";
import { findPackage, searchRoots } from "./package-folder.ts";
import { readManifest } from "./plugin-manifest.ts";

interface Resolved<Definition> {
  /** The package's real name, e.g. `otai-zendesk`. */
  readonly packageName: string;
  readonly version: string;
  /** The name within the plugin, e.g. `ZendeskTicketsystemService`. */
  readonly name: string;
  readonly definition: Definition;
}
export type ResolvedTicketSystem = Resolved<TicketSystemDefinition>;
export type ResolvedEngine = Resolved<EngineDefinition>;

/**
 * Finds what `use: otai_zendesk:ZendeskTicketsystemService` names: package before the last colon (`_` may stand for
 * `-`), ticket system behind it; from the configuration's folder, then from otai itself.
 * @throws ConfigError that says what to install or which name was meant.
 */
export function resolveTicketSystem(use: string, configFolder: string): Promise<ResolvedTicketSystem> {
  return resolve(use, configFolder, "ticket system", (plugin) => plugin.ticketSystems);
}

/** The same for `otai_llm:OpenAiCompatibleModel`. @throws ConfigError */
export function resolveLanguageModel(use: string, configFolder: string): Promise<ResolvedEngine> {
  return resolve(use, configFolder, "language model", (plugin) => plugin.languageModels);
}

/** The same for `otai_transformers:OnnxEmbedder`. @throws ConfigError */
export function resolveEmbedder(use: string, configFolder: string): Promise<ResolvedEngine> {
  return resolve(use, configFolder, "embedder", (plugin) => plugin.embedders);
}

async function resolve<Definition>(
  use: string,
  configFolder: string,
  what: string,
  partOf: (plugin: Plugin) => Readonly<Record<string, Definition>>,
): Promise<Resolved<Definition>> {
  const colon = use.lastIndexOf(":");
  const given = use.slice(0, colon);
  const name = use.slice(colon + 1);
  const dashed = given.replaceAll("_", "-");
  const roots = searchRoots(configFolder);
  const folder = findPackage(given, roots) ?? findPackage(dashed, roots);
  if (folder === undefined) throw new ConfigError(`the plugin ${dashed} is not installed; npm install ${dashed}`);
  const manifest = await readManifest(folder);
  if (manifest === null) {
    throw new ConfigError(`the package ${dashed} is no OTAI plugin (its package.json has no "otai" part)`);
  }
  const part = partOf(await loadPlugin(manifest));
  const definition = Object.hasOwn(part, name) ? part[name] : undefined;
  if (definition === undefined) {
    const hint = suggestionText(name, Object.keys(part));
    throw new ConfigError(`${manifest.name} has no ${what} "${name}"${hint}`);
  }
  return { packageName: manifest.name, version: manifest.version, name, definition };
}
