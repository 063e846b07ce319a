// `npm run setup`: everything that is needed on a machine with Node ≥ 20.20 and npm. Plain JavaScript for old Node.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isNewEnough, libcOf, nodePackageFor, projectNodePath } from "../apps/cli/bin/node-runtime.mjs";
import { ExplainedError, findNpm, runNpm } from "./npm.mjs";
import { withLock } from "./setup-lock.mjs";
import { versionOf } from "./version-of.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Makes sure that the right Node and the locked packages are there. Done already: returns within a second.
 * @returns {Promise<string>} path of the Node that everything is to run with
 */
export async function setUp() {
  const node = currentNode();
  if (node !== undefined && isInstalled()) return linked(node);
  mkdirSync(join(root, ".node"), { recursive: true });
  return withLock(join(root, ".node", "setup.lock"), say, async () => {
    const npm = findNpm();
    const readyNode = currentNode() ?? (await fetchNode(npm));
    if (!isInstalled()) await installPackages(readyNode, npm);
    return linked(readyNode);
  });
}

function currentNode() {
  if (isNewEnough(process.versions.node)) return realpathSync(process.execPath);
  const node = projectNodePath(root);
  return node !== undefined && isNewEnough(versionOf(node) ?? "0") ? node : undefined;
}

async function fetchNode(npm) {
  const name = nodePackageFor(process.platform, process.arch, libcOf(process.platform));
  if (name === undefined) {
    throw new ExplainedError(
      `Node.js 22.19 or newer is needed, this is ${process.versions.node}, and npm has no Node.js for ` +
        `${process.platform}-${process.arch} (${libcOf(process.platform)}). ` +
        "Install a newer Node.js (Alpine: apk add nodejs npm; others: https://nodejs.org), then run the same command again.",
    );
  }
  const folder = join(root, ".node");
  await timed(
    `Node.js ${process.versions.node} is too old: fetching Node.js 24 into .node (190 MB, once)`,
    async () => {
      rmSync(join(folder, "node_modules"), { recursive: true, force: true });
      writeFileSync(join(folder, "package.json"), '{"private":true}\n');
      await runNpm(process.execPath, npm, ["install", "--no-save", "--ignore-scripts", `${name}@^24`], folder);
    },
  );
  const node = projectNodePath(root);
  if (versionOf(node) === undefined)
    throw new ExplainedError(`The fetched Node.js does not run on this machine: ${node}`);
  return node;
}

async function installPackages(node, npm) {
  await timed("Installing the packages of package-lock.json", () =>
    runNpm(node, npm, ["ci", "--ignore-scripts"], root),
  );
  writeFileSync(stampPath(), stamp());
}

/** npm puts `node_modules/.bin` first into the path of its scripts, so that they find this Node first. */
function linked(node) {
  const link = join(root, "node_modules", ".bin", "node");
  const fetched = projectNodePath(root);
  if (fetched === undefined || !existsSync(fetched) || realpathSync(fetched) !== realpathSync(node)) return node;
  if (existsSync(link)) return node;
  rmSync(link, { force: true }); // a link that leads nowhere
  try {
    symlinkSync(relative(dirname(link), fetched), link);
  } catch (error) {
    if (error.code !== "EEXIST") throw error; // another set-up was quicker
  }
  return node;
}

const stampPath = () => join(root, "node_modules", ".otai-setup");

function stamp() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${process.platform}-${process.arch} ${lock}\n`;
}

const isInstalled = () => existsSync(stampPath()) && readFileSync(stampPath(), "utf8") === stamp();

async function timed(title, work) {
  say(`${title} …`);
  const start = performance.now();
  await work();
  say(`  done in ${Math.round((performance.now() - start) / 1000)} s`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs set-up for another script; on failure one line on stderr and exit code 2. */
export async function setUpOrExit() {
  try {
    return await setUp();
  } catch (error) {
    process.stderr.write(`${error instanceof ExplainedError ? error.message : error.stack}\n`);
    return process.exit(2);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const node = await setUpOrExit();
  process.stdout.write(`Ready: Node.js ${versionOf(node)}, packages installed. Next: npm start\n`);
}
