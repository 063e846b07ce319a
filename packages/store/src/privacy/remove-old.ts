import type { AgingKind } from "@otai/core/ports/privacy";
import type { Handle } from "../engine.ts";
import { blank, blankEffect } from "./blank.ts";

interface Batch {
  readonly before: number;
  readonly limit: number;
}

/** A few rows at a time, so that nobody waits for the lock. @returns how many */
export async function removeOld(db: Handle, kind: AgingKind, batch: Batch): Promise<number> {
  return removers[kind](db, batch);
}

const removers: Readonly<Record<AgingKind, (db: Handle, batch: Batch) => Promise<number>>> = {
  async deliveries(db, { before, limit }) {
    const old = db
      .selectFrom("delivery")
      .select(["connection_uid", "key"])
      .where("received_at", "<", before)
      .orderBy("received_at")
      .limit(limit);
    const rows = db
      .deleteFrom("delivery")
      .where((eb) => eb(eb.refTuple("connection_uid", "key"), "in", old.$asTuple("connection_uid", "key")));
    return deleted(rows);
  },
  // Documents without a `/` are about the account, the others about one ticket, person or result.
  async documents(db, { before, limit }) {
    const old = db
      .selectFrom("plugin_document")
      .select(["connection_uid", "key"])
      .where("changed_at", "<", before)
      .where("key", "like", "%/%")
      .limit(limit);
    const rows = db
      .deleteFrom("plugin_document")
      .where((eb) => eb(eb.refTuple("connection_uid", "key"), "in", old.$asTuple("connection_uid", "key")));
    return deleted(rows);
  },
  async answers(db, { before, limit }) {
    const old = db.selectFrom("idempotent_answer").select("key").where("asked_at", "<", before).limit(limit);
    return deleted(db.deleteFrom("idempotent_answer").where("key", "in", old));
  },
  async traces(db, { before, limit }) {
    // Ids are in the order of time, so that a batch ends at the first ones.
    const old = db
      .selectFrom("run")
      .select("id")
      .where("started_at", "<", before)
      .where("trace", "<>", blank)
      .orderBy("id")
      .limit(limit);
    return updated(db.updateTable("run").set({ trace: blank }).where("id", "in", old));
  },
  async effects(db, { before, limit }) {
    const old = db
      .selectFrom("effect")
      .select("key")
      .where("created_at", "<", before)
      .where((eb) => eb.or([eb("intent", "<>", blank), eb("before", "<>", blank)]))
      .limit(limit);
    return updated(db.updateTable("effect").set(blankEffect).where("key", "in", old));
  },
  async drafts(db, { before, limit }) {
    const old = db.selectFrom("reply_draft").select("id").where("created_at", "<", before).limit(limit);
    return deleted(db.deleteFrom("reply_draft").where("id", "in", old));
  },
  async misses(db, { before, limit }) {
    const old = db.selectFrom("kb_query").select("id").where("at", "<", before).limit(limit);
    return deleted(db.deleteFrom("kb_query").where("id", "in", old));
  },
  async "model-answers"(db, { before, limit }) {
    const old = db.selectFrom("model_answer").select("hash").where("at", "<", before).limit(limit);
    return deleted(db.deleteFrom("model_answer").where("hash", "in", old));
  },
  async sentiment(db, { before, limit }) {
    const idle = db
      .selectFrom("sentiment_customer")
      .select("customer_id")
      .where("touched_at", "<", before)
      .limit(limit);
    await db.deleteFrom("sentiment_customer").where("customer_id", "in", idle).execute();
    const old = db.selectFrom("sentiment_point").select("id").where("at", "<", before).limit(limit);
    return deleted(db.deleteFrom("sentiment_point").where("id", "in", old));
  },
  async alerts(db, { before, limit }) {
    const old = db
      .selectFrom("sentiment_alert")
      .select("id")
      .where("status", "=", "resolved")
      .where("resolved_at", "<", before)
      .limit(limit);
    return deleted(db.deleteFrom("sentiment_alert").where("id", "in", old));
  },
  async evaluations(db, { before, limit }) {
    const old = await db.selectFrom("qa_evaluation").select("id").where("at", "<", before).limit(limit).execute();
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    await db.deleteFrom("qa_review").where("evaluation_id", "in", ids).execute();
    return deleted(db.deleteFrom("qa_evaluation").where("id", "in", ids));
  },
  async "solved-answers"(db, { before, limit }) {
    const old = db
      .selectFrom("solved_answer")
      .select(["connection", "ticket_id"])
      .where("at", "<", before)
      .limit(limit);
    const rows = db
      .deleteFrom("solved_answer")
      .where((eb) => eb(eb.refTuple("connection", "ticket_id"), "in", old.$asTuple("connection", "ticket_id")));
    return deleted(rows);
  },
  async decisions(db, { before, limit }) {
    const old = db.selectFrom("decision").select("id").where("created_at", "<", before).orderBy("id").limit(limit);
    return deleted(db.deleteFrom("decision").where("id", "in", old));
  },
  async runs(db, { before, limit }) {
    const old = db.selectFrom("run").select("id").where("started_at", "<", before).orderBy("id").limit(limit);
    return deleted(db.deleteFrom("run").where("id", "in", old));
  },
};

async function deleted(query: { executeTakeFirst(): Promise<{ readonly numDeletedRows: bigint }> }): Promise<number> {
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

async function updated(query: { executeTakeFirst(): Promise<{ readonly numUpdatedRows: bigint }> }): Promise<number> {
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
