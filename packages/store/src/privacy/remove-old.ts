import type { AgingKind } from "@otai/core/ports/privacy";
import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../engine.ts";
import type { Tables } from "../tables.ts";
import { blank, blankEffect } from "./blank.ts";

interface Batch {
  readonly before: number;
  readonly limit: number;
}

type Remover = (db: Handle, batch: Batch) => Promise<number>;

/** A few rows at a time, so that nobody waits for the lock. @returns how many */
export async function removeOld(db: Handle, kind: AgingKind, batch: Batch): Promise<number> {
  return removers[kind](db, batch);
}

interface Aging<Table extends keyof Tables> {
  readonly key: readonly (keyof Tables[Table] & string)[];
  /** The column with the instant. */
  readonly age: keyof Tables[Table] & string;
  /** Which of the old rows; all without it. */
  readonly only?: RawBuilder<unknown>;
  /** Where an index has the old rows first, so that a batch ends at them. */
  readonly order?: keyof Tables[Table] & string;
}

/** The one shape of removal: rows of a table by its key, as many as a batch may have. */
function rows<Table extends keyof Tables>(table: Table, { key, age, only, order }: Aging<Table>): Remover {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  return async (db, { before, limit }) => {
    const narrowed = only === undefined ? sql`` : sql` and ${only}`;
    const ordered = order === undefined ? sql`` : sql` order by ${sql.ref(order)}`;
    const old = sql`select ${columns} from ${sql.table(table)} where ${sql.ref(age)} < ${before}${narrowed}${ordered} limit ${limit}`;
    const result = await sql`delete from ${sql.table(table)} where (${columns}) in (${old})`.execute(db);
    return Number(result.numAffectedRows);
  };
}

const customers = rows("sentiment_customer", { key: ["customer_id"], age: "touched_at" });
const seenTickets = rows("sentiment_ticket", { key: ["connection", "ticket_id"], age: "seen_at" });
const points = rows("sentiment_point", { key: ["id"], age: "at" });

const removers: Readonly<Record<AgingKind, Remover>> = {
  deliveries: rows("delivery", { key: ["connection_uid", "key"], age: "received_at", order: "received_at" }),
  // Documents without a `/` are about the account, the others about one ticket, person or result.
  documents: rows("plugin_document", {
    key: ["connection_uid", "key"],
    age: "changed_at",
    only: sql`${sql.ref("key")} like '%/%'`,
  }),
  answers: rows("idempotent_answer", { key: ["key"], age: "asked_at" }),
  drafts: rows("reply_draft", { key: ["id"], age: "created_at" }),
  misses: rows("kb_query", { key: ["id"], age: "at" }),
  "model-answers": rows("model_answer", { key: ["hash"], age: "at" }),
  alerts: rows("sentiment_alert", { key: ["id"], age: "resolved_at", only: sql`status = 'resolved'` }),
  "solved-answers": rows("solved_answer", { key: ["connection", "ticket_id"], age: "at" }),
  // Ids of these two are in the order of time.
  decisions: rows("decision", { key: ["id"], age: "created_at", order: "id" }),
  runs: rows("run", { key: ["id"], age: "started_at", order: "id" }),
  training: rows("training_example", { key: ["connection_uid", "ticket_id"], age: "created_at" }),

  // There is more to remove as long as one of them fills its batch.
  async sentiment(db, batch) {
    return Math.max(await customers(db, batch), await seenTickets(db, batch), await points(db, batch));
  },
  async evaluations(db, { before, limit }) {
    const old = await db.selectFrom("qa_evaluation").select("id").where("at", "<", before).limit(limit).execute();
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    await db.deleteFrom("qa_review").where("evaluation_id", "in", ids).execute();
    const { numDeletedRows } = await db.deleteFrom("qa_evaluation").where("id", "in", ids).executeTakeFirst();
    return Number(numDeletedRows);
  },

  async traces(db, { before, limit }) {
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
};

async function updated(query: { executeTakeFirst(): Promise<{ readonly numUpdatedRows: bigint }> }): Promise<number> {
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
