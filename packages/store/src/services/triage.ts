import type { Corrections, RoutingRules } from "@otai/services/ports/triage";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";

export function createCorrections(db: Handle): Corrections {
  return {
    async add({ id, connection, ticketId, classificationId, field, value, actor, reason, recordedAt }) {
      await db
        .insertInto("correction")
        .values({
          id,
          connection,
          ticket_id: storable(ticketId),
          classification_id: classificationId,
          field,
          value: storable(value),
          actor: actor === null ? null : storable(actor),
          reason: reason === null ? null : storable(reason),
          recorded_at: recordedAt,
        })
        .execute();
    },
    async list(connection) {
      let query = db.selectFrom("correction").selectAll().orderBy("recorded_at").orderBy("id");
      if (connection !== null) {
        query = query.where((eb) => eb.or([eb("connection", "=", connection), eb("connection", "is", null)]));
      }
      return (await query.execute()).map((row) => ({
        id: row.id,
        connection: row.connection,
        ticketId: row.ticket_id,
        classificationId: row.classification_id,
        field: row.field,
        value: row.value,
        actor: row.actor,
        reason: row.reason,
        recordedAt: row.recorded_at,
      }));
    },
  };
}

export function createRoutingRules(db: Handle): RoutingRules {
  return {
    async latest() {
      const row = await db
        .selectFrom("routing_rules")
        .selectAll()
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { ...row, rules: JSON.parse(row.rules) };
    },
    async add({ version, rules, by, at }) {
      const result = await db
        .insertInto("routing_rules")
        .values({ version, rules: JSON.stringify(rules), by, at })
        .onConflict((conflict) => conflict.column("version").doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
