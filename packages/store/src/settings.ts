import type { Audit, AuditEntry, PolicyVersion, Settings } from "@otai/core/ports/settings";
import type { Handle } from "./engine.ts";

export function createSettings(db: Handle): Settings {
  return {
    async addPolicyVersion(version) {
      await db
        .insertInto("policy_version")
        .values({ ...version, body: JSON.stringify(version.body) })
        .execute();
    },
    async latestPolicyVersion() {
      const row = await db.selectFrom("policy_version").selectAll().orderBy("id", "desc").limit(1).executeTakeFirst();
      if (row === undefined) return null;
      return { ...row, source: row.source as PolicyVersion["source"], body: JSON.parse(row.body) };
    },
    async isPaused() {
      const row = await db.selectFrom("setting").select("value").where("key", "=", "paused").executeTakeFirst();
      return row?.value === "true";
    },
    async setPaused(paused) {
      const value = String(paused);
      await db
        .insertInto("setting")
        .values({ key: "paused", value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
        .execute();
    },
  };
}

export function createAudit(db: Handle): Audit {
  return {
    async add(entry) {
      await db
        .insertInto("audit")
        .values({ ...entry, details: JSON.stringify(entry.details) })
        .execute();
    },
    async list(limit, cursor) {
      let query = db
        .selectFrom("audit")
        .selectAll()
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (cursor !== null) query = query.where("id", "<", cursor);
      const rows = (await query.execute()).map((row): AuditEntry => ({ ...row, details: JSON.parse(row.details) }));
      return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? rows[limit - 1]!.id : null };
    },
  };
}
