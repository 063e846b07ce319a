// `npm test`: set-up, then the whole suite. What stands behind `npm test --` goes to vitest.
import { runTests } from "./run-tests.mjs";
import { setUpOrExit } from "./setup.mjs";

const node = await setUpOrExit();
process.exitCode = await runTests(node, process.argv.slice(2));
