import {
  type ClaimedLane,
  type Inbox,
  type InboxCounts,
  type LaneOutcome,
  LostLaneError,
  type NewTicketEvent,
  type TicketEvent,
} from "@otai/core/ports/inbox";
import type { Ids } from "@otai/core/ports/surroundings";
import type { Selectable } from "kysely";
import type { Engine, Handle } from "./engine.ts";
import type { Tables } from "./tables.ts";

function toEvent(row: Selectable<Tables["ticket_event"]>): TicketEvent {
  return {
    id: row.id,
    lane: row.lane,
    seq: row.seq,
    connectionUid: row.connection_uid,
    ticketId: row.ticket_id,
    kind: row.kind as TicketEvent["kind"],
    key: row.key,
    source: row.source as TicketEvent["source"],
    laneClass: row.lane_class as TicketEvent["laneClass"],
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    state: row.state as TicketEvent["state"],
    attempts: row.attempts,
    error: row.error,
  };
}

export function createInbox(db: Handle, engine: Engine, ids: Ids, now: () => Promise<number>): Inbox {
  /** The lane becomes due when it was idle; one that waits (snoozed or claimed) keeps its time. */
  async function wakeLane(event: NewTicketEvent, lane: string, at: number): Promise<void> {
    await db
      .insertInto("lane")
      .values({
        key: lane,
        connection_uid: event.connectionUid,
        ticket_id: event.ticketId,
        class: event.laneClass,
        due_at: at,
        owner: null,
        fence: 0,
        lease_until: null,
        own_write_at: null,
      })
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet((eb) => ({
          due_at: eb.fn.coalesce("lane.due_at", eb.val(at)),
          class: event.laneClass === "live" ? "live" : eb.ref("lane.class"),
        })),
      )
      .execute();
  }

  async function openEvents(lane: string): Promise<TicketEvent[]> {
    const rows = await db
      .selectFrom("ticket_event")
      .selectAll()
      .where("lane", "=", lane)
      .where("state", "=", "open")
      .orderBy("seq")
      .execute();
    return rows.map(toEvent);
  }

  /** Touches the lane's row only while it is ours, so that a stolen lane rolls the unit of work back. */
  async function hold(
    claim: ClaimedLane,
    change: { lease_until: number | null; owner: string | null },
  ): Promise<boolean> {
    const result = await db
      .updateTable("lane")
      .set(change)
      .where("key", "=", claim.key)
      .where("owner", "=", claim.owner)
      .where("fence", "=", claim.fence)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  }

  return {
    async add(event) {
      const at = await now();
      const lane = laneKey(event.connectionUid, event.ticketId);
      const eventId = ids.next("ev");
      const inserted = await db
        .insertInto("ticket_event")
        .values({
          id: eventId,
          lane,
          connection_uid: event.connectionUid,
          ticket_id: event.ticketId,
          kind: event.kind,
          key: event.key,
          source: event.source,
          lane_class: event.laneClass,
          occurred_at: event.occurredAt,
          received_at: at,
          state: "open",
          attempts: 0,
          error: null,
        })
        .onConflict((conflict) => conflict.columns(["connection_uid", "key"]).doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows !== 1n) {
        const known = await db
          .selectFrom("ticket_event")
          .select("id")
          .where("connection_uid", "=", event.connectionUid)
          .where("key", "=", event.key)
          .executeTakeFirstOrThrow();
        return { eventId: known.id, duplicate: true };
      }
      await wakeLane(event, lane, at);
      await engine.ring(db);
      return { eventId, duplicate: false };
    },

    async claim(owner, leaseMs) {
      const at = await now();
      let due = db
        .selectFrom("lane")
        .selectAll()
        .where("due_at", "<=", at)
        .where((eb) => eb.or([eb("owner", "is", null), eb("lease_until", "<=", at)]))
        .orderBy("class", "desc")
        .orderBy("due_at")
        .limit(1);
      if (engine.skipsLocked) due = due.forUpdate().skipLocked();
      const lane = await due.executeTakeFirst();
      if (lane === undefined) return null;
      const fence = lane.fence + 1;
      await db
        .updateTable("lane")
        .set({ owner, fence, lease_until: at + leaseMs })
        .where("key", "=", lane.key)
        .execute();
      return {
        key: lane.key,
        connectionUid: lane.connection_uid,
        ticketId: lane.ticket_id,
        owner,
        fence,
        events: await openEvents(lane.key),
      };
    },

    async renew(claim, leaseMs) {
      return hold(claim, { owner: claim.owner, lease_until: (await now()) + leaseMs });
    },

    async assertHeld(claim) {
      // Writes the owner onto itself: locks the row until the unit of work ends.
      const held = await db
        .updateTable("lane")
        .set({ owner: claim.owner })
        .where("key", "=", claim.key)
        .where("owner", "=", claim.owner)
        .where("fence", "=", claim.fence)
        .executeTakeFirst();
      if (held.numUpdatedRows !== 1n) throw new LostLaneError(claim.key);
    },

    async finish(claim, outcome: LaneOutcome) {
      if (!(await hold(claim, { owner: null, lease_until: null }))) throw new LostLaneError(claim.key);
      if (outcome.done.length > 0) {
        await db
          .updateTable("ticket_event")
          .set({ state: "done", error: null })
          .where("id", "in", outcome.done)
          .execute();
      }
      for (const dead of outcome.dead) {
        await db
          .updateTable("ticket_event")
          .set((eb) => ({ state: "dead", error: dead.error, attempts: eb("attempts", "+", 1) }))
          .where("id", "=", dead.eventId)
          .execute();
      }
      const settled = new Set([...outcome.done, ...outcome.dead.map((dead) => dead.eventId)]);
      const waiting = claim.events.filter((event) => !settled.has(event.id)).map((event) => event.id);
      if (outcome.snooze !== null && waiting.length > 0) {
        const { error, burnsAttempt } = outcome.snooze;
        await db
          .updateTable("ticket_event")
          .set((eb) => ({ error, attempts: eb("attempts", "+", burnsAttempt ? 1 : 0) }))
          .where("id", "in", waiting)
          .execute();
      }
      const open = await db
        .selectFrom("ticket_event")
        .select("id")
        .where("lane", "=", claim.key)
        .where("state", "=", "open")
        .limit(1)
        .executeTakeFirst();
      const dueAt = open === undefined ? null : (await now()) + (outcome.snooze?.delayMs ?? 0);
      await db.updateTable("lane").set({ due_at: dueAt }).where("key", "=", claim.key).execute();
      if (dueAt !== null) await engine.ring(db);
    },

    async nextDueAt() {
      const at = await now();
      const row = await db
        .selectFrom("lane")
        .select((eb) => eb.fn.min("due_at").as("due"))
        .where("due_at", "is not", null)
        .where((eb) => eb.or([eb("owner", "is", null), eb("lease_until", "<=", at)]))
        .executeTakeFirst();
      const leased = await db
        .selectFrom("lane")
        .select((eb) => eb.fn.min("lease_until").as("due"))
        .where("due_at", "is not", null)
        .where("owner", "is not", null)
        .executeTakeFirst();
      const times = [row?.due, leased?.due].filter((due): due is number => due !== null && due !== undefined);
      return times.length === 0 ? null : Math.min(...times);
    },

    async knows(connectionUid, key) {
      const row = await db
        .selectFrom("ticket_event")
        .select("id")
        .where("connection_uid", "=", connectionUid)
        .where("key", "=", key)
        .executeTakeFirst();
      return row !== undefined;
    },

    async get(eventId) {
      const row = await db.selectFrom("ticket_event").selectAll().where("id", "=", eventId).executeTakeFirst();
      return row === undefined ? null : toEvent(row);
    },

    async listDead(limit, cursor) {
      let query = db
        .selectFrom("ticket_event")
        .selectAll()
        .where("state", "=", "dead")
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (cursor !== null) query = query.where("id", "<", cursor);
      const rows = (await query.execute()).map(toEvent);
      return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? rows[limit - 1]!.id : null };
    },

    async reopen(eventId) {
      const row = await db
        .updateTable("ticket_event")
        .set({ state: "open", attempts: 0 })
        .where("id", "=", eventId)
        .where("state", "=", "dead")
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return false;
      await wakeLane(toEvent(row), row.lane, await now());
      await engine.ring(db);
      return true;
    },

    async counts(): Promise<InboxCounts> {
      const rows = await db
        .selectFrom("ticket_event")
        .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
      const oldest = await db
        .selectFrom("ticket_event")
        .select((eb) => eb.fn.min("received_at").as("at"))
        .where("state", "=", "open")
        .executeTakeFirst();
      return { open: of("open"), done: of("done"), dead: of("dead"), oldestOpenAt: oldest?.at ?? null };
    },
  };
}

/** One lane per ticket of a connection. */
export function laneKey(connectionUid: string, ticketId: string): string {
  return `${connectionUid}/${ticketId}`;
}
