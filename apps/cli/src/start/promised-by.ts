import type { LoadedConfig } from "@otai/host/config/load-config";

const unset = 0.95;

/** Precision that the configuration promises per connection and field. */
export function promisedBy(loaded: LoadedConfig): (connection: string, field: string) => number {
  return (connection, field) =>
    loaded.ticketSystems.find((system) => system.name === connection)?.fields[field]?.precision ?? unset;
}
