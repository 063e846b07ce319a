import type { ArticleRecord, ArticleVersion, KnowledgeArticles } from "@otai/services/ports/knowledge-base";
import type { Selectable } from "kysely";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";
import type { Tables } from "../tables.ts";

type Row = Selectable<Tables["kb_article"]>;

const goneStatuses = ["archived", "deleted"];

function toArticle(row: Row): ArticleRecord {
  return {
    id: row.id,
    source: row.source,
    externalId: row.external_id,
    title: row.title,
    titleKey: row.title_key,
    text: row.text,
    tags: JSON.parse(row.tags),
    links: JSON.parse(row.links),
    categoryPath: JSON.parse(row.category_path),
    url: row.url,
    language: row.language,
    visibility: row.visibility as ArticleRecord["visibility"],
    status: row.status as ArticleRecord["status"],
    contentHash: row.content_hash,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
    syncRunId: row.sync_run_id,
  };
}

function toRow(article: ArticleRecord): Row {
  return {
    id: article.id,
    source: article.source,
    external_id: article.externalId,
    title: storable(article.title),
    title_key: storable(article.titleKey),
    text: storable(article.text),
    tags: JSON.stringify(article.tags),
    links: JSON.stringify(article.links),
    category_path: JSON.stringify(article.categoryPath),
    url: article.url,
    language: article.language,
    visibility: article.visibility,
    status: article.status,
    content_hash: article.contentHash,
    version: article.version,
    created_at: article.createdAt,
    updated_at: article.updatedAt,
    revision: article.revision,
    sync_run_id: article.syncRunId,
  };
}

function toVersion(row: Selectable<Tables["kb_version"]>): ArticleVersion {
  return {
    articleId: row.article_id,
    version: row.version,
    at: row.at,
    by: row.by,
    contentHash: row.content_hash,
    title: row.title,
    text: row.text,
    status: row.status as ArticleVersion["status"],
    visibility: row.visibility as ArticleVersion["visibility"],
  };
}

/** The one row of the counter. */
const counter = 1;

export function createArticles(db: Handle): KnowledgeArticles {
  const articles = () => db.selectFrom("kb_article").selectAll();
  const versionsOf = (articleId: string) =>
    db.selectFrom("kb_version").selectAll().where("article_id", "=", articleId).orderBy("version", "desc");
  const live = (source: string) =>
    db.selectFrom("kb_article").where("source", "=", source).where("status", "not in", goneStatuses);
  return {
    async revision() {
      const row = await db.selectFrom("kb_revision").select("value").where("id", "=", counter).executeTakeFirst();
      return row?.value ?? 0;
    },
    async nextRevision() {
      // The row stays locked until the commit.
      const row = await db
        .insertInto("kb_revision")
        .values({ id: counter, value: 1 })
        .onConflict((conflict) =>
          conflict.column("id").doUpdateSet((eb) => ({ value: eb("kb_revision.value", "+", 1) })),
        )
        .returning("value")
        .executeTakeFirstOrThrow();
      return row.value;
    },
    async get(id) {
      const row = await articles().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toArticle(row);
    },
    async findByExternalId(source, externalId) {
      const row = await articles()
        .where("source", "=", source)
        .where("external_id", "=", externalId)
        .executeTakeFirst();
      return row === undefined ? null : toArticle(row);
    },
    async findByTitle(source, titleKey) {
      const rows = await articles()
        .where("source", "=", source)
        .where("title_key", "=", titleKey)
        .where("status", "<>", "deleted")
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map(toArticle);
    },
    async put(article) {
      const { id, ...rest } = toRow(article);
      await db
        .insertInto("kb_article")
        .values({ id, ...rest })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
        .execute();
    },
    async markSeen(id, syncRunId) {
      await db.updateTable("kb_article").set({ sync_run_id: syncRunId }).where("id", "=", id).execute();
    },
    async list({ source, status }, limit, cursor) {
      let query = articles()
        .where("status", "<>", "deleted")
        .orderBy("id")
        .limit(limit + 1);
      if (source !== null) query = query.where("source", "=", source);
      if (status !== null) query = query.where("status", "=", status);
      if (cursor !== null) query = query.where("id", ">", cursor);
      const rows = await query.execute();
      return {
        items: rows.slice(0, limit).map(toArticle),
        nextCursor: rows.length > limit ? rows[limit - 1]!.id : null,
      };
    },
    async listChanged(revision, limit) {
      const rows = await articles().where("revision", ">", revision).orderBy("revision").limit(limit).execute();
      return rows.map(toArticle);
    },
    async countLive(source) {
      const row = await live(source)
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async listUnseen(source, syncRunId) {
      const rows = await live(source)
        .selectAll()
        .where((eb) => eb.or([eb("sync_run_id", "is", null), eb("sync_run_id", "<>", syncRunId)]))
        .orderBy("id")
        .execute();
      return rows.map(toArticle);
    },

    async addVersion(version, keep) {
      await db
        .insertInto("kb_version")
        .values({
          article_id: version.articleId,
          version: version.version,
          at: version.at,
          by: version.by,
          content_hash: version.contentHash,
          title: storable(version.title),
          text: storable(version.text),
          status: version.status,
          visibility: version.visibility,
        })
        .execute();
      await db
        .deleteFrom("kb_version")
        .where("article_id", "=", version.articleId)
        .where("version", "<=", version.version - keep)
        .execute();
    },
    async getVersion(articleId, version) {
      const row = await versionsOf(articleId).where("version", "=", version).executeTakeFirst();
      return row === undefined ? null : toVersion(row);
    },
    async listVersions(articleId) {
      return (await versionsOf(articleId).execute()).map(toVersion);
    },
    async removeVersions(articleId) {
      await db.deleteFrom("kb_version").where("article_id", "=", articleId).execute();
    },
  };
}
