import { execFileSync } from "node:child_process";

/** @returns {string | undefined} what `node --version` says, undefined when it does not run */
export function versionOf(node) {
  try {
    return execFileSync(node, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
      .trim()
      .slice(1);
  } catch {
    return undefined;
  }
}
