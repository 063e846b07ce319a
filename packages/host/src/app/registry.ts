import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { LoadedConfig } from "../config/load-config.ts";
import { platformOf } from "../plugins/platform-of.ts";

/** The connections of a running installation, by uid. */
export type Registry = ReadonlyMap<string, ConnectedSystem>;

function platform(loaded: LoadedConfig, { name }: ConnectedSystem): string {
  return platformOf(loaded.ticketSystems.find((system) => system.name === name)!.plugin.packageName);
}

/** Uid, name and platform of each connection. */
export function namedConnections(registry: Registry, loaded: LoadedConfig) {
  return [...registry.values()].map((connected) => ({
    uid: connected.uid,
    name: connected.name,
    platform: platform(loaded, connected),
  }));
}

/** Connections with articles, by the first words of their webhook paths. */
export function articleSources(registry: Registry, loaded: LoadedConfig) {
  return [...registry.values()].flatMap((connected) => {
    if (connected.system.articles === undefined) return [];
    return [{ connected, platforms: [...(connected.system.webhooks?.platforms ?? []), platform(loaded, connected)] }];
  });
}
