import type { Idempotency } from "@otai/core/ports/idempotency";
import type { Handle } from "./engine.ts";

export function createIdempotency(db: Handle, now: () => Promise<number>): Idempotency {
  return {
    async reserve(key, contentHash) {
      const inserted = await db
        .insertInto("idempotent_answer")
        .values({ key, content_hash: contentHash, status: null, body: null, asked_at: await now() })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return { state: "new" };
      const row = await db.selectFrom("idempotent_answer").selectAll().where("key", "=", key).executeTakeFirstOrThrow();
      if (row.content_hash !== contentHash) return { state: "clash" };
      if (row.status === null) return { state: "open" };
      return { state: "answered", answer: { status: row.status, body: row.body ?? "" } };
    },
    async answer(key, { status, body }) {
      await db.updateTable("idempotent_answer").set({ status, body }).where("key", "=", key).execute();
    },
    async release(key) {
      await db.deleteFrom("idempotent_answer").where("key", "=", key).where("status", "is", null).execute();
    },
    async forgetBefore(instant) {
      await db.deleteFrom("idempotent_answer").where("asked_at", "<", instant).execute();
    },
  };
}
