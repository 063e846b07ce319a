import { pathToFileURL } from "node:url";
import { ConfigError } from "@otai/plugin-api/errors";
import { definePlugin, type Plugin } from "@otai/plugin-api/plugin";
import { type PluginManifest, pluginApi } from "./plugin-manifest.ts";
import { withTimeLimit } from "./time-limit.ts";

const loadLimitMs = 30_000;

/** Imports a plugin and looks whether it is one. @throws ConfigError naming the package. */
export async function loadPlugin({ name, version, api, entry }: PluginManifest): Promise<Plugin> {
  if (api !== pluginApi) {
    throw new ConfigError(
      `${name} ${version} is made for plugin API ${api}, this OTAI speaks ${pluginApi}; install a version of ${name} that fits, or update otai`,
    );
  }
  const limit = withTimeLimit(
    loadLimitMs,
    () => new ConfigError(`${name} did not load within ${loadLimitMs / 1000} s; tell its author`),
  );
  const module = await limit(
    import(pathToFileURL(entry).href).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
      throw new ConfigError(`${name} ${version} cannot be loaded: ${reason}`, { cause });
    }),
  );
  const plugin: unknown = (module as { default?: unknown }).default;
  if (!isPlugin(plugin)) {
    throw new ConfigError(
      `${name} ${version} is no plugin: its default export must be definePlugin({ api: 1, ticketSystems })`,
    );
  }
  // It may have been made by hand, or by a definePlugin that did not know all parts yet.
  return definePlugin(plugin);
}

function isPlugin(value: unknown): value is Parameters<typeof definePlugin>[0] {
  if (typeof value !== "object" || value === null) return false;
  const { api, ticketSystems, languageModels, embedders } = value as Partial<Plugin>;
  const parts = [ticketSystems, languageModels, embedders].filter((part) => part !== undefined);
  return api === pluginApi && parts.length > 0 && parts.every((part) => typeof part === "object" && part !== null);
}
