import type { Connection, Connections, Deliveries, Pollers } from "@otai/core/ports/connections";
import { LostLaneError } from "@otai/core/ports/inbox";
import type { Selectable, Updateable } from "kysely";
import type { Engine, Handle } from "./engine.ts";
import type { Tables } from "./tables.ts";

function toConnection(row: Selectable<Tables["connection"]>): Connection {
  return {
    uid: row.uid,
    name: row.name,
    kind: row.kind,
    accountFingerprint: row.account_fingerprint,
    accountLabel: row.account_label,
    ingestFrom: row.ingest_from,
  };
}

export function createConnections(db: Handle): Connections {
  return {
    async list() {
      return (await db.selectFrom("connection").selectAll().orderBy("name").execute()).map(toConnection);
    },
    async getByName(name) {
      const row = await db.selectFrom("connection").selectAll().where("name", "=", name).executeTakeFirst();
      return row === undefined ? null : toConnection(row);
    },
    async add(connection) {
      await db
        .insertInto("connection")
        .values({
          uid: connection.uid,
          name: connection.name,
          kind: connection.kind,
          account_fingerprint: connection.accountFingerprint,
          account_label: connection.accountLabel,
          ingest_from: connection.ingestFrom,
        })
        .execute();
      await db
        .insertInto("poller")
        .values({
          connection_uid: connection.uid,
          cursor: null,
          due_at: 0,
          polled_at: null,
          owner: null,
          lease_until: null,
        })
        .execute();
    },
    async rename(uid, name) {
      await db.updateTable("connection").set({ name }).where("uid", "=", uid).execute();
    },
    async adopt(uid, accountFingerprint, accountLabel) {
      await db
        .updateTable("connection")
        .set({ account_fingerprint: accountFingerprint, account_label: accountLabel })
        .where("uid", "=", uid)
        .execute();
    },
  };
}

export function createPollers(db: Handle, engine: Engine, now: () => Promise<number>): Pollers {
  async function hold(connectionUid: string, owner: string, change: Updateable<Tables["poller"]>): Promise<void> {
    const result = await db
      .updateTable("poller")
      .set(change)
      .where("connection_uid", "=", connectionUid)
      .where("owner", "=", owner)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) throw new LostLaneError(`poller of ${connectionUid}`);
  }

  return {
    async claim(connectionUid, owner, leaseMs) {
      const at = await now();
      let free = db
        .selectFrom("poller")
        .select("cursor")
        .where("connection_uid", "=", connectionUid)
        .where("due_at", "<=", at)
        .where((eb) => eb.or([eb("owner", "is", null), eb("lease_until", "<=", at)]));
      if (engine.locksRows) free = free.forUpdate().skipLocked();
      const row = await free.executeTakeFirst();
      if (row === undefined) return null;
      await db
        .updateTable("poller")
        .set({ owner, lease_until: at + leaseMs })
        .where("connection_uid", "=", connectionUid)
        .execute();
      return { cursor: row.cursor };
    },
    async advance(connectionUid, owner, cursor, leaseMs) {
      const at = await now();
      await hold(connectionUid, owner, { cursor, polled_at: at, lease_until: at + leaseMs });
    },
    async finish(connectionUid, owner, delayMs) {
      const at = await now();
      await hold(connectionUid, owner, { due_at: at + delayMs, polled_at: at, owner: null, lease_until: null });
    },
    async wake(connectionUid) {
      const at = await now();
      await db
        .updateTable("poller")
        .set({ due_at: at })
        .where("connection_uid", "=", connectionUid)
        .where("due_at", ">", at)
        .execute();
    },
    async list() {
      const rows = await db.selectFrom("poller").selectAll().orderBy("connection_uid").execute();
      return rows.map((row) => ({
        connectionUid: row.connection_uid,
        cursor: row.cursor,
        dueAt: row.due_at,
        polledAt: row.polled_at,
      }));
    },
  };
}

export function createDeliveries(db: Handle, now: () => Promise<number>): Deliveries {
  async function find(connectionUid: string, key: string): Promise<readonly string[] | null> {
    const row = await db
      .selectFrom("delivery")
      .select("event_ids")
      .where("connection_uid", "=", connectionUid)
      .where("key", "=", key)
      .executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.event_ids) as string[]);
  }
  return {
    find,
    async remember(connectionUid, key, eventIds) {
      const result = await db
        .insertInto("delivery")
        .values({ connection_uid: connectionUid, key, event_ids: JSON.stringify(eventIds), received_at: await now() })
        .onConflict((conflict) => conflict.columns(["connection_uid", "key"]).doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n ? null : find(connectionUid, key);
    },
    async forgetBefore(instant) {
      await db.deleteFrom("delivery").where("received_at", "<", instant).execute();
    },
  };
}
