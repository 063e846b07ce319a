import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const otai = fileURLToPath(new URL("../../apps/cli/bin/otai.mjs", import.meta.url));
/** Whatever becomes of the test, what it started ends with it. */
export const endWithParent = fileURLToPath(new URL("../../apps/cli/bin/end-with-parent.mjs", import.meta.url));

export interface OtaiOptions {
  /** Holds `config.yml` and, below `data`, everything that OTAI keeps. */
  readonly folder: string;
  /** The configuration; JSON is YAML. */
  readonly config: unknown;
  /** 0 for a free one. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another installation's `otai.mjs`; the repository's. */
  readonly program?: string;
}

export interface OtaiServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it wrote to stderr so far. */
  output(): string;
  /** SIGTERM, then the exit code; 128 + n is not added, a signal gives null. */
  stop(): Promise<number | null>;
}

export function dataFolder(folder: string): string {
  return join(folder, "data");
}

/** Starts a real `otai start`. @returns at once; what it says and how it ends are for the caller to watch. */
export function spawnOtai({ folder, config, port = 0, env = {}, program = otai }: OtaiOptions): {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
} {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "config.yml");
  writeFileSync(file, JSON.stringify(config, null, 2));
  const args = ["--import", endWithParent, program, "start", "--config", file, "--port", String(port)];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, OTAI_DATA_DIR: dataFolder(folder), ...env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let written = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    written += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { process: child, output: () => written, ended };
}

/** Starts OTAI and waits until it has learned and works. @throws Error with its output when it ends before. */
export async function startOtai(options: OtaiOptions): Promise<OtaiServer> {
  const { process: child, output, ended } = spawnOtai(options);
  const gone = ended.then((code) => {
    throw new Error(`otai ended with ${code}: ${output()}`);
  });
  gone.catch(() => {});
  const url = await Promise.race([gone, listensAt(output)]);
  await Promise.race([gone, isReady(url)]);
  return {
    url,
    process: child,
    output,
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function listensAt(output: () => string): Promise<string> {
  for (;;) {
    const url = /OTAI listens at (http:\/\/\S+?)\/?\s/.exec(output())?.[1];
    if (url !== undefined) return url;
    await sleep(20);
  }
}

async function isReady(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/ready`).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(100);
  }
}
