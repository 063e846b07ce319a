import type { Journal } from "@otai/core/ports/journal";
import type { Handle } from "./engine.ts";
import { toEffect } from "./journal-rows.ts";

/** The part of the journal that keeps what must not happen twice. */
type Effects = Pick<
  Journal,
  | "addEffect"
  | "getEffect"
  | "replaceEffect"
  | "setEffectState"
  | "unfinishedEffects"
  | "listEffects"
  | "countEffects"
  | "settleCause"
  | "isSettled"
>;

export function createEffects(db: Handle): Effects {
  return {
    async addEffect(effect) {
      const result = await db
        .insertInto("effect")
        .values({
          key: effect.key,
          lane: effect.lane,
          run_id: effect.runId,
          kind: effect.kind,
          purpose: effect.purpose,
          intent: JSON.stringify(effect.intent),
          before: JSON.stringify(effect.before),
          marker: effect.marker,
          state: effect.state,
          fence: effect.fence,
          created_at: effect.createdAt,
        })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async getEffect(key) {
      const row = await db.selectFrom("effect").selectAll().where("key", "=", key).executeTakeFirst();
      return row === undefined ? null : toEffect(row);
    },
    async replaceEffect(key, { intent, before, state, fence }) {
      await db
        .updateTable("effect")
        .set({ intent: JSON.stringify(intent), before: JSON.stringify(before), state, fence })
        .where("key", "=", key)
        .execute();
    },
    async setEffectState(key, state, fence) {
      await db.updateTable("effect").set({ state, fence }).where("key", "=", key).execute();
    },
    async unfinishedEffects(lane) {
      const rows = await db
        .selectFrom("effect")
        .selectAll()
        .where("lane", "=", lane)
        .where("state", "in", ["planned", "sent", "unknown"])
        .orderBy("created_at")
        .orderBy("key")
        .execute();
      return rows.map(toEffect);
    },
    async listEffects(lane, purpose) {
      const rows = await db
        .selectFrom("effect")
        .selectAll()
        .where("lane", "=", lane)
        .where("purpose", "=", purpose)
        .orderBy("created_at")
        .orderBy("key")
        .execute();
      return rows.map(toEffect);
    },
    async countEffects(lane, purpose, since) {
      const row = await db
        .selectFrom("effect")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("lane", "=", lane)
        .where("purpose", "=", purpose)
        .where("created_at", ">=", since)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async settleCause(key, lane) {
      await db
        .insertInto("settled_cause")
        .values({ key, lane })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
    },
    async isSettled(key) {
      const row = await db.selectFrom("settled_cause").select("key").where("key", "=", key).executeTakeFirst();
      return row !== undefined;
    },
  };
}
