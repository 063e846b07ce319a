import type { TicketEvent } from "@otai/core/ports/inbox";
import type { Workplace } from "./with-store.ts";

const shown = 200;

export async function listDeadLetters({ store }: Workplace): Promise<readonly TicketEvent[]> {
  return (await store.read((tx) => tx.inbox.listDead(shown, null))).items;
}

/** Tries dead events once more; effects that happened are not repeated. `null` means all. @returns how many. */
export async function retryDeadLetters(workplace: Workplace, eventId: string | null, by: string): Promise<number> {
  const { store, clock, ids } = workplace;
  const wanted = eventId === null ? (await listDeadLetters(workplace)).map((event) => event.id) : [eventId];
  return store.write(async (tx) => {
    let count = 0;
    for (const id of wanted) {
      if (!(await tx.inbox.reopen(id))) continue;
      count += 1;
      await tx.audit.add({ id: ids.next("au"), at: clock.now(), actor: by, action: "retry", subject: id, details: {} });
    }
    return count;
  });
}
