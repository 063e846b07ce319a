// `npm start`: set-up, then the demo. What stands behind `npm start --` goes to it.
import { join } from "node:path";
import { runFile } from "./run.mjs";
import { root } from "./setup.mjs";

await runFile([join(root, "apps/cli/bin/otai.mjs"), "demo", ...process.argv.slice(2)]);
