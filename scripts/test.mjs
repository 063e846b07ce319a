// `npm test`: set-up, then the whole suite. The last line is `N passed, N failed, N skipped`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "../apps/cli/bin/run-child.mjs";
import { root, setUpOrExit } from "./setup.mjs";

const node = await setUpOrExit();
const folder = mkdtempSync(join(tmpdir(), "otai-test-"));
const file = join(folder, "summary.json");
const reporter = join(root, "scripts/summary-reporter.mjs");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const code = await runChild(
  node,
  [vitest, "run", "--reporter=default", `--reporter=${reporter}`, ...process.argv.slice(2)],
  { cwd: root, env: { ...process.env, OTAI_TEST_SUMMARY: file } },
);
const summary = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
rmSync(folder, { recursive: true });

for (const { title, reason } of summary?.skipped ?? []) process.stdout.write(`skipped: ${title} (${reason})\n`);
if (summary === undefined) process.stdout.write("The run ended before it had a result; it counts as one failure.\n");
const { passed, failed, skipped } = summary ?? { passed: 0, failed: 1, skipped: [] };
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
process.exitCode = code === 0 && failed > 0 ? 1 : code;
