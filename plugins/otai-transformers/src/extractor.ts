import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ExtractionAnswer, ExtractionOrder, ExtractionPlace } from "./extraction-messages.ts";

export interface Extractor {
  /** @returns one vector per text, in order. */
  extract(texts: readonly string[]): Promise<readonly Float32Array[]>;
  /** What is under way fails for this reason, and the memory is free again. */
  end(reason: Error): void;
}

/**
 * The model in a process of its own: the library computes without a pause, so that in this one nothing else would be answered meanwhile,
 * and what native code breaks is only that process. It is started with the first texts, again after a failure, and ends with this one.
 */
export function createExtractor(place: ExtractionPlace, signal: AbortSignal): Extractor {
  let running: Extractor | null = null;
  const end = (reason: Error) => running?.end(reason);
  signal.addEventListener("abort", () => end(signal.reason), { once: true });
  return {
    end,
    async extract(texts) {
      signal.throwIfAborted();
      running ??= startProcess(place, () => {
        running = null;
      });
      return running.extract(texts);
    },
  };
}

function startProcess(place: ExtractionPlace, ended: () => void): Extractor {
  const waiting = new Map<number, PromiseWithResolvers<readonly Float32Array[]>>();
  const child = fork(fileURLToPath(import.meta.resolve("./extraction-process.ts")), [JSON.stringify(place)], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  letGo();
  let orders = 0;

  child.on("message", (answer: ExtractionAnswer) => {
    if ("failure" in answer) return end(new Error(answer.failure));
    waiting.get(answer.id)?.resolve(answer.vectors);
    waiting.delete(answer.id);
    if (waiting.size === 0) letGo();
  });
  child.on("error", end);
  child.on("exit", (code, signal) => end(new Error(`the model's process ended (${signal ?? code})`)));

  /** A failure that passes, such as no memory, must not stay: the next texts get a new process. */
  function end(reason: Error): void {
    ended();
    child.removeAllListeners();
    child.on("error", () => {});
    child.kill("SIGKILL");
    letGo();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }

  /** While nothing is computed the process keeps nobody from ending. */
  function letGo(): void {
    child.unref();
    child.channel?.unref();
  }

  return {
    end,
    extract(texts) {
      orders += 1;
      const answer = Promise.withResolvers<readonly Float32Array[]>();
      waiting.set(orders, answer);
      child.ref();
      child.channel?.ref();
      child.send({ id: orders, texts } satisfies ExtractionOrder);
      return answer.promise;
    },
  };
}
