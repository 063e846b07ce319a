import type { BudgetState, Budgets } from "@otai/core/ports/budgets";
import type { Selectable } from "kysely";
import type { Handle } from "./engine.ts";
import type { Tables } from "./tables.ts";

function toState(row: Selectable<Tables["rate_budget"]>): BudgetState {
  return { limit: row.limit, remaining: row.remaining, resetsAt: row.resets_at, blockedUntil: row.blocked_until };
}

export function createBudgets(db: Handle): Budgets {
  return {
    async get(connectionUid, rateClass) {
      const row = await db
        .selectFrom("rate_budget")
        .selectAll()
        .where("connection_uid", "=", connectionUid)
        .where("class", "=", rateClass)
        .executeTakeFirst();
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
      const rows = await db.selectFrom("rate_budget").selectAll().where("connection_uid", "=", connectionUid).execute();
      return rows.map((row) => ({ rateClass: row.class, ...toState(row) }));
    },
  };
}
