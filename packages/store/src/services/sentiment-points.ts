import type { SentimentPoint, SentimentPoints } from "@otai/services/ports/sentiment";
import type { Insertable, Selectable } from "kysely";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";
import type { Tables } from "../tables.ts";

export function createSentimentPoints(db: Handle, now: () => Promise<number>): SentimentPoints {
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
    async listWhole(customerId, since, limit) {
      const rows = await db
        .selectFrom("sentiment_point")
        .selectAll()
        .where("customer_id", "=", customerId)
        .where("counts", "=", 1)
        .where("at", ">=", since)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toPoint);
    },
    async listNegative(since, connection, limit) {
      let query = db
        .selectFrom("sentiment_point")
        .select(["customer_id", "ticket_id"])
        .where("counts", "=", 1)
        .where("label", "=", "negative")
        .where("at", ">=", since);
      if (connection !== null) query = query.where("connection", "=", storable(connection));
      const rows = await query
        .groupBy(["customer_id", "ticket_id"])
        .orderBy((eb) => eb.fn.max("at"), "desc")
        .orderBy("customer_id")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ customerId: row.customer_id, ticketId: row.ticket_id }));
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
      await db.deleteFrom("sentiment_ticket").where("customer_id", "=", customerId).execute();
      const gone = await db.deleteFrom("sentiment_point").where("customer_id", "=", customerId).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async removeBefore(instant) {
      const gone = await db.deleteFrom("sentiment_point").where("at", "<", instant).executeTakeFirst();
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
    connection: row.connection,
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
    connection: point.connection === null ? null : storable(point.connection),
    source: point.source,
    at: point.at,
    score: point.score,
    label: point.label,
    counts: point.counts ? 1 : 0,
    answer: JSON.stringify(point.answer),
  };
}
