import { OtaiError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import { type ConfigIssue, InvalidConfigError } from "../config/config-issue.ts";
import type { LoadedConfig } from "../config/load-config.ts";
import { connect } from "./connect.ts";

/**
 * Creates every ticket system without using it: some faults (a CA file that cannot be read, `verify: false` for a
 * public host) only show there.
 * @throws InvalidConfigError with all of them.
 */
export function checkParameters(loaded: LoadedConfig, context: Omit<PluginContext, "connection">): void {
  const issues = loaded.ticketSystems.flatMap((system): ConfigIssue[] => {
    try {
      connect(system, context);
      return [];
    } catch (error) {
      if (!OtaiError.is(error)) throw error;
      const [, place, reason] = /^(ticket_systems\.[\w.-]+): (.+)$/s.exec(error.message) ?? [];
      const path = place?.split(".") ?? ["ticket_systems", system.name, "params"];
      return [{ line: loaded.lineOf(path), path, message: reason ?? error.message }];
    }
  });
  if (issues.length > 0) throw new InvalidConfigError(loaded.file, issues);
}
