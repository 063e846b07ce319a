import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadConfig } from "../config/load-config.ts";
import { createLog } from "../log/create-log.ts";
import { checkParameters } from "./check-parameters.ts";
import { unlimitedBudget } from "./unlimited-budget.ts";

const folder = mkdtempSync(join(tmpdir(), "otai-parameters-"));
afterAll(() => rmSync(folder, { recursive: true }));

const context = {
  budget: unlimitedBudget,
  clock: { now: () => 0 },
  log: createLog("silent"),
  signal: new AbortController().signal,
};

test("S01: verify: false for a public host is refused with file and line", async () => {
  const file = join(folder, "config.yml");
  writeFileSync(
    file,
    "ticket_systems:\n  desk:\n    use: otai_freshdesk:FreshdeskTicketsystemService\n    params:\n      domain: acme\n      api_key: k\n      verify: false\n",
  );
  const loaded = await loadConfig(file, {});
  expect(() => checkParameters(loaded, context)).toThrow(
    /config\.yml:7 ticket_systems\.desk\.params\.verify: .*allow_insecure/,
  );
});
