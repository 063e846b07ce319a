import { OtaiError } from "@otai/plugin-api/errors";
import type { RefusedField, TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { Account } from "./account.ts";
import { numericId } from "./load-ticket.ts";

export interface TagChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Tags are a set, compared without case; what is there already, or not there, costs no call (D02). */
export function planTags(present: readonly string[], { addTags = [], removeTags = [] }: TicketUpdate): TagChanges {
  const has = new Set(present.map((tag) => tag.toLowerCase()));
  const add = new Map(addTags.map((tag) => [tag.trim().toLowerCase(), tag.trim()]));
  const gone = new Set(removeTags.map((tag) => tag.toLowerCase()).filter((tag) => !add.has(tag)));
  return {
    add: [...add].filter(([key]) => key !== "" && !has.has(key)).map(([, tag]) => tag),
    remove: present.filter((tag) => gone.has(tag.toLowerCase())),
  };
}

/** What an update has done so far. */
export interface WriteProgress {
  written: boolean;
}

/** One call per tag (ZM-10); each may be repeated, and all other tags stay. */
export async function writeTags(
  account: Account,
  id: string,
  changes: TagChanges,
  progress: WriteProgress,
): Promise<readonly RefusedField[]> {
  const refused: RefusedField[] = [];
  const calls = [
    ...changes.add.map((item) => ({ method: "POST" as const, path: "/tags/add", item })),
    ...changes.remove.map((item) => ({ method: "DELETE" as const, path: "/tags/remove", item })),
  ];
  for (const { method, path, item } of calls) {
    const body = { item, object: "Ticket", o_id: Number(numericId(id, "ticket")) };
    try {
      await account.client.request({ method, path, body, repeatable: true });
      progress.written = true;
    } catch (error) {
      if (!OtaiError.is(error) || (error.code !== "refused" && error.code !== "permission")) throw error;
      const where = method === "POST" ? "; new tags may be switched off under Admin → Manage → Tags" : "";
      refused.push({ field: "tags", message: `the tag "${item}" was refused: ${error.message}${where}` });
    }
  }
  return refused;
}
