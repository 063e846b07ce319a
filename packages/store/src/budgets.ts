import type { BudgetState, Budgets } from "@otai/core/ports/budgets";
import type { Selectable } from "kysely";
import type { Handle } from "./engine.ts";
import type { Tables } from "./tables.ts";

function toState(row: Selectable<Tables["rate_budget"]>): BudgetState {
  return { limit: row.limit, remaining: row.remaining, resetsAt: row.resets_at, blockedUntil: row.blocked_until };
}

/** `locks`: what is read stays as it is until the unit of work ends, so that `get` and `put` lose no update of another worker. */
export function createBudgets(db: Handle, locks: boolean): Budgets {
  return {
    async get(connectionUid, rateClass) {
      const query = db
        .selectFrom("rate_budget")
        .selectAll()
        .where("connection_uid", "=", connectionUid)
        .where("class", "=", rateClass);
      const row = await (locks ? query.forUpdate() : query).executeTakeFirst();
      return row === undefined ? null : toState(row);
    },
    async put(connectionUid, rateClass, state) {
      const values = {
        limit: state.limit,
        remaining: state.remaining,
        resets_at: state.resetsAt,
        blocked_until: state.blockedUntil,
      };
      await db
        .insertInto("rate_budget")
        .values({ connection_uid: connectionUid, class: rateClass, ...values })
        .onConflict((conflict) => conflict.columns(["connection_uid", "class"]).doUpdateSet(values))
        .execute();
    },
    async list(connectionUid) {
      const rows = await db
        .selectFrom("rate_budget")
        .selectAll()
        .where("connection_uid", "=", connectionUid)
        .orderBy("class")
        .execute();
      return rows.map((row) => ({ rateClass: row.class, ...toState(row) }));
    },
  };
}
