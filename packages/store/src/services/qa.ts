import type { QaBackfills, QaEvaluations, QaRepositories, QaReviews, QaRubrics } from "@otai/services/ports/qa";
import { sql } from "kysely";
import type { Handle } from "../engine.ts";
import { toEvaluation, toEvaluationRow, toJson, toProgress, toRubric, toSummary } from "./qa-rows.ts";

function createQaRubrics(db: Handle): QaRubrics {
  const rubrics = () => db.selectFrom("qa_rubric").selectAll();
  return {
    async add({ rubric, createdAt, createdBy }) {
      const { id, version } = rubric;
      const result = await db
        .insertInto("qa_rubric")
        .values({ id, version, body: JSON.stringify(rubric), created_at: createdAt, created_by: createdBy })
        .onConflict((conflict) => conflict.columns(["id", "version"]).doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async get(id, version) {
      const row = await rubrics().where("id", "=", id).where("version", "=", version).executeTakeFirst();
      return row === undefined ? null : toRubric(row);
    },
    async latest(id) {
      const row = await rubrics().where("id", "=", id).orderBy("version", "desc").limit(1).executeTakeFirst();
      return row === undefined ? null : toRubric(row);
    },
    async list() {
      const newest = sql<boolean>`version = (select max(version) from qa_rubric as other where other.id = qa_rubric.id)`;
      return (await rubrics().where(newest).orderBy("id").execute()).map(toRubric);
    },
  };
}

/** Everything but the texts. */
const summary = [
  ...([
    "id",
    "conversation_id",
    "connection",
    "thread_hash",
    "rubric_hash",
    "judge",
    "rubric_id",
    "rubric_version",
  ] as const),
  ...(["resolution_id", "team", "queue", "language", "at", "figures", "human", "calibration", "dispute"] as const),
];

function createQaEvaluations(db: Handle): QaEvaluations {
  const evaluations = () => db.selectFrom("qa_evaluation").selectAll();
  return {
    async add(record) {
      await db
        .insertInto("qa_evaluation")
        .values(toEvaluationRow(record))
        .onConflict((conflict) =>
          conflict.columns(["conversation_id", "thread_hash", "rubric_hash", "judge"]).doNothing(),
        )
        .execute();
      return (await this.find(record))!;
    },
    async get(id) {
      const row = await evaluations().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toEvaluation(row);
    },
    async find({ conversationId, threadHash, rubricHash, judge }) {
      const row = await evaluations()
        .where("conversation_id", "=", conversationId)
        .where("thread_hash", "=", threadHash)
        .where("rubric_hash", "=", rubricHash)
        .where("judge", "=", judge)
        .executeTakeFirst();
      return row === undefined ? null : toEvaluation(row);
    },
    async findByResolution({ conversationId, connection, resolutionId, rubricHash, judge }) {
      const row = await evaluations()
        .where("conversation_id", "=", conversationId)
        .where("connection", connection === null ? "is" : "=", connection)
        .where("resolution_id", "=", resolutionId)
        .where("rubric_hash", "=", rubricHash)
        .where("judge", "=", judge)
        .orderBy("at")
        .orderBy("id")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : toEvaluation(row);
    },
    async list({ from, to, rubricId }, limit, cursor) {
      let query = db
        .selectFrom("qa_evaluation")
        .select(summary)
        .where("at", ">=", from)
        .where("at", "<", to)
        .orderBy("at")
        .orderBy("id")
        .limit(limit + 1);
      if (rubricId !== null) query = query.where("rubric_id", "=", rubricId);
      if (cursor !== null) {
        const [at, id] = JSON.parse(cursor) as [number, string];
        query = query.where((eb) => eb.or([eb("at", ">", at), eb.and([eb("at", "=", at), eb("id", ">", id)])]));
      }
      const rows = await query.execute();
      const last = rows[limit - 1];
      return {
        items: rows.slice(0, limit).map(toSummary),
        nextCursor: rows.length > limit && last !== undefined ? JSON.stringify([last.at, last.id]) : null,
      };
    },
    async listRated(rubricId, rubricVersion) {
      const rows = await db
        .selectFrom("qa_evaluation")
        .select(summary)
        .where("rubric_id", "=", rubricId)
        .where("rubric_version", "=", rubricVersion)
        .where("calibration", "is not", null)
        .orderBy("id")
        .execute();
      return rows.map(toSummary);
    },
    async setHuman(id, human) {
      const rating = toJson(human);
      const set = human.purpose === "calibration" ? { human: rating, calibration: rating } : { human: rating };
      await db.updateTable("qa_evaluation").set(set).where("id", "=", id).execute();
    },
    async setDispute(id, dispute) {
      await db
        .updateTable("qa_evaluation")
        .set({ dispute: toJson(dispute) })
        .where("id", "=", id)
        .execute();
    },
  };
}

function createQaReviews(db: Handle): QaReviews {
  return {
    async add({ evaluationId, body, ...record }) {
      await db
        .insertInto("qa_review")
        .values({ ...record, evaluation_id: evaluationId, body: JSON.stringify(body) })
        .execute();
    },
    async list(evaluationId) {
      const rows = await db
        .selectFrom("qa_review")
        .selectAll()
        .where("evaluation_id", "=", evaluationId)
        .orderBy("id")
        .execute();
      return rows.map(({ evaluation_id, kind, body, ...row }) => ({
        ...row,
        evaluationId: evaluation_id,
        kind: kind as "override" | "dispute" | "outcome",
        body: JSON.parse(body),
      }));
    },
  };
}

function createQaBackfills(db: Handle): QaBackfills {
  return {
    async get(name) {
      const row = await db.selectFrom("qa_backfill").selectAll().where("name", "=", name).executeTakeFirst();
      return row === undefined ? null : toProgress(row);
    },
    async put({ notEligible, updatedAt, ...progress }) {
      const row = { ...progress, not_eligible: JSON.stringify(notEligible), updated_at: updatedAt };
      await db
        .insertInto("qa_backfill")
        .values(row)
        .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
        .execute();
    },
  };
}

export function createQaRepositories(db: Handle): QaRepositories {
  return {
    qaRubrics: createQaRubrics(db),
    qaEvaluations: createQaEvaluations(db),
    qaReviews: createQaReviews(db),
    qaBackfills: createQaBackfills(db),
  };
}
