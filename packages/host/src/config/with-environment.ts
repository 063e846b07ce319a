import type { Config } from "./config-schema.ts";
import type { Environment } from "./environment.ts";
import { generalScopes } from "./server-schema.ts";

/** What the environment says stands above the file. */
export function withEnvironment(config: Config, { host, port, databaseUrl, apiKey }: Environment): Config {
  const ownKey = apiKey === null ? [] : [{ name: "OTAI_API_KEY", key: apiKey, scopes: [...generalScopes] }];
  return {
    ...config,
    server: {
      ...config.server,
      host: host ?? config.server.host,
      port: port ?? config.server.port,
      keys: [...config.server.keys, ...ownKey],
    },
    store: { url: databaseUrl ?? config.store.url },
  };
}
