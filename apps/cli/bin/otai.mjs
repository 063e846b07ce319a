#!/usr/bin/env node
// Plain JavaScript that runs on old Node too: looks at the version before anything else is imported.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { findProjectNode, isNewEnough, minimumNode } from "./node-runtime.mjs";

if (isNewEnough(process.versions.node)) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(); // a third off the start of every command
  const { main } = await import("../src/main.ts");
  process.exitCode = await main(process.argv);
} else {
  const script = fileURLToPath(import.meta.url);
  const node = findProjectNode(dirname(script));
  if (node === undefined) {
    process.stderr.write(
      `otai needs Node.js ${minimumNode.join(".")} or newer, this is ${process.versions.node}. ` +
        "Install it from https://nodejs.org, or in a clone of the project run: npm run setup\n",
    );
    process.exitCode = 1;
  } else {
    const { runChild } = await import("./run-child.mjs");
    process.exitCode = await runChild(node, [script, ...process.argv.slice(2)]);
  }
}
