import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataFolder, type OtaiOptions, spawnOtai } from "../../tests/stage/otai-server.ts";

export interface Supervisor {
  /** Ends the process that `otai.pid` names, as a power cut would; the next one is started at once. */
  kill(): Promise<void>;
  /** Ends for good. @returns the exit code of the last one, which was asked politely. */
  stop(): Promise<number | null>;
  /** What ended without having been killed, with its last words. */
  readonly ownEnds: readonly string[];
}

const lookMs = 20;

/** Keeps one OTAI alive, as systemd or Kubernetes would. */
export function supervise(options: OtaiOptions): Supervisor {
  const ownEnds: string[] = [];
  const killed = new Set<number>();
  let stopping = false;
  let current = launch();

  function launch(): ReturnType<typeof spawnOtai> {
    const started = spawnOtai(options);
    void started.ended.then((code) => {
      if (stopping) return;
      if (!killed.has(started.process.pid!))
        ownEnds.push(`ended by itself with ${code}: ${started.output().slice(-600)}`);
      current = launch();
    });
    return started;
  }

  /** The pid as it stands in the file, once it is that of the living process: an old file may name anybody by now. */
  async function pidOnFile(): Promise<number> {
    for (;;) {
      const pid = readPid(join(dataFolder(options.folder), "otai.pid"));
      if (pid !== null && pid === current.process.pid && current.process.exitCode === null) return pid;
      await sleep(lookMs);
    }
  }

  return {
    ownEnds,
    async kill() {
      const pid = await pidOnFile();
      const { ended } = current;
      killed.add(pid);
      process.kill(pid, "SIGKILL");
      await ended;
    },
    async stop() {
      stopping = true;
      current.process.kill("SIGTERM");
      return current.ended;
    },
  };
}

function readPid(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}
