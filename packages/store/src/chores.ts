import type { Chores } from "@otai/core/ports/chores";
import type { Handle } from "./engine.ts";

export function createChores(db: Handle, now: () => Promise<number>): Chores {
  return {
    async claim(name, owner, leaseMs) {
      const at = await now();
      await db
        .insertInto("chore")
        .values({ name, due_at: at, owner: null, lease_until: null, done_at: null, result: null })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
      const taken = await db
        .updateTable("chore")
        .set({ owner, lease_until: at + leaseMs })
        .where("name", "=", name)
        .where("due_at", "<=", at)
        .where((eb) => eb.or([eb("owner", "is", null), eb("lease_until", "<=", at)]))
        .executeTakeFirst();
      return taken.numUpdatedRows === 1n;
    },
    async renew(name, owner, leaseMs) {
      const at = await now();
      const held = await db
        .updateTable("chore")
        .set({ lease_until: at + leaseMs })
        .where("name", "=", name)
        .where("owner", "=", owner)
        .executeTakeFirst();
      return held.numUpdatedRows === 1n;
    },
    async finish(name, owner, { delayMs, result }) {
      const at = await now();
      await db
        .updateTable("chore")
        .set({ due_at: at + delayMs, owner: null, lease_until: null, done_at: at, result })
        .where("name", "=", name)
        .where("owner", "=", owner)
        .execute();
    },
    async wake(name) {
      const at = await now();
      await db.updateTable("chore").set({ due_at: at }).where("name", "=", name).where("due_at", ">", at).execute();
    },
    async list() {
      const rows = await db.selectFrom("chore").selectAll().orderBy("name").execute();
      return rows.map((row) => ({
        name: row.name,
        dueAt: row.due_at,
        lastDoneAt: row.done_at,
        lastResult: row.result,
      }));
    },
  };
}
