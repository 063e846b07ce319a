import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshdeskConnection, freshdeskWebhook, webhookSecret, zendeskConnection } from "../stage/connection-config.ts";
import { type ApiDecision, createOtaiApi, type OtaiApi } from "../stage/otai-api.ts";
import { type OtaiServer, startOtai } from "../stage/otai-server.ts";
import { createSandboxControl, type SandboxControl } from "../stage/sandbox-control.ts";

let parent: string;
let sandbox: Sandbox;
let desk: SandboxControl;
/** Without keys, on loopback. */
let open: OtaiServer;
/** With a key that reads, one that triages and one that may everything. */
let keyed: OtaiServer;
let api: OtaiApi;
let ids: number[];

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "otai-e2e-http-"));
  // Without a past: every decision is an abstention, which is enough to look at.
  sandbox = await createSandbox({
    port: 0,
    seed: 3,
    tickets: 0,
    dialects: ["freshdesk", "zendesk"],
    ratePlan: "unlimited",
    timeScale: 0.01,
  });
  desk = createSandboxControl(sandbox.url);
  const desks = {
    ticket_systems: {
      desk: freshdeskConnection({ sandboxUrl: sandbox.url }),
      second: zendeskConnection({ sandboxUrl: sandbox.url, webhook: null }),
    },
  };
  const keys = [
    { name: "reader", key: "key-that-reads", scopes: ["read"] },
    { name: "triage", key: "key-that-triages", scopes: ["triage"] },
    { name: "boss", key: "key-of-the-boss", scopes: ["admin"] },
  ];
  [open, keyed] = await Promise.all([
    startOtai({ folder: join(parent, "open"), config: desks }),
    startOtai({
      folder: join(parent, "keyed"),
      config: { ticket_systems: { desk: freshdeskConnection({ sandboxUrl: sandbox.url }) }, server: { keys } },
    }),
  ]);
  api = createOtaiApi(open.url);
  await desk.webhooks([freshdeskWebhook(open.url)]);
  ids = await desk.arrive(12);
  await api.settled(ids);
});

afterAll(async () => {
  await Promise.all([open?.stop(), keyed?.stop()]);
  await sandbox?.close();
  rmSync(parent, { recursive: true, force: true });
});

const ask = (path: string, init?: RequestInit) => fetch(`${open.url}${path}`, init);

/** A call with a Host header of its own, which fetch does not allow. */
function statusFor(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });
}

describe("paths that are free of keys", () => {
  it.each(["/health", "/ready", "/openapi.json", "/docs", "/"])("%s answers without a key", async (path) => {
    const response = await fetch(`${keyed.url}${path}`);
    await response.body?.cancel();
    expect(response.status).toBe(200);
  });

  it("/health names version and services, /ready that nothing is waited for", async () => {
    expect(await (await ask("/health")).json()).toMatchObject({ status: "ok", version: expect.any(String) });
    expect(await (await ask("/ready")).json()).toEqual({ status: "ready", waiting_for: [] });
  });

  it("/openapi.json describes every path under /api/v1 that is answered", async () => {
    const document = (await (await ask("/openapi.json")).json()) as { openapi: string; paths: Record<string, unknown> };
    expect(document.openapi).toMatch(/^3\./);
    for (const path of [
      "decisions",
      "runs",
      "runs/{id}",
      "tickets",
      "events/{id}",
      "dead-letters",
      "models",
      "stats",
      "audit-log",
      "pause",
      "resume",
    ]) {
      expect(Object.keys(document.paths)).toContain(`/api/v1/${path}`);
    }
  });

  it("/metrics counts events by state and decisions by field, and wants a key where there are keys", async () => {
    const text = await (await ask("/metrics")).text();
    expect(text).toMatch(/^otai_events\{state="open"\} 0$/m);
    expect(text).toMatch(/^otai_decisions\{field="queue",.*\} \d+$/m);
    expect((await fetch(`${keyed.url}/metrics`)).status).toBe(401);
  });
});

describe("GET /api/v1/decisions", () => {
  it("is filtered by ticket system, ticket, run and field", async () => {
    const [id] = ids;
    const mine = (await api.get<{ items: ApiDecision[] }>(`decisions?ticket_system=desk&ticket_id=${id}`)).items;
    expect(mine.map((one) => one.field).sort()).toEqual(expect.arrayContaining(["priority", "queue"]));
    expect(mine.every((one) => one.ticket_id === String(id) && one.ticket_system === "desk")).toBe(true);
    const run = mine[0]!.run_id;
    const ofRun = (await api.get<{ items: ApiDecision[] }>(`decisions?run_id=${run}&field=queue`)).items;
    expect(ofRun).toHaveLength(1);
    expect(ofRun[0]).toMatchObject({
      run_id: run,
      field: "queue",
      decision: "shadow",
      would_be: "abstain",
      written: false,
    });
    expect((await api.get<{ items: unknown[] }>("decisions?ticket_system=nobody")).items).toEqual([]);
  });

  it("is read page by page, newest first, and every decision once", async () => {
    const seen: ApiDecision[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const from: string = cursor === null ? "" : `&cursor=${cursor}`;
      const page: { items: ApiDecision[]; next_cursor: string | null } = await api.get(
        `decisions?field=queue&limit=5${from}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(5);
      seen.push(...page.items);
      cursor = page.next_cursor;
      pages += 1;
    } while (cursor !== null);
    expect(pages).toBeGreaterThan(2);
    expect(new Set(seen.map((one) => one.id)).size).toBe(seen.length);
    // Both connections see the same desk.
    expect(new Set(seen.map((one) => one.ticket_id))).toEqual(new Set(ids.map(String)));
    const keys = seen.map((one) => one.id);
    expect(keys).toEqual([...keys].sort().reverse());
  });

  it.each(["limit=0", "limit=501", "limit=many"])("refuses %s with 422 and the field's name", async (query) => {
    const response = await ask(`/api/v1/decisions?${query}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error_code: "VALIDATION_ERROR", errors: [{ field: "limit" }] });
  });
});

describe("a run, an event and what is not there", () => {
  it("GET /api/v1/runs/{id} shows decisions and their explanation, and the event that caused it", async () => {
    const [decision] = await api.decisionsOf(ids[0]!);
    const run = await api.get<{
      ticket_id: string;
      event_ids: string[];
      trace: Record<string, unknown>;
      decisions: ApiDecision[];
    }>(`runs/${decision!.run_id}`);
    expect(run.ticket_id).toBe(String(ids[0]));
    expect(run.decisions.map((one) => one.id)).toContain(decision!.id);
    expect(run.trace).toHaveProperty("suggestions");
    const event = await api.get<{ ticket_id: string; state: string }>(`events/${run.event_ids[0]}`);
    expect(event).toMatchObject({ ticket_id: String(ids[0]), state: "done" });
  });

  it.each(["/api/v1/runs/r-none", "/api/v1/events/ev-none", "/api/v1/nothing", "/nothing"])(
    "%s is 404 in the one error shape",
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error_code: "NOT_FOUND", request_id: expect.any(String) });
    },
  );
});

describe("keys and scopes", () => {
  const status = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${keyed.url}${path}`, init);
    await response.body?.cancel();
    return response.status;
  };

  it("without a key, or with a wrong one: 401; as X-API-Key or Bearer: 200", async () => {
    expect(await status("/api/v1/stats")).toBe(401);
    expect(await status("/api/v1/stats", { headers: { "X-API-Key": "wrong" } })).toBe(401);
    expect(await status("/api/v1/stats", { headers: { "X-API-Key": "key-that-reads" } })).toBe(200);
    expect(await status("/api/v1/stats", { headers: { Authorization: "Bearer key-that-reads" } })).toBe(200);
  });

  it("a key without the scope: 403; the admin's may everything", async () => {
    expect(await status("/api/v1/stats", { headers: { "X-API-Key": "key-that-triages" } })).toBe(403);
    expect(await status("/api/v1/pause", { method: "POST", headers: { "X-API-Key": "key-that-reads" } })).toBe(403);
    expect(await status("/api/v1/pause", { method: "POST", headers: { "X-API-Key": "key-of-the-boss" } })).toBe(200);
    expect(await status("/api/v1/resume", { method: "POST", headers: { "X-API-Key": "key-of-the-boss" } })).toBe(200);
  });

  it("on loopback without keys: a foreign page or another host name is refused with 403", async () => {
    expect(await statusFor(`${open.url}/api/v1/stats`, {})).toBe(200);
    expect(await statusFor(`${open.url}/api/v1/stats`, { origin: "https://evil.example" })).toBe(403);
    expect(await statusFor(`${open.url}/api/v1/stats`, { origin: "null" })).toBe(403);
    expect(await statusFor(`${open.url}/api/v1/stats`, { host: "evil.example" })).toBe(403);
    expect(await statusFor(`${open.url}/metrics`, { host: "evil.example:8080" })).toBe(403);
    expect(
      await statusFor(`${open.url}/api/v1/stats`, { host: "localhost:8080", origin: "http://localhost:8080" }),
    ).toBe(200);
  });
});

describe("webhooks", () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const secret = { "X-OTAI-Webhook-Secret": webhookSecret };

  it("without or with a wrong secret: 401, and nothing is stored", async () => {
    const before = await api.stats();
    expect((await post("/freshdesk/ticket-created", { ticket_id: "1" })).status).toBe(401);
    expect(
      (await post("/freshdesk/ticket-created", { ticket_id: "1" }, { "X-OTAI-Webhook-Secret": "wrong" })).status,
    ).toBe(401);
    expect((await api.stats()).events).toMatchObject({ done: before.events.done, dead: 0 });
  });

  it("a connection without a secret, an unknown platform and an unknown route do not exist: 404", async () => {
    expect((await post("/zendesk/events", {}, secret)).status).toBe(404);
    expect((await post("/zammad/ticket-created", { ticket_id: "1" }, secret)).status).toBe(404);
    expect((await post("/freshdesk/elsewhere", { ticket_id: "1" }, secret)).status).toBe(404);
    expect((await post("/freshdesk/second/ticket-created", { ticket_id: "1" }, secret)).status).toBe(404);
  });

  it("202 with the event's id; heard of again it is a duplicate with the same id", async () => {
    const ticket_id = String(ids[1]);
    const first = await post("/freshdesk/ticket-created", { ticket_id }, secret);
    expect(first.status).toBe(202);
    const again = await post("/freshdesk/desk/ticket-created", { ticket_id }, secret);
    expect(again.status).toBe(202);
    const answers = (await Promise.all([first.json(), again.json()])) as { event_id: string }[];
    expect(answers).toEqual([
      { status: "accepted", event_id: expect.any(String), duplicate: true },
      { status: "accepted", event_id: answers[0]!.event_id, duplicate: true },
    ]);
    const runs = new Set(
      (await api.all<ApiDecision>(`decisions?ticket_system=desk&ticket_id=${ticket_id}`)).map((one) => one.run_id),
    );
    expect(runs.size).toBe(1);
  });

  it("Basic password works where no header can be set; a body without a ticket is 400, a giant is 413", async () => {
    const basic = { authorization: `Basic ${Buffer.from(`otai:${webhookSecret}`).toString("base64")}` };
    expect((await post("/freshdesk/ticket-created", { ticket_id: String(ids[2]) }, basic)).status).toBe(202);
    expect((await post("/freshdesk/ticket-created", { hello: "world" }, secret)).status).toBe(400);
    expect((await post("/freshdesk/ticket-created", "x".repeat(11 * 1024 * 1024), secret)).status).toBe(413);
  });
});
