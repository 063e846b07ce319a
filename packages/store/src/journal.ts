import type { DecisionQuery, Journal, Page } from "@otai/core/ports/journal";
import type { Handle } from "./engine.ts";
import { createEffects } from "./journal-effects.ts";
import { orNull, toDecision, toRun } from "./journal-rows.ts";
import { laneKey } from "./lane-rows.ts";
import { storable } from "./storable.ts";

function page<T extends { id: string }>(rows: T[], limit: number): Page<T> {
  return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? rows[limit - 1]!.id : null };
}

export function createJournal(db: Handle): Journal {
  return {
    ...createEffects(db),

    async addRun(run) {
      await db
        .insertInto("run")
        .values({
          id: run.id,
          lane: run.lane,
          connection_uid: run.connectionUid,
          ticket_id: run.ticketId,
          event_ids: JSON.stringify(run.eventIds),
          started_at: run.startedAt,
          finished_at: run.finishedAt,
          outcome: run.outcome,
          model_version: run.modelVersion,
          policy_version: run.policyVersion,
          language: run.language,
          trace: JSON.stringify(run.trace),
        })
        .execute();
    },
    async finishRun(id, outcome, finishedAt, trace) {
      await db
        .updateTable("run")
        .set({ outcome, finished_at: finishedAt, trace: JSON.stringify(trace) })
        .where("id", "=", id)
        .execute();
    },
    async getRun(id) {
      const row = await db.selectFrom("run").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toRun(row);
    },
    async listRuns({ ticketId, limit, cursor }) {
      let query = db
        .selectFrom("run")
        .selectAll()
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (ticketId !== undefined) query = query.where("ticket_id", "=", ticketId);
      if (cursor !== null) query = query.where("id", "<", cursor);
      return page((await query.execute()).map(toRun), limit);
    },

    async addDecisions(decisions) {
      if (decisions.length === 0) return;
      await db
        .insertInto("decision")
        .values(
          decisions.map((decision) => ({
            id: decision.id,
            run_id: decision.runId,
            lane: laneKey(decision.connectionUid, decision.ticketId),
            connection_uid: decision.connectionUid,
            ticket_system: decision.ticketSystem,
            ticket_id: decision.ticketId,
            field: decision.field,
            value: orNull(decision.value),
            confidence: decision.confidence,
            decision: decision.decision,
            would_be: decision.wouldBe,
            mode: decision.mode,
            reason: storable(decision.reason),
            previous: orNull(decision.previous),
            threshold: decision.threshold,
            model_version: decision.modelVersion,
            written: decision.written ? 1 : 0,
            created_at: decision.createdAt,
            outcome: decision.outcome,
            outcome_value: null,
            outcome_at: null,
          })),
        )
        .execute();
    },
    async markWritten(runId, fields) {
      if (fields.length === 0) return;
      await db
        .updateTable("decision")
        .set({ written: 1 })
        .where("run_id", "=", runId)
        .where("field", "in", fields)
        .execute();
    },
    async lowerUnwritten(runId, fields, reason) {
      if (fields.length === 0) return;
      await db
        .updateTable("decision")
        .set({ decision: "suggest", reason: storable(reason) })
        .where("run_id", "=", runId)
        .where("decision", "=", "automate")
        .where("written", "=", 0)
        .where("field", "in", fields)
        .execute();
    },
    async setOutcomes(lane, outcomes) {
      for (const { field, outcome, value, at } of outcomes) {
        await db
          .updateTable("decision")
          .set({ outcome, outcome_value: orNull(value), outcome_at: at })
          .where("lane", "=", lane)
          .where("field", "=", field)
          .where("outcome", "is", null)
          .execute();
      }
    },
    async listDecisions(query: DecisionQuery) {
      let rows = db
        .selectFrom("decision")
        .selectAll()
        .orderBy("id", "desc")
        .limit(query.limit + 1);
      if (query.ticketSystem !== undefined) rows = rows.where("ticket_system", "=", query.ticketSystem);
      if (query.ticketId !== undefined) rows = rows.where("ticket_id", "=", query.ticketId);
      if (query.runId !== undefined) rows = rows.where("run_id", "=", query.runId);
      if (query.field !== undefined) rows = rows.where("field", "=", query.field);
      if (query.cursor !== null) rows = rows.where("id", "<", query.cursor);
      return page((await rows.execute()).map(toDecision), query.limit);
    },
    async openDecisions(lane) {
      const rows = await db
        .selectFrom("decision")
        .selectAll()
        .where("lane", "=", lane)
        .where("outcome", "is", null)
        .orderBy("id")
        .execute();
      return rows.map(toDecision);
    },
    async countDecisions() {
      const rows = await db
        .selectFrom("decision")
        .select((eb) => ["field", "decision", "written", "outcome", eb.fn.countAll<number>().as("count")])
        .groupBy(["field", "decision", "written", "outcome"])
        .execute();
      return rows.map((row) => ({ ...row, written: row.written === 1 }));
    },

    async getClaims(lane) {
      const rows = await db.selectFrom("field_claim").selectAll().where("lane", "=", lane).orderBy("field").execute();
      return rows.map((row) => ({
        field: row.field,
        baseline: row.baseline,
        lastWritten: row.last_written,
        owner: row.owner as "ai" | "human",
      }));
    },
    async putClaims(lane, claims) {
      for (const claim of claims) {
        const values = {
          baseline: orNull(claim.baseline),
          last_written: orNull(claim.lastWritten),
          owner: claim.owner,
        };
        await db
          .insertInto("field_claim")
          .values({ lane, field: claim.field, ...values })
          .onConflict((conflict) => conflict.columns(["lane", "field"]).doUpdateSet(values))
          .execute();
      }
    },
    async getOwnWrite(connectionUid, ticketId) {
      const row = await db
        .selectFrom("lane")
        .select("own_write_at")
        .where("key", "=", laneKey(connectionUid, ticketId))
        .executeTakeFirst();
      return row?.own_write_at ?? null;
    },
    async setOwnWrite(connectionUid, ticketId, updatedAt) {
      await db
        .updateTable("lane")
        .set({ own_write_at: updatedAt })
        .where("key", "=", laneKey(connectionUid, ticketId))
        .execute();
    },
  };
}
