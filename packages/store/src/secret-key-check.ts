import type { Handle } from "./engine.ts";
import { type Sealer, wrongKey } from "./sealer.ts";

const key = "secret_key_check";
const place = "setting.secret_key_check";
const known = "this opens with the right key";

/**
 * Compares the key with the one that the database is sealed with, and notes it down in a new one.
 * @throws ConfigError when they differ, before anything is read or written with a wrong one.
 */
export async function checkSecretKey(db: Handle, sealer: Sealer | null): Promise<void> {
  if (sealer !== null) {
    await db
      .insertInto("setting")
      .values({ key, value: sealer.seal(known, place) })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  }
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
  if (row !== undefined && sealer?.open(row.value, place) !== known) throw wrongKey();
}

/** Was everything sealed with the current key, so that previous ones are not needed any more? */
export async function isSealedAnew(db: Handle, sealer: Sealer): Promise<boolean> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", "sealed_with").executeTakeFirst();
  return row?.value === sealer.prefix;
}

export async function noteSealedAnew(db: Handle, sealer: Sealer): Promise<void> {
  const rows = [
    { key, value: sealer.seal(known, place) },
    { key: "sealed_with", value: sealer.prefix },
  ];
  for (const { key, value } of rows) {
    await db
      .insertInto("setting")
      .values({ key, value })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
      .execute();
  }
}
