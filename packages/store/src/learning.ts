import type { Learning, ModelRecord, TrainingExample, WrittenQueue } from "@otai/core/ports/learning";
import type { ExpressionBuilder, Insertable, Selectable } from "kysely";
import type { Handle } from "./engine.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";

/** Rows per statement: SQLite takes 32,766 bound values, and longer statements gain nothing. */
const batch = 250;

/** A literal, since a bound value would not let SQLite use the partial index. */
const isWritten = (eb: ExpressionBuilder<Tables, "decision">) => eb("written", "=", eb.lit(1));

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
    ...(row.verdict === null ? {} : { verdict: JSON.parse(row.verdict) }),
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
    async removeExamples(connectionUid, ticketIds) {
      for (let start = 0; start < ticketIds.length; start += batch) {
        await db
          .deleteFrom("training_example")
          .where("connection_uid", "=", connectionUid)
          .where("ticket_id", "in", ticketIds.slice(start, start + batch))
          .execute();
      }
    },
    async knownExamples(connectionUid, ticketIds) {
      const known = new Set<string>();
      for (let start = 0; start < ticketIds.length; start += batch) {
        const rows = await db
          .selectFrom("training_example")
          .select("ticket_id")
          .where("connection_uid", "=", connectionUid)
          .where("ticket_id", "in", ticketIds.slice(start, start + batch))
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
          verdict: record.verdict === undefined ? null : JSON.stringify(record.verdict),
        })
        // The same bytes once more: whoever was erased meanwhile left no trace in them. What was said of them stays.
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
        .values({ connection_uid: connectionUid, version, at, by, former: null })
        .onConflict((conflict) =>
          conflict.column("connection_uid").doUpdateSet((eb) => ({
            version,
            at,
            by,
            former: eb
              .case()
              .when("champion.version", "=", version)
              .then(eb.ref("champion.former"))
              .else(eb.ref("champion.version"))
              .end(),
          })),
        )
        .execute();
    },
    async getFormerChampion(connectionUid) {
      const row = await db
        .selectFrom("champion")
        .innerJoin("model", (join) =>
          join
            .onRef("model.connection_uid", "=", "champion.connection_uid")
            .onRef("model.version", "=", "champion.former"),
        )
        .selectAll("model")
        .where("champion.connection_uid", "=", connectionUid)
        .executeTakeFirst();
      return row === undefined ? null : toModel(row);
    },
    async pruneModels(connectionUid, keep) {
      const champion = await db
        .selectFrom("champion")
        .select(["version", "former"])
        .where("connection_uid", "=", connectionUid)
        .executeTakeFirst();
      const models = await db
        .selectFrom("model")
        .select("version")
        .where("connection_uid", "=", connectionUid)
        .orderBy("trained_at", "desc")
        .orderBy("version")
        .execute();
      const old = models
        .slice(keep)
        .map(({ version }) => version)
        .filter((version) => version !== champion?.version && version !== champion?.former);
      if (old.length === 0) return 0;
      await db.deleteFrom("model").where("connection_uid", "=", connectionUid).where("version", "in", old).execute();
      await db
        .deleteFrom("model_blob")
        .where("sha256", "not in", (eb) => eb.selectFrom("model").select("sha256"))
        .execute();
      return old.length;
    },

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
