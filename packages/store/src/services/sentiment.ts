import type {
  SentimentAlert,
  SentimentAlerts,
  SentimentPoint,
  SentimentPoints,
  SentimentRepositories,
} from "@otai/services/ports/sentiment";
import type { Insertable, Selectable } from "kysely";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";
import type { Tables } from "../tables.ts";

export function createSentiment(db: Handle, now: () => Promise<number>): SentimentRepositories {
  return { sentimentPoints: createPoints(db, now), sentimentAlerts: createAlerts(db) };
}

function createPoints(db: Handle, now: () => Promise<number>): SentimentPoints {
  return {
    async lockCustomer(customerId) {
      const row = { customer_id: customerId, touched_at: await now() };
      await db
        .insertInto("sentiment_customer")
        .values(row)
        .onConflict((conflict) => conflict.column("customer_id").doUpdateSet({ touched_at: row.touched_at }))
        .execute();
    },
    async add(point) {
      await db.insertInto("sentiment_point").values(toPointRow(point)).execute();
    },
    async findByMessage(customerId, messageId) {
      const row = await db
        .selectFrom("sentiment_point")
        .selectAll()
        .where("customer_id", "=", customerId)
        .where("message_id", "=", storable(messageId))
        .executeTakeFirst();
      return row === undefined ? null : toPoint(row);
    },
    async list(customerId, { since, until, limit, offset = 0 }) {
      let query = db
        .selectFrom("sentiment_point")
        .select(["at", "score", "label", "source"])
        .where("customer_id", "=", customerId)
        .where("counts", "=", 1);
      if (since !== undefined) query = query.where("at", ">=", since);
      if (until !== undefined) query = query.where("at", "<=", until);
      const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).offset(offset).execute();
      return rows.map((row) => ({ ...row, label: row.label as SentimentPoint["label"] }));
    },
    async count(customerId) {
      const row = await db
        .selectFrom("sentiment_point")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("customer_id", "=", customerId)
        .where("counts", "=", 1)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async eraseCustomer(customerId) {
      await db.deleteFrom("sentiment_customer").where("customer_id", "=", customerId).execute();
      const gone = await db.deleteFrom("sentiment_point").where("customer_id", "=", customerId).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async removeBefore(instant) {
      const gone = await db.deleteFrom("sentiment_point").where("at", "<", instant).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

function createAlerts(db: Handle): SentimentAlerts {
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

function toPoint(row: Selectable<Tables["sentiment_point"]>): SentimentPoint {
  return {
    id: row.id,
    customerId: row.customer_id,
    messageId: row.message_id,
    ticketId: row.ticket_id,
    source: row.source,
    at: row.at,
    score: row.score,
    label: row.label as SentimentPoint["label"],
    counts: row.counts === 1,
    answer: JSON.parse(row.answer),
  };
}

function toPointRow(point: SentimentPoint): Insertable<Tables["sentiment_point"]> {
  return {
    id: point.id,
    customer_id: point.customerId,
    message_id: point.messageId === null ? null : storable(point.messageId),
    ticket_id: point.ticketId === null ? null : storable(point.ticketId),
    source: point.source,
    at: point.at,
    score: point.score,
    label: point.label,
    counts: point.counts ? 1 : 0,
    answer: JSON.stringify(point.answer),
  };
}

function toAlert(row: Selectable<Tables["sentiment_alert"]>): SentimentAlert {
  return {
    id: row.id,
    customerId: row.customer_id,
    ticketId: row.ticket_id === "" ? null : row.ticket_id,
    severity: row.severity as SentimentAlert["severity"],
    reason: row.reason,
    risk: row.risk,
    status: row.status as SentimentAlert["status"],
    count: row.count,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    acknowledgedBy: row.acknowledged_by,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
  };
}

function toAlertRow(alert: SentimentAlert): Insertable<Tables["sentiment_alert"]> {
  return {
    id: alert.id,
    customer_id: alert.customerId,
    ticket_id: storable(alert.ticketId ?? ""),
    severity: alert.severity,
    reason: storable(alert.reason),
    risk: alert.risk,
    status: alert.status,
    count: alert.count,
    created_at: alert.createdAt,
    last_seen_at: alert.lastSeenAt,
    acknowledged_by: alert.acknowledgedBy,
    resolved_at: alert.resolvedAt,
    resolved_by: alert.resolvedBy,
  };
}
