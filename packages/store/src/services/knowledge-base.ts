import type {
  GapRecord,
  KnowledgeGaps,
  KnowledgeRepositories,
  KnowledgeSyncRuns,
  KnowledgeVectors,
  SyncRunRecord,
} from "@otai/services/ports/knowledge-base";
import type { Selectable } from "kysely";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";
import type { Tables } from "../tables.ts";
import { createArticles } from "./knowledge-base-articles.ts";
import { createKnowledgeQueries } from "./knowledge-base-queries.ts";

export function createKnowledgeBase(db: Handle): KnowledgeRepositories {
  return {
    articles: createArticles(db),
    knowledgeQueries: createKnowledgeQueries(db),
    knowledgeGaps: createGaps(db),
    syncRuns: createSyncRuns(db),
    articleVectors: createVectors(db),
  };
}

function toGap(row: Selectable<Tables["kb_gap"]>): GapRecord {
  return {
    id: row.id,
    status: row.status as GapRecord["status"],
    reason: row.reason,
    articleId: row.article_id,
    centroid: JSON.parse(row.centroid),
    topic: row.topic,
    title: row.title,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    changedAt: row.changed_at,
    rateBefore: row.rate_before,
  };
}

function createGaps(db: Handle): KnowledgeGaps {
  return {
    async put(gap) {
      const row = {
        status: gap.status,
        reason: gap.reason,
        article_id: gap.articleId,
        centroid: JSON.stringify(gap.centroid),
        topic: storable(gap.topic),
        title: storable(gap.title),
        first_seen: gap.firstSeen,
        last_seen: gap.lastSeen,
        changed_at: gap.changedAt,
        rate_before: gap.rateBefore,
      };
      await db
        .insertInto("kb_gap")
        .values({ id: gap.id, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
    },
    async get(id) {
      const row = await db.selectFrom("kb_gap").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toGap(row);
    },
    async list() {
      return (await db.selectFrom("kb_gap").selectAll().orderBy("id").execute()).map(toGap);
    },
  };
}

function toRun(row: Selectable<Tables["kb_sync_run"]>): SyncRunRecord {
  return {
    id: row.id,
    source: row.source,
    status: row.status as SyncRunRecord["status"],
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    staleInput: row.stale_input,
    archived: row.archived,
    wouldArchive: row.would_archive,
  };
}

function createSyncRuns(db: Handle): KnowledgeSyncRuns {
  return {
    async get(id) {
      const row = await db.selectFrom("kb_sync_run").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toRun(row);
    },
    async put(run) {
      const row = {
        source: run.source,
        status: run.status,
        started_at: run.startedAt,
        finished_at: run.finishedAt,
        created: run.created,
        updated: run.updated,
        unchanged: run.unchanged,
        stale_input: run.staleInput,
        archived: run.archived,
        would_archive: run.wouldArchive,
      };
      await db
        .insertInto("kb_sync_run")
        .values({ id: run.id, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
    },
    async listLatest() {
      const rows = await db
        .selectFrom("kb_sync_run")
        .selectAll()
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom("kb_sync_run as later")
                .select("later.id")
                .whereRef("later.source", "=", "kb_sync_run.source")
                .where((inner) =>
                  inner(
                    inner.refTuple("later.started_at", "later.id"),
                    ">",
                    inner.refTuple("kb_sync_run.started_at", "kb_sync_run.id"),
                  ),
                ),
            ),
          ),
        )
        .orderBy("source")
        .execute();
      return rows.map(toRun);
    },
  };
}

function createVectors(db: Handle): KnowledgeVectors {
  return {
    async put({ articleId, version, embedder, vectors }) {
      const dimensions = vectors[0]?.length ?? 0;
      const bytes = Buffer.alloc(4 * dimensions * vectors.length);
      for (const [row, vector] of vectors.entries()) {
        for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, 4 * (row * dimensions + at));
      }
      const values = { version, dimensions, vectors: bytes };
      await db
        .insertInto("kb_vector")
        .values({ article_id: articleId, embedder, ...values })
        .onConflict((conflict) => conflict.columns(["article_id", "embedder"]).doUpdateSet(values))
        .execute();
    },
    async list(articleIds, embedder) {
      if (articleIds.length === 0) return [];
      const rows = await db
        .selectFrom("kb_vector")
        .selectAll()
        .where("embedder", "=", embedder)
        .where("article_id", "in", [...articleIds])
        .orderBy("article_id")
        .execute();
      return rows.map((row) => ({
        articleId: row.article_id,
        version: row.version,
        embedder: row.embedder,
        vectors: toVectors(Buffer.from(row.vectors), row.dimensions),
      }));
    },
    async remove(articleId) {
      await db.deleteFrom("kb_vector").where("article_id", "=", articleId).execute();
    },
  };
}

function toVectors(bytes: Buffer, dimensions: number): Float32Array[] {
  const count = dimensions === 0 ? 0 : bytes.length / (4 * dimensions);
  return Array.from({ length: count }, (_, row) =>
    Float32Array.from({ length: dimensions }, (_, at) => bytes.readFloatLE(4 * (row * dimensions + at))),
  );
}
