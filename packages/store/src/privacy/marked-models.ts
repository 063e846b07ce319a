import type { Privacy } from "@otai/core/ports/privacy";
import type { Handle } from "../engine.ts";

type MarkedModels = Pick<Privacy, "modelsToRetrain" | "removeMarkedModels" | "erasedSenders">;

export function createMarkedModels(db: Handle): MarkedModels {
  return {
    async erasedSenders(connectionUid) {
      const rows = await db
        .selectFrom("erased_sender")
        .select("sender")
        .where("connection_uid", "=", connectionUid)
        .execute();
      return new Set(rows.map(({ sender }) => sender));
    },
    async modelsToRetrain() {
      const rows = await db
        .selectFrom("model")
        .select(["connection_uid", "version"])
        .where("retrain_since", "is not", null)
        .orderBy("connection_uid")
        .orderBy("version")
        .execute();
      return rows.map((row) => ({ connectionUid: row.connection_uid, version: row.version }));
    },
    async removeMarkedModels() {
      const { numDeletedRows } = await db
        .deleteFrom("model")
        .where("retrain_since", "is not", null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("champion")
                .select("champion.version")
                .whereRef("champion.connection_uid", "=", "model.connection_uid")
                .whereRef("champion.version", "=", "model.version"),
            ),
          ),
        )
        .executeTakeFirst();
      if (numDeletedRows > 0n) {
        await db
          .deleteFrom("model_blob")
          .where("sha256", "not in", (eb) => eb.selectFrom("model").select("sha256"))
          .execute();
      }
      return Number(numDeletedRows);
    },
  };
}
