import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("S03: secrets never stand in the log, wherever they come from", () => {
  const script = `
    import { createLog } from ${JSON.stringify(new URL("./create-log.ts", import.meta.url).href)};
    const log = createLog("info", ['pass"word\\\\1', "hook-secret"]);
    log.info({ url: "https://x/?key=hook-secret", cause: new Error('refused pass"word\\\\1') }, "call with hook-secret");
    log.debug({}, "not shown");
  `;
  const { stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  const entry: unknown = JSON.parse(stderr);
  expect(entry).toMatchObject({ msg: "call with ***", url: "https://x/?key=***" });
  expect(stderr).not.toMatch(/hook-secret|word/);
  expect(stdout).toBe("");
});
