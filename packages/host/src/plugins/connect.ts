import { ConfigError, OtaiError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import type { LoadedTicketSystem } from "../config/load-config.ts";
import type { GuardOptions } from "./guard-calls.ts";
import { guardTicketSystem } from "./guard-ticket-system.ts";

/**
 * Makes the ticket system of one configured connection, guarded. Nothing goes over the network yet.
 * @throws ConfigError when the parameters cannot work together.
 */
export function connect(
  { name, plugin, params }: Pick<LoadedTicketSystem, "name" | "plugin" | "params">,
  context: Omit<PluginContext, "connection">,
  limits: Omit<GuardOptions, "connection"> = {},
): TicketSystem {
  try {
    const system = plugin.definition.create(params, { ...context, connection: name });
    return guardTicketSystem(system, { ...limits, connection: name });
  } catch (cause) {
    if (OtaiError.is(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`ticket_systems.${name}: ${plugin.packageName} cannot be started: ${reason}`, { cause });
  }
}
