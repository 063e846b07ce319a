import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimDataFolder } from "./data-folder.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "otai-folder-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe("the data folder", () => {
  it("is made with its parents, for this user alone, and names the process until it is released", () => {
    const claimed = claimDataFolder(join(home, "a", "b"), 4711);
    expect(statSync(claimed.path).mode & 0o077).toBe(0);
    expect(readFileSync(join(claimed.path, "otai.pid"), "utf8")).toBe("4711\n");
    claimed.release();
    expect(existsSync(join(claimed.path, "otai.pid"))).toBe(false);
  });

  it("that cannot be made is one clear line, with the way out", () => {
    writeFileSync(join(home, "file"), "");
    expect(() => claimDataFolder(join(home, "file", "data"), 1)).toThrow(
      /cannot write to the data folder .*OTAI_DATA_DIR/,
    );
    // Linux: a folder that takes no children whoever asks.
    if (existsSync("/proc/self")) expect(() => claimDataFolder("/proc/otai/data", 1)).toThrow(/OTAI_DATA_DIR/);
  });
});
