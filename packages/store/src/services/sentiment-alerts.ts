import type { SentimentAlert, SentimentAlerts } from "@otai/services/ports/sentiment";
import type { Insertable, Selectable } from "kysely";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";
import type { Tables } from "../tables.ts";

export function createSentimentAlerts(db: Handle): SentimentAlerts {
  return {
    async put(alert) {
      const { id, ...columns } = toAlertRow(alert);
      await db
        .insertInto("sentiment_alert")
        .values({ id, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
        .execute();
    },
    async get(id) {
      const row = await db.selectFrom("sentiment_alert").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toAlert(row);
    },
    async findLatest(customerId, ticketId) {
      const row = await db
        .selectFrom("sentiment_alert")
        .selectAll()
        .where("customer_id", "=", customerId)
        .where("ticket_id", "=", storable(ticketId ?? ""))
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : toAlert(row);
    },
    async list({ customerId, severity, ticketId, statuses }, limit, offset) {
      let query = db.selectFrom("sentiment_alert").selectAll();
      if (customerId !== null) query = query.where("customer_id", "=", customerId);
      if (severity !== null) query = query.where("severity", "=", severity);
      if (ticketId !== undefined) query = query.where("ticket_id", "=", storable(ticketId));
      if (statuses !== null) query = query.where("status", "in", statuses);
      const rows = await query
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(toAlert);
    },
    async listRiskiest(connection, limit) {
      let query = db.selectFrom("sentiment_alert").selectAll().where("status", "<>", "resolved");
      if (connection !== null) query = query.where("connection", "=", storable(connection));
      const rows = await query
        .orderBy("risk", "desc")
        .orderBy("created_at", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toAlert);
    },
    async listResolvedSince(instant, limit) {
      const rows = await db
        .selectFrom("sentiment_alert")
        .selectAll()
        .where("status", "=", "resolved")
        .where("ticket_id", "<>", "")
        .where("resolved_at", ">=", instant)
        .orderBy("resolved_at")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toAlert);
    },
    async eraseCustomer(customerId) {
      const gone = await db.deleteFrom("sentiment_alert").where("customer_id", "=", customerId).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

function toAlert(row: Selectable<Tables["sentiment_alert"]>): SentimentAlert {
  return {
    id: row.id,
    customerId: row.customer_id,
    ticketId: row.ticket_id === "" ? null : row.ticket_id,
    connection: row.connection,
    severity: row.severity as SentimentAlert["severity"],
    reason: row.reason,
    risk: row.risk,
    status: row.status as SentimentAlert["status"],
    count: row.count,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    writtenAt: row.written_at ?? row.last_seen_at,
    calmMessages: row.calm_messages,
    acknowledgedBy: row.acknowledged_by,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
    resolveReason: row.resolve_reason,
  };
}

function toAlertRow(alert: SentimentAlert): Insertable<Tables["sentiment_alert"]> {
  return {
    id: alert.id,
    customer_id: alert.customerId,
    ticket_id: storable(alert.ticketId ?? ""),
    connection: alert.connection === null ? null : storable(alert.connection),
    severity: alert.severity,
    reason: storable(alert.reason),
    risk: alert.risk,
    status: alert.status,
    count: alert.count,
    created_at: alert.createdAt,
    last_seen_at: alert.lastSeenAt,
    written_at: alert.writtenAt,
    calm_messages: alert.calmMessages,
    acknowledged_by: alert.acknowledgedBy,
    resolved_at: alert.resolvedAt,
    resolved_by: alert.resolvedBy,
    resolve_reason: alert.resolveReason,
  };
}
