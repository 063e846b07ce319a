import type { Learning, WrittenQueue } from "@otai/core/ports/learning";
import type { ExpressionBuilder } from "kysely";
import type { Handle } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** A literal, since a bound value would not let SQLite use the partial index. */
const isWritten = (eb: ExpressionBuilder<Tables, "decision">) => eb("written", "=", eb.lit(1));

type JudgedWrites = Pick<Learning, "writtenQueues" | "automatedWrites" | "countNews">;

/** What became of AI's writes, as far as learning goes by it. */
export function createJudgedWrites(db: Handle): JudgedWrites {
  return {
    async writtenQueues(connectionUid) {
      const rows = await db
        .selectFrom("decision")
        .select(["ticket_id", "value", "created_at", "outcome", "outcome_value", "outcome_at"])
        .where("connection_uid", "=", connectionUid)
        .where("field", "=", "queue")
        .where(isWritten)
        .where("value", "is not", null)
        .orderBy("id")
        .execute();
      const last = new Map(
        rows.map((row) => [
          row.ticket_id,
          {
            ticketId: row.ticket_id,
            value: row.value!,
            writtenAt: row.created_at,
            outcome: row.outcome as WrittenQueue["outcome"],
            outcomeValue: row.outcome_value,
            outcomeAt: row.outcome_at,
          },
        ]),
      );
      return [...last.values()];
    },
    async automatedWrites(connectionUid, limit) {
      const rows = await db
        .selectFrom("decision")
        .select(["field", "value", "outcome", "created_at"])
        .where("connection_uid", "=", connectionUid)
        .where("decision", "=", "automate")
        .where(isWritten)
        .where("value", "is not", null)
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        field: row.field,
        value: row.value!,
        changed: row.outcome === "changed",
        createdAt: row.created_at,
      }));
    },
    async countNews({ uid, name }, since) {
      const changed = await db
        .selectFrom("decision")
        .select((eb) => eb.fn.count<number>("ticket_id").distinct().as("count"))
        .where("connection_uid", "=", uid)
        .where("outcome", "=", "changed")
        .where("outcome_at", ">", since)
        .executeTakeFirstOrThrow();
      const corrected = await db
        .selectFrom("correction")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where((eb) => eb.or([eb("connection", "=", name), eb("connection", "is", null)]))
        .where("recorded_at", ">", since)
        .executeTakeFirstOrThrow();
      return changed.count + corrected.count;
    },
  };
}
