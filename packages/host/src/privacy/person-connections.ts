import { OtaiError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { openConnection, patiently } from "../app/open-connection.ts";
import type { Workplace } from "../operations/with-store.ts";
import { platformOf } from "../plugins/platform-of.ts";
import type { PersonConnection } from "./find-person.ts";

export interface PersonConnectionsOptions {
  /** Only this one is asked; `null` for all. */
  readonly ticketSystem: string | null;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** The connections of an installation that is not running here. One that does not answer is forgotten from all the same. */
export async function personConnections(
  workplace: Workplace,
  { ticketSystem, log, signal }: PersonConnectionsOptions,
): Promise<PersonConnection[]> {
  const { loaded, store } = workplace;
  const around = { ...workplace, log, signal };
  const connections: PersonConnection[] = [];
  for (const configured of loaded.ticketSystems) {
    const { name, plugin } = configured;
    const known = await store.read((tx) => tx.connections.getByName(name));
    // It was never connected, so that nothing can be kept of it.
    if (known === null) continue;
    const platform = platformOf(plugin.packageName);
    const reader =
      ticketSystem !== null && ticketSystem !== name
        ? "it was not chosen"
        : await openConnection(configured, around).then(
            (connected) => patiently(connected, configured, around).system.read,
            unreachable,
          );
    connections.push({ uid: known.uid, name, platform, reader });
  }
  return connections;
}

function unreachable(error: unknown): string {
  if (OtaiError.is(error)) return error.message;
  throw error;
}
