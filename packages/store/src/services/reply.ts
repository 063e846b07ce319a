import type { AcceptanceCount, Drafts, Feedback, JudgedDraft, ReplyRepositories } from "@otai/services/ports/reply";
import { sql } from "kysely";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";

/** Ids per statement. */
const batch = 250;
/** More of it changed, and it was another letter. */
const mostEdited = 0.5;

export function createReplyRepositories(db: Handle): ReplyRepositories {
  return { drafts: createDrafts(db) };
}

function createDrafts(db: Handle): Drafts {
  return {
    async add({ id, ticketId, connection, queue, query, support, answer, createdAt }) {
      await db
        .insertInto("reply_draft")
        .values({
          id,
          ticket_id: ticketId,
          connection,
          queue,
          query: storable(query),
          language: answer.language,
          style: answer.style,
          refused: answer.refused ? 1 : 0,
          support,
          answer: JSON.stringify(answer),
          created_at: createdAt,
          outcome: null,
          edit_distance: null,
          judged_at: null,
        })
        .execute();
      const cited = new Set(answer.citations.flatMap(({ article_id }) => article_id ?? []));
      if (cited.size === 0) return;
      const rows = [...cited].map((article_id) => ({ article_id, draft_id: id, withdrawn: 0 }));
      await db.insertInto("reply_citation").values(rows).execute();
    },
    async get(id) {
      const row = await db.selectFrom("reply_draft").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) return null;
      const withdrawn = await db
        .selectFrom("reply_citation")
        .select("article_id")
        .where("draft_id", "=", id)
        .where("withdrawn", "=", 1)
        .orderBy("article_id")
        .execute();
      return {
        id: row.id,
        ticketId: row.ticket_id,
        connection: row.connection,
        queue: row.queue,
        query: row.query,
        support: row.support,
        answer: JSON.parse(row.answer),
        createdAt: row.created_at,
        outcome: row.outcome as JudgedDraft["outcome"] | null,
        withdrawnArticles: withdrawn.map(({ article_id }) => article_id),
      };
    },
    async listOfTicket(connection, ticketId) {
      const rows = await db
        .selectFrom("reply_draft")
        .select("answer")
        .where("ticket_id", "=", ticketId)
        .where("connection", "=", connection)
        .where("refused", "=", 0)
        .orderBy("id")
        .execute();
      return rows.map(({ answer }) => (JSON.parse(answer) as { draft: string }).draft);
    },
    async addFeedback({ id, draftId, outcome, editDistance, editedText, reason, actor, recordedAt }) {
      await db
        .insertInto("reply_feedback")
        .values({
          id,
          draft_id: draftId,
          outcome,
          edit_distance: editDistance,
          edited_text: editedText === null ? null : storable(editedText),
          reason,
          actor,
          recorded_at: recordedAt,
        })
        .execute();
      await db
        .updateTable("reply_draft")
        .set({ outcome, edit_distance: editDistance, judged_at: recordedAt })
        .where("id", "=", draftId)
        .execute();
    },
    async listFeedback(draftId) {
      const rows = await db
        .selectFrom("reply_feedback")
        .selectAll()
        .where("draft_id", "=", draftId)
        .orderBy("recorded_at")
        .orderBy("id")
        .execute();
      return rows.map((row) => ({
        id: row.id,
        draftId: row.draft_id,
        outcome: row.outcome as Feedback["outcome"],
        editDistance: row.edit_distance,
        editedText: row.edited_text,
        reason: row.reason as Feedback["reason"],
        actor: row.actor,
        recordedAt: row.recorded_at,
      }));
    },
    async listJudged(limit) {
      const rows = await db
        .selectFrom("reply_draft")
        .select(["support", "outcome", "edit_distance"])
        .where("judged_at", "is not", null)
        .where("refused", "=", 0)
        .orderBy("judged_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        support: row.support,
        outcome: row.outcome as JudgedDraft["outcome"],
        editDistance: row.edit_distance!,
      }));
    },
    async listSent(style, language, limit) {
      const drafts = await db
        .selectFrom("reply_draft")
        .select(["id", "answer"])
        .where("outcome", "in", ["accepted", "edited"])
        .where("edit_distance", "<=", mostEdited)
        .where("style", "=", style)
        .where("language", "=", language)
        .orderBy("judged_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      const sent: string[] = [];
      for (const { id, answer } of drafts) {
        const last = await db
          .selectFrom("reply_feedback")
          .select("edited_text")
          .where("draft_id", "=", id)
          .orderBy("recorded_at", "desc")
          .orderBy("id", "desc")
          .limit(1)
          .executeTakeFirst();
        sent.push(last?.edited_text ?? (JSON.parse(answer) as { draft: string }).draft);
      }
      return sent;
    },
    async countAcceptance(since) {
      const how = (outcome: string) => sql<number>`sum(case when outcome = ${outcome} then 1 else 0 end)`;
      const rows = await db
        .selectFrom("reply_draft")
        .select((eb) => [
          "queue",
          "language",
          "style",
          eb.fn.countAll<number>().as("drafts"),
          eb.fn.sum<number>("refused").as("refused"),
          how("accepted").as("accepted"),
          how("edited").as("edited"),
          how("rejected").as("rejected"),
        ])
        .where("created_at", ">=", since)
        .groupBy(["queue", "language", "style"])
        .execute();
      // PostgreSQL's sums of bigint are numeric, which arrive as text.
      return rows
        .map((row) => ({
          ...row,
          refused: Number(row.refused),
          accepted: Number(row.accepted),
          edited: Number(row.edited),
          rejected: Number(row.rejected),
        }))
        .sort((a, b) => b.drafts - a.drafts || compare(keyOf(a), keyOf(b)));
    },
    async withdrawArticle(articleId) {
      const result = await db
        .updateTable("reply_citation")
        .set({ withdrawn: 1 })
        .where("article_id", "=", articleId)
        .where("withdrawn", "=", 0)
        .where("draft_id", "in", (eb) => eb.selectFrom("reply_draft").select("id").where("outcome", "is", null))
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
    async eraseTickets(connection, ticketIds) {
      let erased = 0;
      for (let start = 0; start < ticketIds.length; start += batch) {
        let query = db.deleteFrom("reply_draft").where("ticket_id", "in", ticketIds.slice(start, start + batch));
        query = connection === null ? query : query.where("connection", "=", connection);
        erased += Number((await query.executeTakeFirst()).numDeletedRows);
      }
      return erased;
    },
    async removeBefore(instant) {
      const result = await db.deleteFrom("reply_draft").where("created_at", "<", instant).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

function keyOf({ queue, language, style }: AcceptanceCount): string {
  return JSON.stringify([queue, language, style]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
