import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const runner = new URL("./run-tests.mjs", import.meta.url).href;
const suite = fileURLToPath(new URL("./testing/sample-suite", import.meta.url));

/** What `npm test` does after set-up, on the sample suite. */
function run(...args: string[]) {
  const given = ["--root", suite, "--config", `${suite}/vitest.config.ts`, ...args];
  const script = `import { runTests } from ${JSON.stringify(runner)};
    process.exitCode = await runTests(process.execPath, ${JSON.stringify(given)});`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  return { status, lines: stdout.trimEnd().split("\n") };
}

describe("npm test", () => {
  test("counts failures, files that cannot be loaded and failing set-ups; the last line has the counts", () => {
    const { status, lines } = run();
    expect(lines.at(-1)).toBe("1 passed, 3 failed, 3 skipped");
    expect(status).toBe(1);
  });

  test("names what was skipped with its reason", () => {
    const { lines } = run("each-kind");
    expect(lines).toContain("skipped: each-kind.sample.ts > has no browser (chromium is not installed)");
    expect(lines).toContain("skipped: each-kind.sample.ts > is left out (no reason given)");
  });

  test("hands its arguments to vitest and succeeds when nothing failed", () => {
    const { status, lines } = run("each-kind", "-t", "^passes$");
    expect(lines.at(-1)).toMatch(/^1 passed, 0 failed, \d+ skipped$/);
    expect(status).toBe(0);
  });

  test("no test at all is a failure", () => {
    const { status, lines } = run("nothing-of-this-name");
    expect(lines.at(-1)).toBe("0 passed, 0 failed, 0 skipped");
    expect(status).toBe(1);
  });
});
