import { dirname, resolve } from "node:path";
import { OtaiError } from "@otai/plugin-api/errors";
import type { z } from "zod";
import { type ResolvedTicketSystem, resolveTicketSystem } from "../plugins/resolve-plugin.ts";
import { checkFieldNames, checkReferences } from "./check-references.ts";
import { type ConfigIssue, type ConfigPath, InvalidConfigError, isPrefix } from "./config-issue.ts";
import type { Config } from "./config-schema.ts";
import { configSchema } from "./config-schema.ts";
import { withEnvFile } from "./env-file.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import type { Environ } from "./expand-template.ts";
import { type FieldSettings, mergeFields } from "./field-schema.ts";
import { parseExpanded } from "./parse-expanded.ts";
import { readTextFile } from "./read-text-file.ts";
import { exposureFault } from "./server-exposure.ts";
import { withEnvironment } from "./with-environment.ts";
import { readYaml, type YamlSource } from "./yaml-source.ts";

export interface LoadedTicketSystem {
  /** The name in the configuration. */
  readonly name: string;
  readonly settings: Config["ticket_systems"][string];
  /** This connection's fields over the general ones over the defaults. */
  readonly fields: Readonly<Record<string, FieldSettings>>;
  readonly plugin: ResolvedTicketSystem;
  /** As the plugin's own schema returned them. */
  readonly params: unknown;
}

export interface LoadedConfig {
  /** As it was given. */
  readonly file: string;
  /** Absolute; plugins and relative paths are looked up from here. */
  readonly folder: string;
  /** The environment stands above the file already: host, port, store and API key are what counts. */
  readonly config: Config;
  readonly environment: Environment;
  readonly ticketSystems: readonly LoadedTicketSystem[];
  /** Defaults for every connection. */
  readonly fields: Readonly<Record<string, FieldSettings>>;
  /** Where the values stand that came from the environment. */
  readonly secretPaths: readonly ConfigPath[];
  /** The values themselves, for redaction. */
  readonly secrets: readonly string[];
  /** For messages: the line of the deepest part of the path that stands in the file. */
  lineOf(path: ConfigPath): number;
}

/**
 * Reads, expands and validates a configuration, plugins' parameters included.
 * @throws InvalidConfigError with everything that is wrong, one line each.
 */
export async function loadConfig(path: string, env: Environ): Promise<LoadedConfig> {
  const folder = dirname(resolve(path));
  const fullEnv = await withEnvFile(path, env);
  const environment = readEnvironment(fullEnv);
  const source = readYaml(await readTextFile(path), fullEnv);
  if (!source.readable) throw new InvalidConfigError(path, source.issues);
  const issues: ConfigIssue[] = [...source.issues];
  const add = (at: ConfigPath, message: string) => {
    const silenced = source.broken.some((broken) => isPrefix(broken, at) || isPrefix(at, broken));
    if (!silenced) issues.push({ line: source.lineOf(at), path: at, message: masked(message, source) });
  };

  const shape = shapeFault(source.value);
  if (shape !== null)
    throw new InvalidConfigError(path, issues.length > 0 ? issues : [{ line: 0, path: [], message: shape }]);
  const parsed = parseExpanded(configSchema, source.value, source.expanded);
  if (!parsed.ok) for (const fault of parsed.faults) add(fault.path, fault.message);
  const ticketSystems = await readTicketSystems(source, folder, add);
  for (const fault of referenceFaults(source)) add(fault.path, fault.message);
  const config = parsed.ok ? withEnvironment(parsed.value, environment) : undefined;
  const exposure = config === undefined ? null : exposureFault(config.server.host, config.server.keys);
  if (exposure !== null) add(["server", "host"], exposure);
  if (issues.length > 0 || config === undefined) throw new InvalidConfigError(path, issues);

  const secrets = source.expanded.filter((string) => string.secrets.length > 0);
  return {
    file: path,
    folder,
    config,
    environment,
    fields: mergeFields(config.fields),
    ticketSystems: ticketSystems.map(({ name, plugin, params }) => {
      const settings = config.ticket_systems[name]!;
      return { name, settings, plugin, params, fields: mergeFields(config.fields, settings.fields) };
    }),
    secretPaths: secrets.map((string) => string.path),
    secrets: [...new Set(secrets.flatMap((string) => string.secrets))],
    lineOf: source.lineOf,
  };
}

function shapeFault(value: unknown): string | null {
  if (value === undefined) return "the file is empty; `otai init` writes a configuration to begin with";
  if (typeof value === "object" && !Array.isArray(value)) return null;
  return "this is not a configuration: it must begin with keys such as ticket_systems:; `otai init` writes one";
}

/** Looks at each section by itself, so that a fault in one does not hide what is wrong with the next. */
function referenceFaults({ value, expanded }: YamlSource) {
  const root = groupOf(value);
  const sections = Object.entries(configSchema.shape).flatMap(([key, schema]) => {
    const inside = expanded.filter(({ path }) => path[0] === key).map((one) => ({ ...one, path: one.path.slice(1) }));
    const parsed = parseExpanded<z.ZodType>(schema, root[key], inside);
    return parsed.ok ? [[key, parsed.value]] : [];
  });
  const systems = Object.entries(groupOf(root.ticket_systems));
  const fields = groupOf(root.fields);
  return [
    ...checkReferences(
      Object.fromEntries(sections),
      systems.map(([name]) => name),
    ),
    ...checkFieldNames(["fields"], fields, []),
    ...systems.flatMap(([name, system]) =>
      checkFieldNames(["ticket_systems", name, "fields"], groupOf(groupOf(system).fields), Object.keys(fields)),
    ),
  ];
}

/** Each connection by itself, so that one wrong plugin does not hide what is wrong with the next. */
async function readTicketSystems(
  source: YamlSource,
  folder: string,
  add: (path: ConfigPath, message: string) => void,
): Promise<{ name: string; plugin: ResolvedTicketSystem; params: unknown }[]> {
  const loaded = [];
  for (const [name, entry] of Object.entries(groupOf(groupOf(source.value).ticket_systems))) {
    const { use, params } = groupOf(entry);
    // A `use` of the wrong form was reported by the schema.
    if (typeof use !== "string" || !/^[^\s:]+:[^\s:]+$/.test(use.replace(/^@[^/]+\//, ""))) continue;
    const path = ["ticket_systems", name];
    try {
      const plugin = await resolveTicketSystem(use, folder);
      const paramsPath = [...path, "params"];
      const expanded = source.expanded
        .filter((string) => isPrefix(paramsPath, string.path))
        .map((string) => ({ ...string, path: string.path.slice(paramsPath.length) }));
      const parsed = parseExpanded(plugin.definition.params, groupOf(params), expanded);
      if (parsed.ok) loaded.push({ name, plugin, params: parsed.value });
      else for (const fault of parsed.faults) add([...paramsPath, ...fault.path], fault.message);
    } catch (error) {
      if (!OtaiError.is(error)) throw error;
      add([...path, "use"], error.message);
    }
  }
  return loaded;
}

/** `params: {}` may be absent, and wrong kinds were reported by the schema. */
function groupOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A message may quote a wrong value, but not one from the environment. */
function masked(message: string, { expanded }: YamlSource): string {
  const secrets = expanded.flatMap((string) => string.secrets).filter((secret) => secret.length >= 4);
  return secrets.reduce((text, secret) => text.replaceAll(secret, "***"), message);
}
