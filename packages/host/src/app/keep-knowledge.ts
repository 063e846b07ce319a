import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";
import { type SyncKnowledgeOptions, syncKnowledge } from "../services/sync-knowledge.ts";

/** How often it is looked whether a sync is due. */
const turnMs = 10_000;

/** Takes over a connection's articles once in a while. Faults wait for the next time; what was taken over stays. */
export async function keepKnowledge(
  connected: ConnectedSystem,
  { log, ...options }: SyncKnowledgeOptions & { readonly log: Log },
): Promise<void> {
  if (connected.system.articles === undefined) return;
  while (!options.signal.aborted) {
    try {
      const report = await syncKnowledge(connected, options);
      if (report !== null) {
        const { status, created, updated, archived, would_archive } = report.run;
        const facts = {
          connection: connected.name,
          status,
          created,
          updated,
          archived,
          refused: report.refused.length,
        };
        if (status === "needs_confirmation") {
          log.warn(
            { ...facts, wouldArchive: would_archive },
            "so many articles are gone that nothing was archived; if it is so, confirm with: otai kb sync --confirm",
          );
        } else log.info(facts, "articles taken over");
      }
    } catch (error) {
      if (options.signal.aborted) return;
      log.warn({ connection: connected.name, reason: (error as Error).message }, "articles could not be taken over");
    }
    await sleep(turnMs, undefined, { signal: options.signal }).catch(() => {});
  }
}
