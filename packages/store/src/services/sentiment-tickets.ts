import type { SentimentTickets } from "@otai/services/ports/sentiment";
import type { Handle } from "../engine.ts";
import { storable } from "../storable.ts";

export function createSentimentTickets(db: Handle): SentimentTickets {
  return {
    async put({ connection, ticketId, customerId, open, waitingSince, agents, seenAt }) {
      const columns = {
        customer_id: customerId,
        open: open ? 1 : 0,
        waiting_since: waitingSince,
        agents,
        seen_at: seenAt,
      };
      await db
        .insertInto("sentiment_ticket")
        .values({ connection: storable(connection), ticket_id: storable(ticketId), ...columns })
        .onConflict((conflict) =>
          conflict
            .columns(["connection", "ticket_id"])
            .doUpdateSet(columns)
            .where("sentiment_ticket.seen_at", "<=", seenAt),
        )
        .execute();
    },
    async get(connection, ticketId) {
      const row = await db
        .selectFrom("sentiment_ticket")
        .selectAll()
        .where("connection", "=", storable(connection))
        .where("ticket_id", "=", storable(ticketId))
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        connection: row.connection,
        ticketId: row.ticket_id,
        customerId: row.customer_id,
        open: row.open === 1,
        waitingSince: row.waiting_since,
        agents: row.agents,
        seenAt: row.seen_at,
      };
    },
  };
}
