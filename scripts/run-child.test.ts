import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const runner = fileURLToPath(new URL("../apps/cli/bin/run-child.mjs", import.meta.url));
let folder: string;
let parentScript: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "otai-child-"));
  writeFileSync(
    join(folder, "server.mjs"),
    `process.on("SIGTERM", () => { console.log("stopped by SIGTERM"); process.exit(7); });
     process.on("SIGINT", () => { console.log("stopped by SIGINT"); process.exit(0); });
     console.log("pid " + process.pid + " " + process.argv.slice(2).join(","));
     setInterval(() => {}, 1000);`,
  );
  writeFileSync(join(folder, "fails.mjs"), "process.exit(5)");
  writeFileSync(join(folder, "crashes.mjs"), 'process.kill(process.pid, "SIGKILL")');
  parentScript = join(folder, "parent.mjs");
  writeFileSync(
    parentScript,
    `import { runChild } from ${JSON.stringify(runner)};
     process.exitCode = await runChild(process.execPath, process.argv.slice(2));`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts parent and child; output holds what the child prints. */
function start(script: string, ...args: string[]) {
  const { npm_lifecycle_event: _, ...env } = process.env;
  const parent = spawn(process.execPath, [parentScript, join(folder, script), ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const run = { parent, output: "" };
  parent.stdout.setEncoding("utf8").on("data", (text: string) => (run.output += text));
  return run;
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once("close", resolve));

describe("a child that runs in the foreground", () => {
  test("gets its arguments, and its exit code is handed on", async () => {
    expect(await ended(start("fails.mjs").parent)).toBe(5);
    expect(await ended(start("crashes.mjs").parent)).toBe(128 + 9);
  });

  test.each([
    ["SIGTERM", 7],
    ["SIGINT", 0],
  ] as const)("%s is passed on to it", async (signal, code) => {
    const run = start("server.mjs", "a", "--b");
    await expect.poll(() => run.output).toMatch(/pid \d+ a,--b/);
    run.parent.kill(signal);
    expect(await ended(run.parent)).toBe(code);
    expect(run.output).toContain(`stopped by ${signal}`);
  });

  test("ends when its parent is killed", async () => {
    const run = start("server.mjs");
    await expect.poll(() => run.output).toMatch(/pid \d+/);
    run.parent.kill("SIGKILL");
    // The pipe closes only when the child has ended too.
    await ended(run.parent);
    expect(run.output).toContain("stopped by SIGTERM");
  });
});
