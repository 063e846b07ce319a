import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const otai = fileURLToPath(new URL("../../bin/otai.mjs", import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real `otai` in a folder, with nothing of this process's environment but the path and what is given. */
export async function runCli(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; node?: string; nodeArgs?: readonly string[] } = {},
): Promise<CliRun> {
  const { cwd, env = {}, node = process.execPath, nodeArgs = [] } = options;
  const child = spawn(node, [...nodeArgs, otai, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, ...output };
}
