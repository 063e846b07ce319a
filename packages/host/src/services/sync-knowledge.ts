import type { Store } from "@otai/core/ports/store";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { ServiceError } from "@otai/service-api/service-error";
import type { KnowledgeBaseService } from "@otai/services/knowledge-base/knowledge-base";
import { type SyncReport, syncArticles } from "@otai/services/knowledge-base/sync-articles";
import { sourceArticles } from "./source-articles.ts";

/** The part of the Knowledge base that a sync needs, here or elsewhere. */
export type SyncTarget = Pick<KnowledgeBaseService, "startSync" | "finishSync"> & {
  readonly articles: Pick<KnowledgeBaseService["articles"], "upsertBatch" | "markSeen">;
};

export interface SyncKnowledgeOptions {
  readonly store: Store;
  readonly knowledgeBase: SyncTarget;
  readonly owner: string;
  /** Pause until the next sync by itself, in ms. */
  readonly intervalMs: number;
  /** Archives even when much would vanish. */
  readonly confirm?: boolean;
  readonly signal: AbortSignal;
}

const leaseMs = 60_000;

export function syncChore(connectionUid: string): string {
  return `knowledge-sync ${connectionUid}`;
}

/**
 * Takes over the articles of one connection, if it is due and nobody else does: two at once would archive each other's articles.
 * @returns `null` when it is not our turn or the ticket system has no articles.
 */
export async function syncKnowledge(
  connected: ConnectedSystem,
  { store, knowledgeBase, owner, intervalMs, confirm = false, signal }: SyncKnowledgeOptions,
): Promise<SyncReport | null> {
  const reader = connected.system.articles;
  if (reader === undefined) return null;
  const name = syncChore(connected.uid);
  if (!(await store.write((tx) => tx.chores.claim(name, owner, leaseMs)))) return null;
  const lost = new AbortController();
  const heartbeat = setInterval(() => {
    store
      .write((tx) => tx.chores.renew(name, owner, leaseMs))
      .then((held) => held || lost.abort(new ServiceError("CONFLICT", "another worker took the sync over")))
      .catch(() => {});
  }, leaseMs / 3);
  let result = "failed";
  try {
    const report = await syncArticles(knowledgeBase, {
      source: reader.source,
      articles: sourceArticles(reader.listArticles()),
      confirm,
      signal: AbortSignal.any([signal, lost.signal]),
    });
    const { status, created, updated, unchanged, archived, would_archive } = report.run;
    result = `${status}: ${created} new, ${updated} changed, ${unchanged} unchanged, ${archived} archived, ${would_archive} waiting, ${report.refused.length} refused`;
    return report;
  } catch (error) {
    result = `failed: ${(error as Error).message}`;
    throw error;
  } finally {
    clearInterval(heartbeat);
    await store.write((tx) => tx.chores.finish(name, owner, { delayMs: intervalMs, result }));
  }
}
