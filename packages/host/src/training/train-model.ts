import { createHash } from "node:crypto";
import type { Learning, ModelRecord, TrainingExample } from "@otai/core/ports/learning";
import type { Clock } from "@otai/core/ports/surroundings";
import { encodeModel } from "@otai/intelligence/codec";
import type { Model } from "@otai/intelligence/model";
import { type Progress, train } from "@otai/intelligence/train";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LanguageDetector } from "@otai/text/language";
import { applyCorrections } from "./apply-corrections.ts";
import { toneForExamples } from "./tone-of-tickets.ts";

export interface TrainModelOptions {
  readonly connectionUid: string;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly detector: LanguageDetector;
  readonly onProgress: (progress: Progress) => void;
}

/** Fewer rows of a label are noise, not a class. */
const leastPerTarget = 2;
const promises = [0.8, 0.85, 0.9, 0.95, 0.97, 0.99] as const;

/** Learns from all stored examples of a connection and stores the model; who serves is decided elsewhere. */
export async function trainModel(options: TrainModelOptions): Promise<ModelRecord> {
  const { store, connectionUid } = options;
  const corrections = await store.read(async (tx) => {
    const connection = (await tx.connections.list()).find(({ uid }) => uid === connectionUid);
    return tx.corrections.list(connection?.name ?? null);
  });
  const examples = applyCorrections(await readExamples(store, connectionUid), corrections);
  const targets = [...countTargets(examples)]
    .filter(([, labels]) => labels >= leastPerTarget)
    .map(([target]) => target);
  const withTone = toneForExamples(examples, targets);
  const model = train(
    examples.map((example) =>
      withTone({
        id: example.ticketId,
        subject: example.subject,
        body: example.body,
        labels: example.labels,
        at: example.createdAt,
        metadata: example.metadata,
        ...(example.sender === null ? {} : { group: example.sender }),
      }),
    ),
    { targets, onProgress: options.onProgress },
  );
  const blob = encodeModel(model);
  const sha256 = createHash("sha256").update(blob).digest("hex");
  const record: ModelRecord = {
    version: `triage-${sha256.slice(0, 8)}`,
    connectionUid,
    sha256,
    bytes: blob.byteLength,
    trainedAt: options.clock.now(),
    examples: examples.length,
    targets,
    languages: shareOfLanguages(examples, options.detector),
    figures: Object.fromEntries(targets.map((target) => [target, figuresOf(model, target)])),
  };
  await store.write((tx) => tx.learning.putModel(record, blob));
  return record;
}

async function readExamples(store: OtaiStore, connectionUid: string): Promise<TrainingExample[]> {
  const examples: TrainingExample[] = [];
  let cursor: string | null = null;
  do {
    const from: string | null = cursor;
    const page: Awaited<ReturnType<Learning["listExamples"]>> = await store.read((tx) =>
      tx.learning.listExamples(connectionUid, 1000, from),
    );
    examples.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return examples;
}

/** Target → how many different labels it has. */
function countTargets(examples: readonly TrainingExample[]): Map<string, number> {
  const labels = new Map<string, Set<string>>();
  for (const example of examples) {
    for (const [target, label] of Object.entries(example.labels)) {
      const known = labels.get(target) ?? new Set<string>();
      labels.set(target, known.add(label));
    }
  }
  return new Map([...labels].map(([target, set]) => [target, set.size]));
}

function shareOfLanguages(examples: readonly TrainingExample[], detector: LanguageDetector): Record<string, number> {
  const counts = new Map<string, number>();
  for (const example of examples) {
    const language = detector.detect(`${example.subject}\n${example.body}`).language ?? example.language;
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(
    [...counts].map(([language, count]) => [language, Math.round((count / total) * 10_000) / 10_000]),
  );
}

/** What the model may promise for one target, measured on history that each scoring model had not seen. */
function figuresOf(model: Model, target: string): Record<string, unknown> {
  return {
    labels: model.labels(target),
    ...model.quality(target),
    coverage: Object.fromEntries(
      promises.map((precision) => {
        const { threshold, coverage, observed, lowerBound, evidence, vetoed } = model.thresholdFor(target, precision);
        return [precision.toFixed(2), { threshold, coverage, observed, lowerBound, evidence, vetoed }];
      }),
    ),
  };
}
