import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../../../apps/cli/src/testing/answering-server.ts";
import { runCli } from "../../../apps/cli/src/testing/run-cli.ts";
import { freshdeskConnection } from "../../stage/connection-config.ts";
import { freePort } from "../../stage/free-port.ts";
import { createOtaiApi } from "../../stage/otai-api.ts";
import { type ServeProgram, startServe } from "../../stage/otai-serve.ts";
import { dataFolder, startOtai } from "../../stage/otai-server.ts";

let parent: string;
let folder: string;
let running: ServeProgram[];

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "otai-e2e-serve-"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(parent, "case-"));
  running = [];
});
afterEach(async () => {
  for (const program of running) expect(await program.stop()).toBe(0);
});

async function serve(args: readonly string[], env: Record<string, string> = {}): Promise<ServeProgram> {
  const program = await startServe({ folder, args, env });
  running.push(program);
  return program;
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const health = async (url: string) => (await fetch(`${url}/health`)).json();

describe("otai serve", () => {
  it("without a configuration: all five at OTAI_PORT, triage by descriptions of categories", async () => {
    const port = await freePort();
    const { urls, output } = await serve([], { OTAI_PORT: String(port) });
    expect(new Set(Object.values(urls))).toEqual(new Set([`http://127.0.0.1:${port}`]));
    expect(output()).toContain("no ticket system (there is no config.yml)");
    expect(await health(urls.kb!)).toMatchObject({
      status: "ok",
      services: ["triage", "reply", "qa", "sentiment", "kb"],
      degraded: false,
      checks: { store: "ok" },
    });
    const { body } = await post(`${urls.triage}/classify`, {
      subject: "Charged twice",
      body: "My credit card was charged twice for the same invoice, please check the payment.",
    });
    expect(body).toMatchObject({ category: "billing", degraded: true, degraded_reason: "model_not_trained" });
    const { total_tokens } = (await (await fetch(`${urls.reply}/usage`)).json()) as { total_tokens: number };
    expect(total_tokens).toBe(0);
  });

  it("docs/guides/run-the-services.md: its request is taken as it stands there", async () => {
    const guide = readFileSync(new URL("../../../docs/guides/run-the-services.md", import.meta.url), "utf8");
    const request: unknown = JSON.parse(/```json\n(.+?)```/s.exec(guide)![1]!);
    const { urls } = await serve(["triage", "--port", "0"]);
    const { status, body } = await post(`${urls.triage}/classify`, request);
    expect(status).toBe(200);
    for (const field of ["category", "urgency", "sentiment", "confidence"]) expect(body).toHaveProperty(field);
  });

  it("one service alone has its own paths and no others; several share a port", async () => {
    const qa = await serve(["qa", "--port", "0"]);
    expect(await health(qa.urls.qa!)).toMatchObject({ services: ["qa"] });
    expect((await fetch(`${qa.urls.qa}/rubrics`)).status).toBe(200);
    expect((await fetch(`${qa.urls.qa}/rules`)).status).toBe(404);
    const two = await serve(["sentiment", "kb", "--port", "0"]);
    expect(Object.keys(two.urls)).toEqual(["sentiment", "kb"]);
    expect(two.urls.sentiment).toBe(two.urls.kb);
  });

  it("processes share a data folder: what one takes in, another quotes", async () => {
    const kb = await serve(["kb", "--port", "0"]);
    const reply = await serve(["reply", "--port", "0"]);
    const article = {
      title: "Duplicate charges",
      content: "Duplicate charges are reversed within 5 business days.",
      source: "handbook",
    };
    expect((await post(`${kb.urls.kb}/articles`, article)).status).toBe(201);
    const conversation = [{ role: "customer", content: "When are duplicate charges reversed?" }];
    const { body } = await post(`${reply.urls.reply}/api/v1/draft`, { ticket_id: "1", conversation });
    expect(body).toMatchObject({ refused: false, citations: [{ title: "Duplicate charges" }] });
  });

  it("a helpdesk that never answers holds no service up", async () => {
    const silent = await startServer(() => {});
    writeFileSync(
      join(folder, "config.yml"),
      JSON.stringify({ ticket_systems: { desk: freshdeskConnection({ sandboxUrl: silent.url }) } }),
    );
    const { urls } = await serve(["triage", "--port", "0"]);
    const { status, body } = await post(`${urls.triage}/route`, {
      ticket_id: "1",
      category: "billing",
      urgency: "high",
      sentiment: "neutral",
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ group_id: null, team: "support" });
    silent.close();
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s: it ends with 0", async (signal) => {
    const program = await startServe({ folder, args: ["sentiment", "--port", "0"] });
    expect(await program.stop(signal)).toBe(0);
  });
});

describe("otai serve says in one line what is wrong here, and ends with 1", () => {
  const refused = (args: readonly string[], env: Record<string, string> = {}) =>
    runCli(["serve", ...args], { cwd: folder, env: { OTAI_DATA_DIR: "data", ...env } });
  const line = (...parts: string[]) => ({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(new RegExp(`^[^\\n]*${parts.join("[^\\n]*")}[^\\n]*\\n$`)),
  });

  it("S01: reachable from elsewhere without a key; with one it starts, and asks for it", async () => {
    expect(await refused(["--host", "0.0.0.0", "--port", "0"])).toEqual(line("0\\.0\\.0\\.0", "OTAI_API_KEY"));
    expect(existsSync(join(folder, "data"))).toBe(false);
    const { urls } = await serve(["triage", "--host", "0.0.0.0", "--port", "0"], { OTAI_API_KEY: "a-long-key" });
    const url = urls.triage!.replace("0.0.0.0", "127.0.0.1");
    expect((await fetch(`${url}/rules`)).status).toBe(401);
    expect((await fetch(`${url}/rules`, { headers: { "X-API-Key": "a-long-key" } })).status).toBe(200);
  });

  it("a port that is taken: then none of --each listens", async () => {
    const taken = await startServer((_request, response) => response.end());
    const port = Number(new URL(taken.url).port);
    expect(await refused(["qa", "--port", String(port)])).toEqual(line(`port ${port} is in use`));
    expect(await refused(["--each", "--port", String(port - 1)])).toEqual(line(`port ${port} is in use`));
    await expect(fetch(`http://127.0.0.1:${port - 1}/health`)).rejects.toThrow();
    taken.close();
  });

  it("an unknown service, a configuration that is not there, or one with a fault", async () => {
    expect(await refused(["triag"])).toEqual(line("triag", "triage, reply, qa, sentiment, kb"));
    expect(await refused(["--config", "nowhere.yml"])).toEqual(line("nowhere\\.yml"));
    writeFileSync(join(folder, "config.yml"), "ticket_systems: {}\n");
    expect(await refused([])).toEqual(line("config\\.yml:1 ticket_systems"));
  });
});

describe("beside otai start over one data folder", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox({
      port: 0,
      seed: 1,
      tickets: 400,
      dialects: ["freshdesk"],
      ratePlan: "unlimited",
      timeScale: 1,
    });
  });
  afterAll(() => sandbox.close());

  it("the model that serves there serves here, with routing rules, categories and the helpdesk's group ids", async () => {
    const config = {
      ticket_systems: { desk: freshdeskConnection({ sandboxUrl: sandbox.url }) },
      routing: [
        // biome-ignore lint/suspicious/noThenProperty: the configuration's word
        { when: { category: "billing", urgency: ["high", "critical"] }, then: { queue: "Complaints", team: "vip" } },
        // biome-ignore lint/suspicious/noThenProperty: the configuration's word
        { then: { queue: "Technical Support" } },
      ],
    };
    const otai = await startOtai({ folder, config });
    try {
      const [model] = await createOtaiApi(otai.url).all<{ version: string }>("models");
      const serving = await startServe({
        folder,
        args: ["triage", "--port", "0"],
        env: { OTAI_DATA_DIR: dataFolder(folder) },
      });
      const url = serving.urls.triage!;
      const { body } = await post(`${url}/classify`, {
        subject: "Charged twice",
        body: "You charged my card twice for the same order. Please refund the second payment.",
      });
      expect(body).toMatchObject({ model_version: model!.version, degraded: false });
      const ticket = { ticket_id: "1", category: "billing", urgency: "high", sentiment: "neutral" };
      const groups = [
        ["vip", "Complaints", ticket],
        ["technical_support", "Technical Support", { ...ticket, urgency: "low" }],
      ] as const;
      for (const [team, group_name, request] of groups) {
        const { body: routing } = await post(`${url}/route`, request);
        expect(routing).toMatchObject({ team, group_name, group_id: expect.any(Number) });
      }
      const categories = (await (await fetch(`${url}/categories`)).json()) as { name: string }[];
      expect(categories.map(({ name }) => name)).toContain("account_access");
      expect(await health(url)).toMatchObject({ degraded: false, checks: { "ticket_system.desk": "ok" } });
      expect(await serving.stop()).toBe(0);
      expect((await fetch(`${otai.url}/ready`)).status).toBe(200);
    } finally {
      expect(await otai.stop()).toBe(0);
    }
  });
});
