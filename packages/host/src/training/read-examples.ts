import type { Learning, TrainingExample } from "@otai/core/ports/learning";
import type { OtaiStore } from "@otai/store/store-transaction";
import { applyCorrections } from "./apply-corrections.ts";
import { trustLabels } from "./trust-labels.ts";

/** A connection's examples, oldest first, with the labels that may be believed: what people corrected counts, our own output less. */
export async function readExamples(store: OtaiStore, connectionUid: string): Promise<TrainingExample[]> {
  const { corrections, written } = await store.read(async (tx) => {
    const connection = (await tx.connections.list()).find(({ uid }) => uid === connectionUid);
    return {
      corrections: await tx.corrections.list(connection?.name ?? null),
      written: await tx.learning.writtenQueues(connectionUid),
    };
  });
  return applyCorrections(trustLabels(await readStored(store, connectionUid), written), corrections);
}

/** Fewer labels are nothing to choose from. */
const leastLabels = 2;

/** What the examples can teach. */
export function targetsOf(examples: readonly TrainingExample[]): string[] {
  return [...countTargets(examples)].filter(([, labels]) => labels >= leastLabels).map(([target]) => target);
}

async function readStored(store: OtaiStore, connectionUid: string): Promise<TrainingExample[]> {
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
