import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const lockModule = new URL("./setup-lock.mjs", import.meta.url).href;
let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "otai-lock-"));
  lock = join(folder, "setup.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that notes when it enters and leaves. */
function worker(name: string) {
  const journal = join(folder, "journal");
  const script = `
    import { appendFileSync } from "node:fs";
    import { withLock } from ${JSON.stringify(lockModule)};
    await withLock(${JSON.stringify(lock)}, () => {}, async () => {
      appendFileSync(${JSON.stringify(journal)}, "${name} in\\n");
      await new Promise((resolve) => setTimeout(resolve, 100));
      appendFileSync(${JSON.stringify(journal)}, "${name} out\\n");
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
  return new Promise((resolve) => child.once("close", resolve));
}

const journal = () => readFileSync(join(folder, "journal"), "utf8").trim().split("\n");

describe("two set-ups at once", () => {
  test("take turns", async () => {
    expect(await Promise.all(["a", "b", "c"].map(worker))).toEqual([0, 0, 0]);
    const names = journal().map((line) => line.split(" ")[0]);
    expect(names.filter((name, at) => at % 2 === 1 && name !== names[at - 1])).toEqual([]);
    expect(names).toHaveLength(6);
    expect(existsSync(lock)).toBe(false);
  });

  test("the lock of a killed one is taken over", async () => {
    const dead = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await new Promise((resolve) => dead.once("close", resolve));
    writeFileSync(lock, String(dead.pid));
    expect(await worker("a")).toBe(0);
  });

  test("the lock of one that has not moved for long is taken over, even if its number lives again", async () => {
    writeFileSync(lock, String(process.pid));
    utimesSync(lock, new Date(0), new Date(0));
    expect(await worker("a")).toBe(0);
  });
});
