import { spawn } from "node:child_process";
import { endWithParent } from "./otai-server.ts";

export interface SandboxProgram {
  readonly url: string;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

/** Starts `otai sandbox` on a free port. @throws Error with what it wrote when it ends before it listens. */
export async function startSandboxProgram(otai: string, args: readonly string[]): Promise<SandboxProgram> {
  const child = spawn(process.execPath, ["--import", endWithParent, otai, "sandbox", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  let said = "";
  const listening = new Promise<string>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const url = /Sandbox helpdesk at (\S+)\n/.exec(said)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
  });
  const gone = ended.then((code) => {
    throw new Error(`otai sandbox ended with ${code}: ${said}`);
  });
  gone.catch(() => {});
  const url = await Promise.race([listening, gone]);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
