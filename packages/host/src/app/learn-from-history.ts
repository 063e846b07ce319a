import { type ImportResult, importHistory } from "@otai/core/learning/import-history";
import type { ModelRecord } from "@otai/core/ports/learning";
import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { LoadedConfig } from "../config/load-config.ts";
import { readSecretKeys } from "../services/secret-key.ts";
import { trainInFork } from "../training/train-in-fork.ts";

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
  | { readonly step: "trained"; readonly connection: string; readonly model: ModelRecord; readonly promoted: boolean }
  | { readonly step: "failed"; readonly connection: string; readonly reason: string }
  | { readonly step: "too-little"; readonly connection: string; readonly examples: number };

export interface LearnOptions {
  readonly loaded: LoadedConfig;
  readonly store: Store;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onStep: (step: LearningStep) => void;
  /** Who asked, for the record: `first start`, `cli`. */
  readonly by: string;
}

/** Newest solved tickets that are read. */
const historyLimit = 30_000;
/** Below it nothing can be proven, and a model would only pretend. */
export const leastExamples = 200;

/** Reads a connection's solved history, trains on it in a process of its own and lets the model serve. */
export async function learnFromHistory(connected: ConnectedSystem, options: LearnOptions): Promise<ModelRecord | null> {
  const { store, clock, onStep } = options;
  const connection = connected.name;
  const labels = new Map(
    Object.entries(options.loaded.ticketSystems.find((system) => system.name === connection)?.fields ?? {}).flatMap(
      ([field, { writeTo }]) =>
        writeTo?.startsWith("custom_fields.") ? [[field, writeTo.slice("custom_fields.".length)] as const] : [],
    ),
  );
  const onProgress = (read: number) => onStep({ step: "import", connection, read });
  const result = await importHistory(connected, { store, limit: historyLimit, labels, onProgress });
  onStep({ step: "imported", connection, result });
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
  const champion = await store.read((tx) => tx.learning.getChampion(connected.uid));
  const marked = await store.read((tx) => tx.privacy.modelsToRetrain());
  // A model that knows of an erased person gives way to one that does not, even if it was the better one.
  const isMarked = marked.some(
    ({ connectionUid: uid, version }) => uid === connected.uid && version === champion?.version,
  );
  const promoted = champion === null || isMarked || isNoWorse(model, champion);
  if (promoted) {
    await store.write((tx) => tx.learning.setChampion(connected.uid, model.version, clock.now(), options.by));
  }
  onStep({ step: "trained", connection, model, promoted });
  return model;
}

/** Chance alone moves an accuracy by so much. */
const tolerance = 0.01;

/** A challenger serves only if it predicted unseen history, target by target, as well as the champion did. */
function isNoWorse(challenger: ModelRecord, champion: ModelRecord): boolean {
  const accuracyOf = (model: ModelRecord, target: string) =>
    (model.figures[target] as { accuracy?: number } | undefined)?.accuracy ?? 0;
  return champion.targets.every((target) => accuracyOf(challenger, target) >= accuracyOf(champion, target) - tolerance);
}
