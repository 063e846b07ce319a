import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@otai/plugin-api/plugin";
import { carryOutRetention, type RetentionOptions } from "./carry-out-retention.ts";

/** How often it is looked whether the day is over. */
const turnMs = 5 * 60_000;

/** Carries the retention out once a day. Faults are logged and wait for the next time. */
export async function keepRetention({ log, ...options }: RetentionOptions & { readonly log: Log }): Promise<void> {
  while (!options.signal.aborted) {
    try {
      const result = await carryOutRetention(options);
      if (result !== null) log.info({ ...result }, "retention carried out");
    } catch (error) {
      if (options.signal.aborted) return;
      log.error({ err: error }, "retention failed; what is too old stays until it works");
    }
    await sleep(turnMs, undefined, { signal: options.signal }).catch(() => {});
  }
}
