import { setPriority } from "node:os";
import { openStore } from "@otai/store/open-store";
import { createLanguageDetector } from "@otai/text/language";
import { createIds, systemClock } from "../app/surroundings.ts";
import { trainModel } from "./train-model.ts";
import type { TrainingMessage, TrainingOrder } from "./training-messages.ts";

/** Entry of the forked process: one order in, progress out, then done or failed. Ends with its parent. */
process.on("disconnect", () => process.exit(1));
setPriority(5);

process.once("message", (order: TrainingOrder) => {
  carryOut(order)
    .then((record) => send({ kind: "done", record }))
    .catch((error: Error) => send({ kind: "failed", name: error.name, message: error.message }))
    .finally(() => process.disconnect());
});

function send(message: TrainingMessage): void {
  process.send?.(message);
}

async function carryOut(order: TrainingOrder) {
  const clock = systemClock;
  const { storeUrl: url, dataDir, secretKeys } = order;
  const store = await openStore({ url, dataDir, ids: createIds(clock), secretKeys });
  try {
    const detector = await createLanguageDetector();
    return await trainModel({
      connectionUid: order.connectionUid,
      store,
      clock,
      detector,
      onProgress: (progress) => send({ kind: "progress", progress }),
    });
  } finally {
    await store.close();
  }
}
