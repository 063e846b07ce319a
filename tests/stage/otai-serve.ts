import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { endWithParent } from "./otai-server.ts";

const otai = fileURLToPath(new URL("../../apps/cli/bin/otai.mjs", import.meta.url));

export interface ServeOptions {
  /** Where it runs; its data is below `data`. */
  readonly folder: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServeProgram {
  /** Where each service answers, by its name. */
  readonly urls: Readonly<Record<string, string>>;
  /** Everything it wrote so far. */
  output(): string;
  /** @returns the exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a real `otai serve`. @throws Error with what it wrote when it ends before it listens. */
export async function startServe({ folder, args, env = {} }: ServeOptions): Promise<ServeProgram> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, ["--import", endWithParent, otai, "serve", ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, OTAI_DATA_DIR: "data", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let written = "";
  const listening = new Promise<void>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        written += text;
        if (written.includes("Ctrl-C ends it.")) resolve();
      });
    }
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const gone = ended.then((code) => {
    throw new Error(`otai serve ended with ${code}: ${written}`);
  });
  gone.catch(() => {});
  await Promise.race([listening, gone]);
  return {
    urls: Object.fromEntries(
      [...written.matchAll(/^(\S.*) at (http:\S+)$/gm)].flatMap(([, names, url]) =>
        names!.split(", ").map((name) => [name, url!]),
      ),
    ),
    output: () => written,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}
