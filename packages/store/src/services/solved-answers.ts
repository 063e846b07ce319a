import type { SolvedRecords } from "@otai/services/ports/solved-answers";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";

/** The only row of the counter. */
const counter = 1;

export function createSolvedRecords(db: Handle): SolvedRecords {
  return {
    async put({ connection, ticketId, question, answer, language, at, revision }) {
      const text = { question: storable(question), answer: storable(answer) };
      const row = { connection, ticket_id: ticketId, ...text, language, at, revision };
      await db
        .insertInto("solved_answer")
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(["connection", "ticket_id"]).doUpdateSet({ ...text, language, at, revision }),
        )
        .execute();
    },
    async list(connection, ticketIds) {
      if (ticketIds.length === 0) return [];
      const rows = await db
        .selectFrom("solved_answer")
        .selectAll()
        .where("connection", "=", connection)
        .where("ticket_id", "in", ticketIds)
        .execute();
      return rows.map(({ ticket_id: ticketId, ...row }) => ({ ...row, ticketId }));
    },
    async nextRevision() {
      // The row stays locked until the commit, so that no reader passes a revision that is still to come.
      const row = await db
        .insertInto("solved_revision")
        .values({ id: counter, value: 1 })
        .onConflict((conflict) =>
          conflict.column("id").doUpdateSet((eb) => ({ value: eb("solved_revision.value", "+", 1) })),
        )
        .returning("value")
        .executeTakeFirstOrThrow();
      return row.value;
    },
    async revision() {
      const row = await db.selectFrom("solved_revision").select("value").where("id", "=", counter).executeTakeFirst();
      return row?.value ?? 0;
    },
    async listChanged(after, limit) {
      const rows = await db
        .selectFrom("solved_answer")
        .select(["connection", "ticket_id", "question", "language", "revision"])
        .where("revision", ">", after)
        .orderBy("revision")
        .limit(limit)
        .execute();
      return rows.map(({ ticket_id: ticketId, ...row }) => ({ ...row, ticketId }));
    },
    async keepNewest(connection, most) {
      const own = db.selectFrom("solved_answer").where("connection", "=", connection);
      const eldest = await own
        .select(["at", "ticket_id"])
        .orderBy("at", "desc")
        .orderBy("ticket_id", "desc")
        .offset(most - 1)
        .limit(1)
        .executeTakeFirst();
      if (eldest === undefined) return 0;
      const result = await db
        .deleteFrom("solved_answer")
        .where("connection", "=", connection)
        .where((eb) =>
          eb.or([eb("at", "<", eldest.at), eb.and([eb("at", "=", eldest.at), eb("ticket_id", "<", eldest.ticket_id)])]),
        )
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
    async remove(which) {
      const rows = db.deleteFrom("solved_answer");
      const chosen =
        "before" in which
          ? rows.where("at", "<", which.before)
          : rows.where("connection", "=", which.connection).where("ticket_id", "=", which.ticketId);
      return Number((await chosen.executeTakeFirst()).numDeletedRows);
    },
  };
}
