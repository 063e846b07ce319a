import { ConfigError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { openConnection, patiently } from "../app/open-connection.ts";
import { type LearningStep, learnFromHistory } from "../learning/learn-from-history.ts";
import type { Workplace } from "./with-store.ts";

export interface TrainConnectionOptions {
  readonly name: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly onStep: (step: LearningStep) => void;
  readonly by: string;
}

/** Reads the history of a connection anew and trains on it. @throws ConfigError when the name is unknown. */
export async function trainConnection(workplace: Workplace, options: TrainConnectionOptions): Promise<void> {
  const { loaded, store, clock, ids } = workplace;
  const configured = loaded.ticketSystems.find((system) => system.name === options.name);
  if (configured === undefined) {
    const names = loaded.ticketSystems.map(({ name }) => name).join(", ");
    throw new ConfigError(`there is no ticket system "${options.name}" in ${loaded.file}, only ${names}`);
  }
  const { log, signal, onStep, by } = options;
  const around = { ...workplace, log, signal };
  const connected = patiently(await openConnection(configured, around), configured, around);
  await learnFromHistory(connected, { loaded, store, clock, ids, signal, onStep, by });
}
