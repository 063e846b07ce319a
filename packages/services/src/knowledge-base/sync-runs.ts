import type { SyncFinishRequest, SyncRun, SyncRunRequest } from "@otai/service-api/knowledge-base-sync";
import { ServiceError } from "@otai/service-api/service-error";
import type { KnowledgeRepositories, SyncRunRecord } from "../ports/knowledge-base.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import type { OnWithdrawn } from "./articles.ts";
import { contentHash } from "./content-hash.ts";
import { keepVersion } from "./upsert-article.ts";

/** More than both of them at once is no clean-up but a fault of the source or of the connection. */
const VANISHING_SHARE = 0.2;
const VANISHING_COUNT = 5;

export interface SyncRunParts {
  readonly store: UnitOfWork<KnowledgeRepositories>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onWithdrawn?: OnWithdrawn | undefined;
}

export function createSyncRuns({ store, clock, ids, onWithdrawn }: SyncRunParts) {
  return {
    startSync: ({ source }: SyncRunRequest): Promise<SyncRun> =>
      store.write(async (tx) => {
        const run: SyncRunRecord = {
          id: ids.next("sr"),
          source,
          status: "running",
          startedAt: clock.now(),
          finishedAt: null,
          created: 0,
          updated: 0,
          unchanged: 0,
          staleInput: 0,
          archived: 0,
          wouldArchive: 0,
        };
        await tx.syncRuns.put(run);
        return toWire(run);
      }),

    /** Archives what the run has not seen, unless too much would vanish or nothing was seen at all (D40). */
    async finishSync(id: string, request: SyncFinishRequest): Promise<SyncRun> {
      const { run, archived } = await store.write((tx) => finish(tx, id, request, clock.now()));
      for (const articleId of archived) await onWithdrawn?.(articleId);
      return run;
    },

    listSyncs: async (): Promise<SyncRun[]> => (await store.read((tx) => tx.syncRuns.listLatest())).map(toWire),
  };
}

interface Finished {
  readonly run: SyncRun;
  /** Ids of articles that can no longer be quoted. */
  readonly archived: readonly string[];
}

async function finish(
  tx: KnowledgeRepositories,
  id: string,
  { confirm, complete }: SyncFinishRequest,
  finishedAt: number,
): Promise<Finished> {
  const run = await tx.syncRuns.get(id);
  if (run === null) throw new ServiceError("NOT_FOUND", "there is no such sync run");
  if (run.status === "finished" || run.status === "incomplete") return { run: toWire(run), archived: [] };
  const kept = async (changed: SyncRunRecord): Promise<Finished> => ({ run: await keep(tx, changed), archived: [] });
  if (!complete) return kept({ ...run, status: "incomplete", finishedAt });
  const unseen = await tx.articles.listUnseen(run.source, id);
  const live = await tx.articles.countLive(run.source);
  const tooMany = unseen.length > VANISHING_COUNT && unseen.length > VANISHING_SHARE * live;
  const nothingSeen = unseen.length > 0 && unseen.length === live;
  if ((tooMany || nothingSeen) && !confirm) {
    return kept({ ...run, status: "needs_confirmation", finishedAt, wouldArchive: unseen.length });
  }
  for (const article of unseen) {
    const archived = { ...article, status: "archived" as const };
    const changed = { ...archived, contentHash: contentHash(archived), version: article.version + 1 };
    await keepVersion(tx, { ...changed, revision: await tx.articles.nextRevision() }, finishedAt, `sync ${id}`);
  }
  const done = await keep(tx, { ...run, status: "finished", finishedAt, archived: unseen.length, wouldArchive: 0 });
  return { run: done, archived: unseen.map((article) => article.id) };
}

async function keep(tx: KnowledgeRepositories, run: SyncRunRecord): Promise<SyncRun> {
  await tx.syncRuns.put(run);
  return toWire(run);
}

function toWire(run: SyncRunRecord): SyncRun {
  return {
    id: run.id,
    source: run.source,
    status: run.status,
    started_at: new Date(run.startedAt).toISOString(),
    finished_at: run.finishedAt === null ? null : new Date(run.finishedAt).toISOString(),
    created: run.created,
    updated: run.updated,
    unchanged: run.unchanged,
    stale_input: run.staleInput,
    archived: run.archived,
    would_archive: run.wouldArchive,
  };
}
