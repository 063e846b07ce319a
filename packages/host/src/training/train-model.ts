import { createHash } from "node:crypto";
import { isTestTicket } from "@otai/core/learning/test-tickets";
import type { ModelRecord, TrainingExample } from "@otai/core/ports/learning";
import type { Clock } from "@otai/core/ports/surroundings";
import { encodeModel } from "@otai/intelligence/codec";
import type { Model } from "@otai/intelligence/model";
import { type Progress, train } from "@otai/intelligence/train";
import { hasTrustedConfidence } from "@otai/services/triage/trusted-confidence";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LanguageDetector } from "@otai/text/language";
import { judgeModel } from "./judge-model.ts";
import { readExamples, targetsOf } from "./read-examples.ts";
import { toneForExamples } from "./tone-of-tickets.ts";
import { toRow } from "./training-row.ts";
import { isLearned } from "./trust-labels.ts";

export interface TrainModelOptions {
  readonly connectionUid: string;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly detector: LanguageDetector;
  readonly onProgress: (progress: Progress) => void;
}

const promises = [0.8, 0.85, 0.9, 0.95, 0.97, 0.99] as const;

/**
 * Learns from a connection's stored examples but for the test tickets, on which it is compared with the model that serves, and stores
 * the model with the verdict; who serves is decided elsewhere.
 */
export async function trainModel(options: TrainModelOptions): Promise<ModelRecord> {
  const { store, connectionUid } = options;
  const all = await readExamples(store, connectionUid);
  const examples = all.filter((example) => !isTestTicket(example.ticketId) && isLearned(example));
  const targets = targetsOf(examples);
  const rows = examples.map(toRow);
  const model = train(rows.map(toneForExamples(rows, targets)), { targets, onProgress: options.onProgress });
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
    verdict: await judgeModel(model, all, { store, connectionUid }),
  };
  await store.write((tx) => tx.learning.putModel(record, blob));
  return record;
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
  const trusted = hasTrustedConfidence(model, target);
  return {
    labels: model.labels(target),
    ...model.quality(target),
    coverage: Object.fromEntries(
      promises.map((precision) => {
        const { threshold, coverage, observed, lowerBound, evidence, vetoed } = model.thresholdFor(target, precision);
        const reach = trusted ? { threshold, coverage } : { threshold: null, coverage: 0 };
        return [precision.toFixed(2), { ...reach, observed, lowerBound, evidence, vetoed }];
      }),
    ),
  };
}
