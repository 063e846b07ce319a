import type { Learning, ModelRecord } from "@otai/core/ports/learning";
import type { Selectable } from "kysely";
import type { Handle } from "./engine.ts";
import type { Tables } from "./tables.ts";

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

type Models = Pick<
  Learning,
  "putModel" | "getModelBlob" | "listModels" | "getChampion" | "getFormerChampion" | "setChampion" | "pruneModels"
>;

/** Models by hash, which one serves, and which one served before. */
export function createModels(db: Handle): Models {
  return {
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
    getChampion: (connectionUid) => servingModel(db, connectionUid, "version"),
    getFormerChampion: (connectionUid) => servingModel(db, connectionUid, "former"),
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
  };
}

async function servingModel(
  db: Handle,
  connectionUid: string,
  which: "version" | "former",
): Promise<ModelRecord | null> {
  const row = await db
    .selectFrom("champion")
    .innerJoin("model", (join) =>
      join
        .onRef("model.connection_uid", "=", "champion.connection_uid")
        .onRef("model.version", "=", `champion.${which}`),
    )
    .selectAll("model")
    .where("champion.connection_uid", "=", connectionUid)
    .executeTakeFirst();
  return row === undefined ? null : toModel(row);
}
