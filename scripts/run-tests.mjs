import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "../apps/cli/bin/run-child.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs vitest once and prints what was skipped and why; the last line is `N passed, N failed, N skipped`.
 * Knows nothing of set-up, so that its own tests cannot install packages under a running suite.
 * @param {string} node path of the Node binary
 * @param {string[]} args for vitest
 * @returns {Promise<number>} the exit code, never 0 when something failed
 */
export async function runTests(node, args) {
  const folder = mkdtempSync(join(tmpdir(), "otai-test-"));
  const file = join(folder, "summary.json");
  const reporters = ["--reporter=default", `--reporter=${join(root, "scripts/summary-reporter.mjs")}`];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const code = await runChild(node, [vitest, "run", ...reporters, ...args], {
    cwd: root,
    env: { ...process.env, OTAI_TEST_SUMMARY: file },
  });
  const summary = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  rmSync(folder, { recursive: true });

  for (const { title, reason } of summary?.skipped ?? []) process.stdout.write(`skipped: ${title} (${reason})\n`);
  if (summary === undefined) process.stdout.write("The run ended before it had a result; it counts as one failure.\n");
  const { passed, failed, skipped } = summary ?? { passed: 0, failed: 1, skipped: [] };
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
  return code === 0 && failed > 0 ? 1 : code;
}
