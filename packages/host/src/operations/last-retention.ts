import { retentionChore } from "../privacy/carry-out-retention.ts";
import type { Workplace } from "./with-store.ts";

/** When the retention ran last and what came of it; `null` when it never did. */
export async function lastRetention({
  store,
}: Pick<Workplace, "store">): Promise<{ readonly at: number; readonly result: string } | null> {
  const chores = await store.read((tx) => tx.chores.list());
  const chore = chores.find(({ name }) => name === retentionChore);
  if (chore === undefined || chore.lastDoneAt === null) return null;
  return { at: chore.lastDoneAt, result: chore.lastResult ?? "" };
}
