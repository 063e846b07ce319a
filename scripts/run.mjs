// `node scripts/run.mjs <file> [arguments]`: set-up, then the file with the right Node.
import { fileURLToPath } from "node:url";
import { runChild } from "../apps/cli/bin/run-child.mjs";
import { root, setUpOrExit } from "./setup.mjs";

/** Runs a TypeScript or JavaScript file of the repository and ends this process with its exit code. */
export async function runFile(args) {
  const node = await setUpOrExit();
  process.exitCode = await runChild(node, args);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  if (args.length === 0) {
    process.stderr.write("Which file? Example: node scripts/run.mjs benchmarks/run.ts\n");
    process.exit(1);
  }
  process.chdir(root);
  await runFile(args);
}
