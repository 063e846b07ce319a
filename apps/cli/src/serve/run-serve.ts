import { createLog, type LogLevel } from "@otai/host/log/create-log";
import { loadServeConfig } from "@otai/host/services/serve-config";
import { planServers, type ServedName } from "@otai/host/services/serve-plan";
import { serveServices } from "@otai/host/services/serve-services";
import { untilStopped } from "../until-stopped.ts";
import { version } from "../version.ts";

export interface ServeOptions {
  readonly services: readonly ServedName[];
  readonly each?: boolean;
  readonly config?: string;
  readonly host?: string;
  readonly port?: number;
  readonly logLevel?: LogLevel;
}

/** The services, until they are stopped. */
export async function runServe(options: ServeOptions): Promise<void> {
  const { services, each = false, config, host, port = null, logLevel = "info" } = options;
  const env = { ...process.env, ...(host === undefined ? {} : { OTAI_HOST: host }) };
  const loaded = await loadServeConfig(config, env);
  const servers = planServers({ names: services, each, port, sharedPort: loaded.config.server.port });
  const stopped = untilStopped();
  const log = createLog(logLevel, loaded.secrets);
  const served = await serveServices({ loaded, servers, version: version(), log });
  const systems = loaded.ticketSystems.map(({ name }) => name);
  const lines = [
    ...served.servers.map((server) => `${server.services.join(", ")} at ${server.url}`),
    `Data in ${loaded.config.store.url === null ? served.dataFolder : "PostgreSQL"}; ${
      systems.length === 0
        ? `no ticket system (there is no ${loaded.file}): triage goes by descriptions of categories`
        : `ticket systems: ${systems.join(", ")}`
    }`,
    "Ctrl-C ends it.",
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
  await stopped;
  await served.close();
}
