import { importCorrected } from "@otai/core/learning/import-corrected";
import { type ImportResult, importHistory } from "@otai/core/learning/import-history";
import type { ModelRecord } from "@otai/core/ports/learning";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LoadedConfig } from "../config/load-config.ts";
import { readSecretKeys } from "../services/secret-key.ts";
import { trainInFork } from "../training/train-in-fork.ts";
import { promoteChallenger } from "./promote-challenger.ts";

export type LearningStep =
  | { readonly step: "import"; readonly connection: string; readonly read: number }
  | { readonly step: "imported"; readonly connection: string; readonly result: ImportResult }
  | {
      readonly step: "train";
      readonly connection: string;
      readonly phase: string;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly step: "trained";
      readonly connection: string;
      readonly model: ModelRecord;
      readonly promoted: boolean;
      /** Why it serves, or not. */
      readonly reason: string;
    }
  | { readonly step: "failed"; readonly connection: string; readonly reason: string }
  | { readonly step: "too-little"; readonly connection: string; readonly examples: number };

export interface LearnOptions {
  readonly loaded: LoadedConfig;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly signal: AbortSignal;
  readonly onStep: (step: LearningStep) => void;
  /** Who asked, for the record: `first start`, `schedule`, `cli`. */
  readonly by: string;
  /** Reads only what changed since the last training. */
  readonly onlyNew?: boolean;
}

/** Newest solved tickets that are read. */
const historyLimit = 30_000;
/** Below it nothing can be proven, and a model would only pretend. */
export const leastExamples = 200;
/** What is read again of the time before the last training: clocks differ, and reading takes a while. */
const overlapMs = 24 * 60 * 60_000;
/** Models that are kept to look at or to go back to. */
const keptModels = 20;

/** Reads a connection's solved history, trains on it in a process of its own and lets the model serve if it is no worse. */
export async function learnFromHistory(connected: ConnectedSystem, options: LearnOptions): Promise<ModelRecord | null> {
  const { store, onStep } = options;
  const connection = connected.name;
  await readHistory(connected, options);
  const examples = await store.read((tx) => tx.learning.countExamples(connected.uid));
  if (examples < leastExamples) {
    onStep({ step: "too-little", connection, examples });
    return null;
  }
  const { dataDir, secretKey } = options.loaded.environment;
  const order = {
    storeUrl: options.loaded.config.store.url,
    dataDir,
    secretKeys: readSecretKeys(secretKey, dataDir),
    connectionUid: connected.uid,
  };
  const model = await trainInFork(
    order,
    ({ step: phase, done, total }) => onStep({ step: "train", connection, phase, done, total }),
    options.signal,
  );
  const { promoted, reason } = await promoteChallenger(model, { ...options, connection });
  await store.write((tx) => tx.learning.pruneModels(connected.uid, keptModels));
  onStep({ step: "trained", connection, model, promoted, reason });
  return model;
}

/** Takes over what was solved, and what was corrected, as examples. */
export async function readHistory(
  connected: ConnectedSystem,
  options: Pick<LearnOptions, "store" | "loaded" | "onStep" | "onlyNew">,
): Promise<void> {
  const { store, onStep, loaded } = options;
  const { name: connection, uid } = connected;
  const labels = new Map(
    Object.entries(loaded.ticketSystems.find((system) => system.name === connection)?.fields ?? {}).flatMap(
      ([field, { writeTo }]) =>
        writeTo?.startsWith("custom_fields.") ? [[field, writeTo.slice("custom_fields.".length)] as const] : [],
    ),
  );
  const [newest] = options.onlyNew === true ? await store.read((tx) => tx.learning.listModels(uid)) : [];
  const result = await importHistory(connected, {
    store,
    limit: historyLimit,
    labels,
    onProgress: (read) => onStep({ step: "import", connection, read }),
    ...(newest === undefined ? {} : { since: newest.trainedAt - overlapMs }),
  });
  const corrections = await store.read((tx) => tx.corrections.list(connection));
  // A correction without a connection is one of the first.
  const isOurs = (named: string | null) => (named ?? loaded.ticketSystems[0]?.name) === connection;
  const ticketIds = [...new Set(corrections.filter((one) => isOurs(one.connection)).map(({ ticketId }) => ticketId))];
  const corrected = await importCorrected(connected, { store, labels, ticketIds });
  onStep({ step: "imported", connection, result: { ...result, kept: result.kept + corrected } });
}
