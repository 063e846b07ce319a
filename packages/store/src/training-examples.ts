import type { Learning, TrainingExample } from "@otai/core/ports/learning";
import type { Insertable, Selectable } from "kysely";
import { slices } from "./batches.ts";
import type { Handle } from "./engine.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";

function toExample(row: Selectable<Tables["training_example"]>): TrainingExample {
  return {
    connectionUid: row.connection_uid,
    ticketId: row.ticket_id,
    subject: row.subject,
    body: row.body,
    labels: JSON.parse(row.labels),
    metadata: JSON.parse(row.metadata),
    language: row.language,
    sender: row.sender,
    createdAt: row.created_at,
    provenance: row.provenance as TrainingExample["provenance"],
  };
}

function toExampleRow(example: TrainingExample): Insertable<Tables["training_example"]> {
  return {
    connection_uid: example.connectionUid,
    ticket_id: example.ticketId,
    subject: storable(example.subject),
    body: storable(example.body),
    labels: JSON.stringify(example.labels),
    metadata: JSON.stringify(example.metadata),
    language: example.language,
    sender: example.sender,
    created_at: example.createdAt,
    provenance: example.provenance,
  };
}

type TrainingExamples = Pick<
  Learning,
  "putExamples" | "removeExamples" | "knownExamples" | "countExamples" | "listExamples"
>;

/** Past tickets to learn from. */
export function createTrainingExamples(db: Handle): TrainingExamples {
  return {
    async putExamples(examples) {
      // One statement must not touch a row twice; the last one counts, as if they came one by one.
      const last = new Map(
        examples.map((example) => [JSON.stringify([example.connectionUid, example.ticketId]), example]),
      );
      const rows = [...last.values()].map(toExampleRow);
      for (const some of slices(rows)) {
        await db
          .insertInto("training_example")
          .values(some)
          .onConflict((conflict) =>
            conflict.columns(["connection_uid", "ticket_id"]).doUpdateSet((eb) => ({
              subject: eb.ref("excluded.subject"),
              body: eb.ref("excluded.body"),
              labels: eb.ref("excluded.labels"),
              metadata: eb.ref("excluded.metadata"),
              language: eb.ref("excluded.language"),
              sender: eb.ref("excluded.sender"),
              created_at: eb.ref("excluded.created_at"),
              provenance: eb.ref("excluded.provenance"),
            })),
          )
          .execute();
      }
    },
    async removeExamples(connectionUid, ticketIds) {
      for (const some of slices(ticketIds)) {
        await db
          .deleteFrom("training_example")
          .where("connection_uid", "=", connectionUid)
          .where("ticket_id", "in", some)
          .execute();
      }
    },
    async knownExamples(connectionUid, ticketIds) {
      const known = new Set<string>();
      for (const some of slices(ticketIds)) {
        const rows = await db
          .selectFrom("training_example")
          .select("ticket_id")
          .where("connection_uid", "=", connectionUid)
          .where("ticket_id", "in", some)
          .execute();
        for (const row of rows) known.add(row.ticket_id);
      }
      return known;
    },
    async countExamples(connectionUid) {
      const row = await db
        .selectFrom("training_example")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("connection_uid", "=", connectionUid)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async listExamples(connectionUid, limit, cursor) {
      let query = db
        .selectFrom("training_example")
        .selectAll()
        .where("connection_uid", "=", connectionUid)
        .orderBy("created_at")
        .orderBy("ticket_id")
        .limit(limit + 1);
      if (cursor !== null) {
        const [createdAt, ticketId] = JSON.parse(cursor) as [number, string];
        query = query.where((eb) => eb(eb.refTuple("created_at", "ticket_id"), ">", eb.tuple(createdAt, ticketId)));
      }
      const rows = await query.execute();
      const last = rows.length > limit ? rows[limit - 1]! : null;
      return {
        items: rows.slice(0, limit).map(toExample),
        nextCursor: last === null ? null : JSON.stringify([last.created_at, last.ticket_id]),
      };
    },
  };
}
