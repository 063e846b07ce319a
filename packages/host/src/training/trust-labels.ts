import { createHash } from "node:crypto";
import { unlearnedMoves } from "@otai/core/learning/unlearned-moves";
import type { Provenance, TrainingExample, WrittenQueue } from "@otai/core/ports/learning";

/** So many of the rows whose queue AI wrote are learned from: a model that reads its own output proves itself right. */
const learnedShare: Record<Provenance, number> = { human_set: 1, human_confirmed: 1, ai_kept: 0.5, ai_unseen: 0.25 };

/**
 * Names the rows whose queue is our own output, and takes the queue from those that were moved for other reasons than
 * their content: bulk actions, absences, load balancing.
 */
export function trustLabels(examples: readonly TrainingExample[], written: readonly WrittenQueue[]): TrainingExample[] {
  const byTicket = new Map(written.map((queue) => [queue.ticketId, queue]));
  const unlearned = unlearnedMoves(written);
  return examples.map((example) => {
    const queue = byTicket.get(example.ticketId);
    if (queue === undefined) return example;
    if (example.labels.queue === queue.value) {
      return { ...example, provenance: queue.outcome === "kept" ? "ai_kept" : "ai_unseen" };
    }
    if (!unlearned.has(example.ticketId)) return example;
    const { queue: _moved, ...labels } = example.labels;
    return { ...example, labels };
  });
}

/** Which rows count, by a hash of their ticket, so that the same history gives the same model. */
export function isLearned({ connectionUid, ticketId, provenance }: TrainingExample): boolean {
  const digest = createHash("sha256").update(`${connectionUid}/learned/${ticketId}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < learnedShare[provenance];
}

/** A human chose or confirmed what it is filed under: only such a row may judge a model. */
export function isOfHumans({ provenance }: TrainingExample): boolean {
  return provenance === "human_set" || provenance === "human_confirmed";
}
