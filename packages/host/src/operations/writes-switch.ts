import type { Workplace } from "./with-store.ts";

/** One switch that stops all AI writes and keeps every setting. */
export async function setPaused({ store, clock, ids }: Workplace, paused: boolean, by: string): Promise<void> {
  await store.write(async (tx) => {
    await tx.settings.setPaused(paused);
    const action = paused ? "pause" : "resume";
    await tx.audit.add({ id: ids.next("au"), at: clock.now(), actor: by, action, subject: "writes", details: {} });
  });
}
