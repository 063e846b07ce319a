import type { ArticleUse, KnowledgeQueries, QueryRecord } from "@otai/services/ports/knowledge-base";
import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";
import type { Tables } from "../tables.ts";

function toQuery(row: Selectable<Tables["kb_query"]>): QueryRecord {
  return {
    id: row.id,
    at: row.at,
    query: row.query,
    language: row.language,
    purpose: row.purpose as QueryRecord["purpose"],
    ticketId: row.ticket_id,
    connection: row.connection,
    personId: row.person_id,
    articleId: row.article_id,
    bestScore: row.best_score,
    missReason: row.miss_reason as QueryRecord["missReason"],
    helpful: row.helpful === null ? null : row.helpful === 1,
  };
}

/** Rows per statement, far below the number of values that a statement may bind. */
const batch = 250;

export function createKnowledgeQueries(db: Handle): KnowledgeQueries {
  return {
    async add(records) {
      const rows = records.map((record) => ({
        id: record.id,
        at: record.at,
        query: storable(record.query),
        language: record.language,
        purpose: record.purpose,
        ticket_id: record.ticketId,
        connection: record.connection === null ? null : storable(record.connection),
        person_id: record.personId,
        article_id: record.articleId,
        best_score: record.bestScore,
        miss_reason: record.missReason,
        helpful: record.helpful === null ? null : Number(record.helpful),
      }));
      for (let start = 0; start < rows.length; start += batch) {
        await db
          .insertInto("kb_query")
          .values(rows.slice(start, start + batch))
          .execute();
      }
    },
    async get(id) {
      const row = await db.selectFrom("kb_query").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toQuery(row);
    },
    async setFeedback(id, helpful, missReason) {
      await db
        .updateTable("kb_query")
        .set({ helpful: Number(helpful), miss_reason: missReason })
        .where("id", "=", id)
        .execute();
    },
    async count(since) {
      const row = await db
        .selectFrom("kb_query")
        .select((eb) => [eb.fn.countAll<number>().as("total"), eb.fn.count<number>("miss_reason").as("missed")])
        .where("at", ">=", since)
        .executeTakeFirstOrThrow();
      return { total: row.total, missed: row.missed };
    },
    async listMisses(since, limit) {
      const rows = await db
        .selectFrom("kb_query")
        .selectAll()
        .where("at", ">=", since)
        .where("miss_reason", "is not", null)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toQuery);
    },
    async use(since) {
      const rows = await db
        .selectFrom("kb_query")
        .select((eb) => [
          eb.ref("article_id").as("articleId"),
          sql<number>`sum(case when miss_reason is null then 1 else 0 end)`.as("answered"),
          sql<number>`sum(case when helpful = 1 then 1 else 0 end)`.as("helpful"),
          sql<number>`sum(case when helpful = 0 then 1 else 0 end)`.as("unhelpful"),
        ])
        .where("at", ">=", since)
        .where("article_id", "is not", null)
        .groupBy("article_id")
        .orderBy("article_id")
        .execute();
      const quotations = await db
        .selectFrom("reply_citation")
        .innerJoin("reply_draft", "reply_draft.id", "reply_citation.draft_id")
        .select((eb) => ["reply_citation.article_id as articleId", eb.fn.countAll<number>().as("quoted")])
        .where("reply_draft.created_at", ">=", since)
        .groupBy("reply_citation.article_id")
        .execute();
      const unused = { answered: 0, quoted: 0, helpful: 0, unhelpful: 0 };
      const uses = new Map<string, ArticleUse>();
      for (const { articleId, answered, helpful, unhelpful } of rows) {
        const counts = { answered: Number(answered), helpful: Number(helpful), unhelpful: Number(unhelpful) };
        uses.set(articleId!, { ...unused, ...counts, articleId: articleId! });
      }
      for (const { articleId, quoted } of quotations) {
        uses.set(articleId, { ...unused, ...uses.get(articleId), articleId, quoted: Number(quoted) });
      }
      return [...uses.values()].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
    },
  };
}
