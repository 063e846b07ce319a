import { OtaiError } from "@otai/plugin-api/errors";
import type { RefusedField } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import type { TagChanges } from "./map-tags.ts";

/**
 * Adds (PUT) and removes (DELETE) tags; both leave all others alone and may be repeated. Only the first call carries the lock:
 * it moves the stamp itself.
 * @param lock the stamp to compare, or `undefined` when a write before has compared it
 */
export async function writeTags(
  account: Account,
  id: string,
  changes: TagChanges,
  lock: string | undefined,
): Promise<readonly RefusedField[]> {
  const calls = [
    { method: "PUT", tags: changes.add },
    { method: "DELETE", tags: changes.remove },
  ] as const;
  const refused: RefusedField[] = [];
  let stamp = lock;
  for (const { method, tags } of calls.filter((call) => call.tags.length > 0)) {
    // A string here, a boolean in the ticket PUT.
    const body = { tags, ...(stamp !== undefined && { updated_stamp: stamp, safe_update: "true" }) };
    const path = `/tickets/${encodeURIComponent(id)}/tags.json`;
    try {
      await account.pace.run(id, () => account.client.request({ method, path, body, repeatable: true }));
      stamp = undefined;
    } catch (error) {
      if (!OtaiError.is(error) || error.code !== "refused") throw error;
      refused.push({ field: "tags", message: error.message });
    }
  }
  return refused;
}
