import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A failure that is told in one line, without a stack. */
export class ExplainedError extends Error {}

const preload = fileURLToPath(new URL("./die-with-parent.mjs", import.meta.url));
const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|UND_ERR_\w+)\b/;

/** @returns {string} npm's JavaScript entry: the npm that runs us, else the one in the path */
export function findNpm() {
  const running = process.env.npm_execpath;
  if (running?.endsWith("npm-cli.js") && existsSync(running)) return running;
  for (const folder of [dirname(process.execPath), ...(process.env.PATH ?? "").split(delimiter)]) {
    const command = join(folder, "npm");
    if (!existsSync(command)) continue;
    const file = realpathSync(command);
    if (file.endsWith(".js")) return file;
  }
  throw new ExplainedError("npm was not found. It comes with Node.js: https://nodejs.org");
}

/**
 * Runs npm quietly with the given Node; it ends when this process ends.
 * @throws {ExplainedError} in one line: the registry cannot be reached, or npm's own first error
 */
export async function runNpm(node, npm, args, cwd) {
  const quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-progress", "--no-update-notifier"];
  const retries = ["--fetch-retries=3", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=10000"];
  const child = spawn(node, ["--import", preload, npm, ...args, ...quiet, ...retries], {
    cwd,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const lines = [];
  child.stderr.setEncoding("utf8").on("data", (text) => lines.push(text));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new ExplainedError(explain(args[0], lines.join("")));
}

/**
 * @param {string} output what npm wrote
 * @returns {string | undefined} the error code when it says that the registry cannot be reached
 */
export function unreachableRegistry(output) {
  return unreachable.exec(output)?.[1];
}

function explain(verb, output) {
  const fault = unreachableRegistry(output);
  if (fault !== undefined) {
    return (
      `The package registry cannot be reached (${fault}). Check the network, the proxy and the address ` +
      "(npm config get registry), then run the same command again: set-up goes on where it stopped."
    );
  }
  const errors = output
    .split("\n")
    .flatMap((line) => /^npm (?:error|ERR!) (?!code |A complete log)(.+)$/.exec(line)?.[1] ?? []);
  return `npm ${verb} failed: ${errors.slice(0, 3).join(" ") || "it gave no reason"}`;
}
