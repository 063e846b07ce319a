// `npm run check`: types, style, and what nobody uses. All three run, each is named.
import { join } from "node:path";
import { runChild } from "../apps/cli/bin/run-child.mjs";
import { root, setUpOrExit } from "./setup.mjs";

const checks = [
  { name: "types (tsc)", args: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"] },
  { name: "lint and format (biome)", args: ["node_modules/@biomejs/biome/bin/biome", "check", "."] },
  { name: "unused files, exports and dependencies (knip)", args: ["node_modules/knip/bin/knip.js"] },
];

const node = await setUpOrExit();
const failed = [];
for (const { name, args } of checks) {
  process.stdout.write(`\n== ${name}\n`);
  const code = await runChild(node, [join(root, args[0]), ...args.slice(1)], { cwd: root });
  process.stdout.write(code === 0 ? "ok\n" : `failed with exit code ${code}\n`);
  if (code !== 0) failed.push(name);
}
process.stdout.write(failed.length === 0 ? "\nAll checks passed.\n" : `\nFailed: ${failed.join("; ")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
