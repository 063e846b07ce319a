import type { KeptDocuments } from "@otai/core/ports/documents";
import type { Handle } from "./engine.ts";
import { storable } from "./storable.ts";

/** `locks`: several writers at once; a row that is not there yet cannot be locked, so it is made first. */
export function createDocuments(db: Handle, locks: boolean, now: () => Promise<number>): KeptDocuments {
  const row = (connectionUid: string, key: string) =>
    db.selectFrom("plugin_document").select("value").where("connection_uid", "=", connectionUid).where("key", "=", key);

  async function put(connectionUid: string, key: string, value: unknown): Promise<void> {
    const row = { value: storable(JSON.stringify(value)), changed_at: await now() };
    await db
      .insertInto("plugin_document")
      .values({ connection_uid: connectionUid, key, ...row })
      .onConflict((conflict) => conflict.columns(["connection_uid", "key"]).doUpdateSet(row))
      .execute();
  }

  return {
    async get(connectionUid, key) {
      const found = await row(connectionUid, key).executeTakeFirst();
      return found === undefined ? null : JSON.parse(found.value);
    },
    async list(connectionUid, prefix, { after, limit }) {
      let query = db
        .selectFrom("plugin_document")
        .select(["key", "value"])
        .where("connection_uid", "=", connectionUid)
        .where("key", ">=", prefix)
        .where("key", "<", `${prefix}\u{10ffff}`);
      if (after !== undefined) query = query.where("key", ">", after);
      const rows = await query.orderBy("key").limit(limit).execute();
      return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) }));
    },
    async change(connectionUid, { key, change }) {
      if (locks) {
        await db
          .insertInto("plugin_document")
          .values({ connection_uid: connectionUid, key, value: "null", changed_at: await now() })
          .onConflict((conflict) => conflict.columns(["connection_uid", "key"]).doNothing())
          .execute();
      }
      const query = row(connectionUid, key);
      const found = await (locks ? query.forUpdate() : query).executeTakeFirst();
      const known: unknown = found === undefined ? null : JSON.parse(found.value);
      const next = change(known) ?? null;
      if (next === null) {
        await db
          .deleteFrom("plugin_document")
          .where("connection_uid", "=", connectionUid)
          .where("key", "=", key)
          .execute();
      } else if (next !== known) await put(connectionUid, key, next);
    },
  };
}
