import { ConfigError } from "@otai/plugin-api/errors";
import type { InProcessServices } from "./create-services.ts";

export type ServedName = keyof InProcessServices;

/** Where the published integration guide expects each service. */
export const publishedPorts = {
  triage: 8001,
  reply: 8002,
  qa: 8003,
  sentiment: 8004,
  kb: 8006,
} as const satisfies Readonly<Record<ServedName, number>>;

export const serviceNames = Object.keys(publishedPorts) as ServedName[];

/** One address and what answers there. */
export interface ServedGroup {
  readonly services: readonly ServedName[];
  readonly port: number;
}

export interface ServeWish {
  /** None: all. */
  readonly names: readonly ServedName[];
  /** Every service on a port of its own. */
  readonly each: boolean;
  /** Given at the command line: with `each` it stands for 8001, and the others keep their distance; 0 takes free ones. */
  readonly port: number | null;
  /** Of everything that is served together. */
  readonly sharedPort: number;
}

/** One service is at its published port, several are together at one port, `each` at its own. */
export function planServers({ names, each, port, sharedPort }: ServeWish): ServedGroup[] {
  const services = names.length === 0 ? serviceNames : [...new Set(names)];
  const [only] = services;
  if (!each && (services.length > 1 || only === undefined)) return [{ services, port: port ?? sharedPort }];
  const first = publishedPorts[each ? "triage" : (only ?? "triage")];
  return services.map((service) => {
    const at = port === 0 ? 0 : (port ?? first) + publishedPorts[service] - first;
    if (at > 65_535) throw new ConfigError(`--port ${port} leaves no port for ${service}: give one below 65531`);
    return { services: [service], port: at };
  });
}
