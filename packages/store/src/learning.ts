import type { Learning, ModelRecord, TrainingExample } from "@otai/core/ports/learning";
import type { Insertable, Selectable } from "kysely";
import type { Handle } from "./engine.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";

/** Rows per statement: SQLite takes 32,766 bound values, and longer statements gain nothing. */
const batch = 250;

function toModel(row: Selectable<Tables["model"]>): ModelRecord {
  return {
    version: row.version,
    connectionUid: row.connection_uid,
    sha256: row.sha256,
    bytes: row.bytes,
    trainedAt: row.trained_at,
    examples: row.examples,
    targets: JSON.parse(row.targets),
    languages: JSON.parse(row.languages),
    figures: JSON.parse(row.figures),
  };
}

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

export function createLearning(db: Handle): Learning {
  return {
    async putExamples(examples) {
      // One statement must not touch a row twice; the last one counts, as if they came one by one.
      const last = new Map(
        examples.map((example) => [JSON.stringify([example.connectionUid, example.ticketId]), example]),
      );
      const rows = [...last.values()].map(toExampleRow);
      for (let start = 0; start < rows.length; start += batch) {
        await db
          .insertInto("training_example")
          .values(rows.slice(start, start + batch))
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

    async putModel(record, blob) {
      await db
        .insertInto("model_blob")
        .values({ sha256: record.sha256, bytes: Buffer.from(blob) })
        .onConflict((conflict) => conflict.column("sha256").doNothing())
        .execute();
      await db
        .insertInto("model")
        .values({
          version: record.version,
          connection_uid: record.connectionUid,
          sha256: record.sha256,
          bytes: record.bytes,
          trained_at: record.trainedAt,
          examples: record.examples,
          targets: JSON.stringify(record.targets),
          languages: JSON.stringify(record.languages),
          figures: JSON.stringify(record.figures),
          retrain_since: null,
        })
        // The same bytes once more: whoever was erased meanwhile left no trace in them.
        .onConflict((conflict) => conflict.columns(["connection_uid", "version"]).doUpdateSet({ retrain_since: null }))
        .execute();
    },
    async getModelBlob(sha256) {
      const row = await db.selectFrom("model_blob").select("bytes").where("sha256", "=", sha256).executeTakeFirst();
      return row === undefined ? null : new Uint8Array(row.bytes);
    },
    async listModels(connectionUid) {
      let query = db.selectFrom("model").selectAll().orderBy("trained_at", "desc").orderBy("version");
      if (connectionUid !== null) query = query.where("connection_uid", "=", connectionUid);
      return (await query.execute()).map(toModel);
    },
    async getChampion(connectionUid) {
      const row = await db
        .selectFrom("champion")
        .innerJoin("model", (join) =>
          join
            .onRef("model.connection_uid", "=", "champion.connection_uid")
            .onRef("model.version", "=", "champion.version"),
        )
        .selectAll("model")
        .where("champion.connection_uid", "=", connectionUid)
        .executeTakeFirst();
      return row === undefined ? null : toModel(row);
    },
    async setChampion(connectionUid, version, at, by) {
      await db
        .insertInto("champion")
        .values({ connection_uid: connectionUid, version, at, by })
        .onConflict((conflict) => conflict.column("connection_uid").doUpdateSet({ version, at, by }))
        .execute();
    },
  };
}
