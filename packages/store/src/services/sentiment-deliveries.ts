import type { AlertDeliveries, AlertNews, AlertReceiver } from "@otai/services/ports/alert-deliveries";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";

const fresh: AlertReceiver = { failingSince: null, restUntil: 0, disabled: null };

/** `locks`: several writers at once; a row that is not there yet cannot be locked, so it is made first. */
export function createAlertDeliveries(db: Handle, locks: boolean, now: () => Promise<number>): AlertDeliveries {
  const receiver = (target: string) => db.selectFrom("alert_receiver").selectAll().where("target", "=", target);

  async function putReceiver(target: string, { failingSince, restUntil, disabled }: AlertReceiver): Promise<void> {
    const columns = { failing_since: failingSince, rest_until: restUntil, disabled };
    await db
      .insertInto("alert_receiver")
      .values({ target, ...columns })
      .onConflict((conflict) => conflict.column("target").doUpdateSet(columns))
      .execute();
  }

  return {
    async add({ messageId, target, alertId, news }) {
      const at = await now();
      await db
        .insertInto("alert_delivery")
        .values({
          message_id: messageId,
          target,
          alert_id: alertId,
          news,
          queued_at: at,
          due_at: at,
          attempts: 0,
          state: "open",
          reason: null,
        })
        .onConflict((conflict) => conflict.columns(["message_id", "target"]).doNothing())
        .execute();
    },
    async isKnown(alertId, target) {
      const row = await db
        .selectFrom("alert_delivery")
        .select("message_id")
        .where("alert_id", "=", alertId)
        .where("target", "=", target)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async listDue(targets) {
      if (targets.length === 0) return [];
      const rows = await db
        .selectFrom("alert_delivery")
        .select("target")
        .distinct()
        .where("target", "in", targets)
        .where("due_at", "<=", await now())
        .execute();
      return rows.map(({ target }) => target);
    },
    async claim(target, most, leaseMs) {
      const at = await now();
      const due = db
        .selectFrom("alert_delivery")
        .selectAll()
        .where("target", "=", target)
        .where("due_at", "<=", at)
        .orderBy("due_at")
        .orderBy("message_id")
        .limit(most);
      const rows = await (locks ? due.forUpdate().skipLocked() : due).execute();
      for (const { message_id, attempts } of rows) {
        await db
          .updateTable("alert_delivery")
          .set({ due_at: at + leaseMs, attempts: attempts + 1 })
          .where("message_id", "=", message_id)
          .where("target", "=", target)
          .execute();
      }
      return rows.map((row) => ({
        messageId: row.message_id,
        target: row.target,
        alertId: row.alert_id,
        news: row.news as AlertNews,
        queuedAt: row.queued_at,
        attempts: row.attempts + 1,
      }));
    },
    async settle({ messageId, target, attempts }, outcome) {
      const open = outcome.state === "open";
      const changed = await db
        .updateTable("alert_delivery")
        .set({
          state: outcome.state,
          due_at: open ? (await now()) + outcome.delayMs : null,
          reason: outcome.state === "delivered" ? null : storable(outcome.reason),
        })
        .where("message_id", "=", messageId)
        .where("target", "=", target)
        .where("attempts", "=", attempts)
        .where("due_at", "is not", null)
        .executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
    async getReceiver(target) {
      const row = await receiver(target).executeTakeFirst();
      return row === undefined ? fresh : toReceiver(row);
    },
    async changeReceiver(target, change) {
      if (locks) {
        await db
          .insertInto("alert_receiver")
          .values({ target, failing_since: null, rest_until: 0, disabled: null })
          .onConflict((conflict) => conflict.column("target").doNothing())
          .execute();
      }
      const found = await (locks ? receiver(target).forUpdate() : receiver(target)).executeTakeFirst();
      const next = change(found === undefined ? fresh : toReceiver(found));
      await putReceiver(target, next);
      return next;
    },
  };
}

function toReceiver(row: { failing_since: number | null; rest_until: number; disabled: string | null }): AlertReceiver {
  return { failingSince: row.failing_since, restUntil: row.rest_until, disabled: row.disabled };
}
