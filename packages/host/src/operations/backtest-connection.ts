import { type BacktestReport, backtest } from "@otai/intelligence/backtest";
import type { Progress } from "@otai/intelligence/train";
import { TrainingError } from "@otai/intelligence/train";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { openConnection, patiently } from "../app/open-connection.ts";
import { type LearningStep, readHistory } from "../learning/learn-from-history.ts";
import { readExamples, targetsOf } from "../training/read-examples.ts";
import { toneForExamples } from "../training/tone-of-tickets.ts";
import { toRow } from "../training/training-row.ts";
import type { Workplace } from "./with-store.ts";

export interface BacktestConnectionOptions {
  readonly name: string;
  /** `null`: all that the history can teach. */
  readonly targets: readonly string[] | null;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly onStep: (step: LearningStep) => void;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * What would have happened at a connection, by target: its history is read when there is none yet, and judged in order of time.
 * Writes nothing to the helpdesk. @throws ConfigError when the name is unknown or the history is too short
 */
export async function backtestConnection(
  workplace: Workplace,
  options: BacktestConnectionOptions,
): Promise<BacktestReport[]> {
  const { loaded, store } = workplace;
  const { name, onStep, onProgress } = options;
  const configured = loaded.ticketSystems.find((system) => system.name === name);
  if (configured === undefined) {
    const names = loaded.ticketSystems.map((system) => system.name).join(", ");
    throw new ConfigError(`there is no ticket system "${name}" in ${loaded.file}, only ${names}`);
  }
  const known = await store.read((tx) => tx.connections.getByName(name));
  let uid = known?.uid;
  if (uid === undefined || (await store.read((tx) => tx.learning.countExamples(uid!))) === 0) {
    const around = { ...workplace, log: options.log, signal: options.signal };
    const connected = patiently(await openConnection(configured, around), configured, around);
    await readHistory(connected, { store, loaded, onStep });
    uid = connected.uid;
  }
  const examples = await readExamples(store, uid);
  const rows = examples.map(toRow);
  try {
    return (options.targets ?? targetsOf(examples)).map((target) =>
      backtest(rows.map(toneForExamples(rows, [target])), { target, onProgress }),
    );
  } catch (error) {
    if (error instanceof TrainingError) throw new ConfigError(`${name}: ${error.message}`, { cause: error });
    throw error;
  }
}
