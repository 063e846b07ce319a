import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ModelRecord } from "@otai/core/ports/learning";
import type { Progress } from "@otai/intelligence/train";
import { OtaiError } from "@otai/plugin-api/errors";
import type { TrainingMessage, TrainingOrder } from "./training-messages.ts";

/** MiB of heap for the training process: 50,000 tickets need less than a third of it. */
const heapMib = 2048;

/**
 * Trains in a process of its own, with its own heap and at low priority, so that the server answers meanwhile.
 * The process ends with this one, or with the signal.
 */
export function trainInFork(
  order: TrainingOrder,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ModelRecord> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.resolve("./training-process.ts")), [], {
      execArgv: [`--max-old-space-size=${heapMib}`],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      signal,
      killSignal: "SIGKILL",
    });
    child.on("message", (message: TrainingMessage) => {
      if (message.kind === "progress") onProgress(message.progress);
      else if (message.kind === "done") resolve(message.record);
      else reject(trainingFailed(message.message));
    });
    child.on("error", (error) => reject(trainingFailed(error.message)));
    child.on("exit", (code) => reject(trainingFailed(`the training process ended with code ${code}`)));
    child.send(order);
  });
}

function trainingFailed(message: string): OtaiError {
  return new OtaiError(
    "training-failed",
    { scope: "connection", retry: "later", actor: "administrator" },
    `training failed: ${message}`,
  );
}
