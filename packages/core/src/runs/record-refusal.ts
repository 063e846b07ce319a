import type { OtaiError } from "@otai/plugin-api/errors";
import type { ClaimedLane } from "../ports/inbox.ts";
import type { Store, Transaction } from "../ports/store.ts";
import type { Clock } from "../ports/surroundings.ts";
import { allDone } from "./settle-run.ts";

/** The ticket went away or closed meanwhile: nothing is wrong, and nothing is left to do. */
const tombstones = new Set(["closed-ticket", "not-found"]);

/**
 * Ends runs whose write was refused for good (D09, D45): what was decided is shown as not written, with the reason, and the events
 * are parked for a person, unless it is only that the ticket is gone.
 */
export async function recordRefusal(
  { store, clock }: { store: Store; clock: Clock },
  claim: ClaimedLane,
  runIds: readonly string[],
  error: OtaiError,
  recordWritten: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const gone = tombstones.has(error.code);
  await store.write(async (tx) => {
    // Fields may stand there although the note after them was refused.
    await recordWritten(tx);
    for (const runId of runIds) {
      const run = await tx.journal.getRun(runId);
      if (run === null) continue;
      const { items } = await tx.journal.listDecisions({ runId, limit: 100, cursor: null });
      const fields = items.map((decision) => decision.field);
      await tx.journal.lowerUnwritten(runId, fields, `refused by the ticket system: ${error.message}`);
      const trace = { ...run.trace, error: { code: error.code, message: error.message } };
      await tx.journal.finishRun(runId, gone ? "tombstone" : "failed", clock.now(), trace);
    }
    for (const effect of await tx.journal.unfinishedEffects(claim.key)) {
      await tx.journal.setEffectState(effect.key, "refused", claim.fence);
    }
    const dead = claim.events.map((event) => ({ eventId: event.id, error: `${error.code}: ${error.message}` }));
    await tx.inbox.finish(claim, gone ? allDone(claim) : { done: [], dead, snooze: null });
  });
}
