import {
  type ClaimedLane,
  type Inbox,
  type InboxCounts,
  type LaneOutcome,
  LostLaneError,
  type TicketEvent,
} from "@otai/core/ports/inbox";
import type { Ids } from "@otai/core/ports/surroundings";
import { type Selectable, sql } from "kysely";
import type { Engine, Handle } from "./engine.ts";
import { changeHeld, laneKey, longestDue, nextFreeAt, wakeLane } from "./lane-rows.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";

// Literals, because a bound value would hide the partial indexes from SQLite's planner.
const isOpen = sql<boolean>`state = 'open'`;
const isDead = sql<boolean>`state = 'dead'`;

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

export interface InboxBase {
  readonly db: Handle;
  readonly engine: Engine;
  readonly ids: Ids;
  readonly now: () => Promise<number>;
  readonly ring: () => void;
}

export function createInbox({ db, engine, ids, now, ring }: InboxBase): Inbox {
  async function findByKey(connectionUid: string, key: string): Promise<string | null> {
    const row = await db
      .selectFrom("ticket_event")
      .select("id")
      .where("connection_uid", "=", connectionUid)
      .where("key", "=", key)
      .executeTakeFirst();
    return row?.id ?? null;
  }

  async function openEvents(lane: string): Promise<TicketEvent[]> {
    const rows = await db
      .selectFrom("ticket_event")
      .selectAll()
      .where("lane", "=", lane)
      .where(isOpen)
      .orderBy("seq")
      .execute();
    return rows.map(toEvent);
  }

  async function settle(claim: ClaimedLane, { done, dead, snooze }: LaneOutcome): Promise<void> {
    const ofLane = db.updateTable("ticket_event").where("lane", "=", claim.key).where(isOpen);
    if (done.length > 0) await ofLane.set({ state: "done", error: null }).where("id", "in", done).execute();
    for (const { eventId, error } of dead) {
      await ofLane
        .set((eb) => ({ state: "dead", error: storable(error), attempts: eb("attempts", "+", 1) }))
        .where("id", "=", eventId)
        .execute();
    }
    if (snooze === null) return;
    const settled = new Set([...done, ...dead.map((event) => event.eventId)]);
    const waiting = claim.events.map((event) => event.id).filter((id) => !settled.has(id));
    if (waiting.length === 0) return;
    await ofLane
      .set((eb) => ({ error: storable(snooze.error), attempts: eb("attempts", "+", snooze.burnsAttempt ? 1 : 0) }))
      .where("id", "in", waiting)
      .execute();
  }

  async function burnAttempt(lane: string): Promise<void> {
    await db
      .updateTable("ticket_event")
      .set((eb) => ({ attempts: eb("attempts", "+", 1), error: "its worker died or was stopped" }))
      .where("lane", "=", lane)
      .where("state", "=", "open")
      .execute();
  }

  return {
    async add(event) {
      const known = await findByKey(event.connectionUid, event.key);
      if (known !== null) return { eventId: known, duplicate: true };
      const at = await now();
      // The lane's row first: whoever holds it gets the next `seq`, so that order within a lane is the order of commits.
      await wakeLane(db, event, at);
      const eventId = ids.next("ev");
      const inserted = await db
        .insertInto("ticket_event")
        .values({
          id: eventId,
          lane: laneKey(event.connectionUid, event.ticketId),
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
        // Another worker stored the same event between the look and the write; `claim` passes over a lane woken in vain.
        return { eventId: (await findByKey(event.connectionUid, event.key))!, duplicate: true };
      }
      ring();
      return { eventId, duplicate: false };
    },

    async claim(owner, leaseMs) {
      const at = await now();
      for (;;) {
        const lane = (await longestDue(db, engine, "live", at)) ?? (await longestDue(db, engine, "backfill", at));
        if (lane === undefined) return null;
        // Who holds an expired lease died with it: that counts, or a ticket that kills its worker would do so for ever.
        if (lane.owner !== null) await burnAttempt(lane.key);
        const events = await openEvents(lane.key);
        const fence = lane.fence + 1;
        const change =
          events.length === 0 ? { owner: null, due_at: null } : { owner, fence, lease_until: at + leaseMs };
        await db.updateTable("lane").set(change).where("key", "=", lane.key).execute();
        if (events.length === 0) continue;
        const { key, connection_uid: connectionUid, ticket_id: ticketId } = lane;
        return { key, connectionUid, ticketId, owner, fence, events };
      }
    },

    async renew(claim, leaseMs) {
      return changeHeld(db, claim, { lease_until: (await now()) + leaseMs });
    },

    async assertHeld(claim) {
      // Writes the owner onto itself: locks the row until the unit of work ends.
      if (!(await changeHeld(db, claim, { owner: claim.owner }))) throw new LostLaneError(claim.key);
    },

    async finish(claim, outcome) {
      if (!(await changeHeld(db, claim, { owner: null, lease_until: null }))) throw new LostLaneError(claim.key);
      await settle(claim, outcome);
      const stillOpen = (await openEvents(claim.key)).length > 0;
      const delayMs = outcome.snooze?.delayMs ?? 0;
      const dueAt = stillOpen ? (await now()) + delayMs : null;
      await db.updateTable("lane").set({ due_at: dueAt }).where("key", "=", claim.key).execute();
      if (stillOpen && delayMs <= 0) ring();
    },

    nextDueAt: () => nextFreeAt(db),

    async knows(connectionUid, key) {
      return (await findByKey(connectionUid, key)) !== null;
    },

    async get(eventId) {
      const row = await db.selectFrom("ticket_event").selectAll().where("id", "=", eventId).executeTakeFirst();
      return row === undefined ? null : toEvent(row);
    },

    async listDead(limit, cursor) {
      let query = db
        .selectFrom("ticket_event")
        .selectAll()
        .where(isDead)
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
        .where(isDead)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return false;
      await wakeLane(db, toEvent(row), await now());
      ring();
      return true;
    },

    async counts(): Promise<InboxCounts> {
      // Open and dead come from their small indexes; done ones, by far the most, are what is left.
      const count = db.selectFrom("ticket_event").select((eb) => eb.fn.countAll<number>().as("count"));
      const all = (await count.executeTakeFirstOrThrow()).count;
      const dead = (await count.where(isDead).executeTakeFirstOrThrow()).count;
      const open = await count
        .where(isOpen)
        .select((eb) => eb.fn.min("received_at").as("oldest"))
        .executeTakeFirstOrThrow();
      return { open: open.count, dead, done: all - open.count - dead, oldestOpenAt: open.oldest ?? null };
    },
  };
}
