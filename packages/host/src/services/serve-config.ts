import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { ConfigError } from "@otai/plugin-api/errors";
import { configSchema } from "../config/config-schema.ts";
import { withEnvFile } from "../config/env-file.ts";
import { readEnvironment } from "../config/environment.ts";
import type { Environ } from "../config/expand-template.ts";
import { mergeFields } from "../config/field-schema.ts";
import { type LoadedConfig, loadConfig } from "../config/load-config.ts";
import { exposureFault } from "../config/server-exposure.ts";
import { withEnvironment } from "../config/with-environment.ts";

const usualFile = "config.yml";

/**
 * The configuration of services that run by themselves: the file that was named, else `config.yml` of this folder, else the defaults
 * and the environment, without any ticket system. @throws InvalidConfigError, ConfigError
 */
export async function loadServeConfig(file: string | undefined, env: Environ): Promise<LoadedConfig> {
  const path = file ?? usualFile;
  if (file !== undefined || existsSync(path)) return loadConfig(path, env);
  const environment = readEnvironment(await withEnvFile(path, env));
  const defaults = configSchema.omit({ ticket_systems: true }).parse({});
  const config = withEnvironment({ ...defaults, ticket_systems: {} }, environment);
  const exposure = exposureFault(config.server.host, config.server.keys);
  if (exposure !== null) throw new ConfigError(exposure);
  return {
    file: path,
    folder: resolve("."),
    config,
    environment,
    fields: mergeFields(config.fields),
    ticketSystems: [],
    secretPaths: [],
    secrets: [],
    lineOf: () => 0,
  };
}
