import type { Privacy, RetentionRun } from "@otai/core/ports/privacy";
import type { Engine, Handle } from "../engine.ts";

type RetentionRuns = Pick<Privacy, "claimRetention" | "finishRetention" | "lastRetention">;

interface State {
  readonly leaseUntil: number;
  readonly last: RetentionRun | null;
}

const key = "retention";
const never: State = { leaseUntil: 0, last: null };

export function createRetentionRuns(db: Handle, engine: Engine, now: () => Promise<number>): RetentionRuns {
  async function read(locked: boolean): Promise<State> {
    const query = db.selectFrom("setting").select("value").where("key", "=", key);
    const row = await (locked && engine.locksRows ? query.forUpdate() : query).executeTakeFirst();
    return row === undefined ? never : JSON.parse(row.value);
  }

  async function put(state: State): Promise<void> {
    await db
      .updateTable("setting")
      .set({ value: JSON.stringify(state) })
      .where("key", "=", key)
      .execute();
  }

  return {
    async claimRetention(leaseMs, everyMs) {
      await db
        .insertInto("setting")
        .values({ key, value: JSON.stringify(never) })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
      const state = await read(true);
      const at = await now();
      if (state.leaseUntil > at || (state.last !== null && state.last.finishedAt + everyMs > at)) return false;
      await put({ ...state, leaseUntil: at + leaseMs });
      return true;
    },
    async finishRetention(removed) {
      await put({ leaseUntil: 0, last: { finishedAt: await now(), removed } });
    },
    lastRetention: async () => (await read(false)).last,
  };
}
