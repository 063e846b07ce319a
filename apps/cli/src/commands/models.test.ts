import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

let folder: string;
let sandbox: Sandbox;
const otai = (...args: string[]) => runCli(args, { cwd: folder });

interface Listed {
  readonly version: string;
  readonly champion: boolean;
  readonly verdict: { readonly serves: boolean; readonly reason: string; readonly rows: number };
}

async function listed(): Promise<Listed[]> {
  return JSON.parse((await otai("models", "list", "--json")).stdout);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-models-"));
  sandbox = await createSandbox({
    ...{ port: 0, seed: 1, tickets: 420, dialects: ["freshdesk"], ratePlan: "unlimited", timeScale: 1 },
  });
  const params = { base_url: `${sandbox.url}/freshdesk`, api_key: "sandbox" };
  const config = { ticket_systems: { desk: { use: "otai_freshdesk:FreshdeskTicketsystemService", params } } };
  writeFileSync(join(folder, "config.yml"), JSON.stringify(config));
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a helpdesk's history on the command line", () => {
  it("F03: otai backtest --ticket-system reads it and says what would have happened, by field", async () => {
    const run = await otai("backtest", "--ticket-system", "desk", "--json");
    const { reports } = JSON.parse(run.stdout) as { reports: { target: string; coverage: object }[] };
    expect(reports.map(({ target }) => target)).toEqual(expect.arrayContaining(["queue", "priority"]));
    expect(Object.keys(reports[0]!.coverage)).toContain("0.95");
    const again = await otai("backtest", "--ticket-system", "desk", "--target", "queue");
    expect(again.stdout).toMatch(/^queue: \d+ of \d+ tickets judged/);
    expect(again.stderr).not.toContain("Read ");
    expect((await otai("backtest", "--ticket-system", "other")).stderr).toContain('no ticket system "other"');
  });

  it("F05: otai models says why a model serves; there is nothing to go back to after the first", async () => {
    const trained = await otai("train", "--ticket-system", "desk");
    expect(trained).toMatchObject({ code: 0, stderr: expect.stringContaining("It serves: it is the first one") });
    const [model] = await listed();
    expect(model).toMatchObject({ champion: true, verdict: { serves: true, rows: expect.any(Number) } });
    expect((await otai("models")).stdout).toContain("serves: it is the first one");
    const back = await otai("models", "rollback");
    expect(back).toMatchObject({ code: 1, stderr: expect.stringContaining("no other model served desk before") });
    const again = await otai("train", "--ticket-system", "desk");
    expect(again.stderr).toContain("it is the model that serves already");
  });
});
