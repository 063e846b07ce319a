import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import type { AnswerCache } from "@otai/service-api/token-meter";

/** Answers in the store: a restart, a retry or another worker does not pay twice. Older ones go as new ones come. */
export function createStoreAnswers(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  retentionMs: number,
): AnswerCache {
  return {
    get: (hash) => store.read((tx) => tx.modelCalls.getAnswer(hash)),
    put: (hash, answer) =>
      store.write(async (tx) => {
        const now = clock.now();
        await tx.modelCalls.putAnswer(hash, answer, now);
        await tx.modelCalls.forgetAnswersBefore(now - retentionMs);
      }),
  };
}
