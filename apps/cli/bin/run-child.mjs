import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("./end-with-parent.mjs", import.meta.url));

/**
 * Runs a script with the given Node in the foreground: same terminal, signals passed on, and the child ends when
 * this process ends, even by SIGKILL. Started by npm, it ends with npm too.
 * @param {string} node path of the Node binary
 * @param {string[]} args script and its arguments
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<number>} the exit code; 128 + n after signal n, as shells have it
 */
export function runChild(node, args, options = {}) {
  const child = spawn(node, ["--import", preload, ...args], {
    ...options,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const forwards = ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => {
    // Ctrl-C on a terminal reaches the whole group, the child too: twice would look like impatience.
    const forward = () => (signal === "SIGINT" && process.stdin.isTTY) || child.kill(signal);
    process.on(signal, forward);
    return () => process.off(signal, forward);
  });
  const stopWatching = process.env.npm_lifecycle_event === undefined ? () => {} : whenNpmIsGone(() => child.kill());
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  }).finally(() => {
    stopWatching();
    for (const stop of forwards) stop();
  });
}

/** npm starts a shell, the shell starts us: when npm is killed, the shell stays and gets another parent. */
function whenNpmIsGone(then) {
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    then();
  }, 1_000);
  return () => clearInterval(timer);
}

/** @returns {number | undefined} undefined where the system does not tell */
function parentOf(pid) {
  try {
    if (process.platform !== "linux") {
      return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
    }
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}
