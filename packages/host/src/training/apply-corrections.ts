import type { TrainingExample } from "@otai/core/ports/learning";
import { categorySlug } from "@otai/service-api/category-slug";
import { urgencyOfPriority } from "@otai/service-api/urgency";
import type { StoredCorrection } from "@otai/services/ports/triage";

/**
 * What a human said would have been right counts for more than where the ticket lies. The last word of several counts; a correction
 * of a ticket that is not among the examples waits for it.
 */
export function applyCorrections(
  examples: readonly TrainingExample[],
  corrections: readonly StoredCorrection[],
): TrainingExample[] {
  const queues = new Set(examples.flatMap(({ labels }) => labels.queue ?? []));
  const corrected = new Map<string, Record<string, string>>();
  for (const correction of corrections) {
    const label = labelOf(correction, queues);
    if (label === null) continue;
    const known = corrected.get(correction.ticketId) ?? {};
    corrected.set(correction.ticketId, { ...known, [label.target]: label.value });
  }
  return examples.map((example) => {
    const labels = corrected.get(example.ticketId);
    return labels === undefined
      ? example
      : { ...example, labels: { ...example.labels, ...labels }, provenance: "human_set" };
  });
}

/** In the words of the history: a category is the slug of a queue, an urgency stands for a priority. */
function labelOf(
  { field, value }: StoredCorrection,
  queues: ReadonlySet<string>,
): { target: string; value: string } | null {
  if (field === "urgency") {
    const priority = Object.entries(urgencyOfPriority).find(([, urgency]) => urgency === value)?.[0];
    return priority === undefined ? null : { target: "priority", value: priority };
  }
  if (field !== "category") return { target: field, value };
  const queue = [...queues].find((name) => categorySlug(name) === value);
  return queue === undefined ? { target: "category", value } : { target: "queue", value: queue };
}
