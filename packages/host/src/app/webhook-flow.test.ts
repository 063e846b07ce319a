import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { isHeldOut } from "@otai/core/runs/held-out";
import { verifyStandardWebhook } from "@otai/plugin-kit/webhook-verifiers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadConfig } from "../config/load-config.ts";
import { createLog } from "../log/create-log.ts";
import { type CallbackReceiver, startCallbackReceiver } from "../testing/callback-receiver.ts";
import { repository } from "../testing/plugin-package.ts";
import { type App, createApp } from "./create-app.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const oldSecret = "whsec_plJ3nmyCDGBKInavdOK15jsl/1dDA5Fo";
const callbackSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const minute = 60_000;
const run = promisify(execFile);

let folder: string;
let receiver: CallbackReceiver;
let app: App;

async function start(): Promise<App> {
  const config = {
    ticket_systems: {
      shop: {
        use: "otai_webhook:WebhookTicketsystemService",
        params: { callback_url: receiver.url, callback_secret: callbackSecret, allow_private_callback: true },
        webhook: { secret, previous_secrets: [oldSecret] },
      },
      quiet: { use: "otai_webhook:WebhookTicketsystemService", params: {} },
    },
    fields: { queue: { mode: "automate", precision: 0.9 }, priority: { mode: "suggest" } },
    server: { port: 0 },
  };
  const file = join(folder, "config.yml");
  writeFileSync(file, JSON.stringify(config));
  const loaded = await loadConfig(file, { OTAI_DATA_DIR: join(folder, "data") });
  const started = await createApp({ loaded, version: "1.2.3", role: "all", log: createLog("error", []) });
  started.working.catch(() => {});
  return started;
}

async function ready(): Promise<void> {
  while (!(await fetch(`${app.url}/ready`)).ok) await sleep(50);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-webhook-"));
  receiver = await startCallbackReceiver();
  app = await start();
  await ready();
});

afterAll(async () => {
  await app?.close();
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

let calls = 0;
function post(path: string, payload: unknown, signing: { key?: string; id?: string; at?: number } = {}) {
  calls += 1;
  const { key = secret, id = `call-${calls}`, at = Date.now() } = signing;
  const body = JSON.stringify(payload);
  const stamp = String(Math.floor(at / 1000));
  const hmac = createHmac("sha256", Buffer.from(key.slice(6), "base64")).update(`${id}.${stamp}.${body}`);
  return fetch(`${app.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": stamp,
      "webhook-signature": `v1,${hmac.digest("base64")}`,
    },
    body,
  });
}
const counts = () => app.store.read((tx) => tx.inbox.counts());

describe("tickets of any system, by webhook", () => {
  test("without history nothing is claimed: an abstention is told, once, signed, with the ticket's id", async () => {
    const ticket = { ticket_id: "T-1", subject: "Refund", body: "I was charged twice.", customer_id: "C-1" };
    const answer = await post("/webhook/shop/ticket-created?wait=10", ticket);
    expect(answer.status).toBe(200);
    const { status, results } = (await answer.json()) as { status: string; results: { type: string }[] };
    expect(status).toBe("done");
    expect(results.map(({ type }) => type)).not.toContain("ticket.routed");
    expect(results.map(({ type }) => type)).toContain("decision.abstained");
    const [callback] = await receiver.about("T-1", 1);
    expect(callback).toMatchObject({ type: "decision.abstained", data: { ticket_id: "T-1" } });
    const delivery = { route: "results", headers: callback!.headers, body: callback!.body, receivedAt: Date.now() };
    expect(verifyStandardWebhook(delivery, [callbackSecret])).toEqual({ ok: true });
  });

  test("solved tickets that were sent teach it: the queue of a new one comes back as a result", async () => {
    const topics = [
      ["Billing", "refund the invoice, my card was charged twice"],
      ["Shipping", "the parcel has not arrived, where is the delivery"],
      ["Technical", "the app crashes with an error after login"],
    ] as const;
    const hour = 3_600_000;
    const history = Array.from({ length: 600 }, (_, index) => {
      const [queue, text] = topics[index % topics.length]!;
      const createdAt = new Date(Date.now() - (700 - index) * hour).toISOString();
      const words = `Order ${index}: please help, ${text}. Thank you, customer ${index * 7}.`;
      return {
        ticket_id: `H-${index}`,
        subject: text,
        body: words,
        queue,
        created_at: createdAt,
        updated_at: createdAt,
      };
    });
    const taught = await post("/webhook/shop/ticket-resolved", history);
    expect(taught.status).toBe(202);
    // Of before the watermark: to learn from, and no event.
    expect(await taught.json()).toMatchObject({ event_id: null });
    await app.close();
    app = await start();
    await ready();
    // A worker goes on for two seconds with what it knew of models.
    await sleep(2_100);

    const [, text] = topics[1];
    // None of those that are never automated.
    const id = "T-2";
    expect(isHeldOut(id, 0.02)).toBe(false);
    const ticket = {
      ticket_id: id,
      subject: text,
      body: `Order 9: please help, ${text}. Thank you, customer 63.`,
    };
    const answer = await post("/webhook/ticket-created?wait=10", ticket, { id: "created-2" });
    const { event_id: eventId, results } = (await answer.json()) as {
      event_id: string;
      results: { type: string; data: { team?: string } }[];
    };
    expect(results.find(({ type }) => type === "ticket.routed")?.data.team, JSON.stringify(results)).toBe("Shipping");
    const fetched = await (await fetch(`${app.url}/api/v1/events/${eventId}`)).json();
    expect(fetched).toMatchObject({ state: "done", ticket_id: id, results });

    const routed = (await receiver.about(id, 2)).filter(({ type }) => type === "ticket.routed");
    expect(routed.map(({ data }) => data.team)).toEqual(["Shipping"]);
    expect(routed[0]!.data).toMatchObject({ confidences: { queue: expect.any(Number) }, bands: { queue: "automate" } });
    expect((await receiver.about(id, 2)).find(({ type }) => type === "ticket.classified")?.data).toMatchObject({
      category: "shipping",
      tags_add: expect.arrayContaining(["ai-category:shipping"]),
      alternatives: { category: expect.any(Array) },
    });

    const again = await post("/webhook/ticket-created?wait=10", ticket, { id: "created-2" });
    expect(await again.json()).toMatchObject({ event_id: eventId, duplicate: true });
    await sleep(1_200);
    expect((await receiver.about(id, 2)).filter(({ type }) => type === "ticket.routed")).toHaveLength(1);
  });

  test("a callback's data is the service's whole answer: how a customer feels, and the alert", async () => {
    const reply = {
      ticket_id: "T-90",
      subject: "My order",
      body: "This is unacceptable, I want to cancel! Nobody answers me.",
      customer_id: "C-90",
    };
    expect((await post("/webhook/shop/customer-replied", reply)).status).toBe(202);
    const told = await receiver.about("T-90", 2);
    const dataOf = (wanted: string) => told.find(({ type }) => type === wanted)?.data;
    expect(dataOf("customer.sentiment")).toMatchObject({
      customer_id: "C-90",
      label: "negative",
      score: expect.any(Number),
      triggers: expect.arrayContaining(["cancel"]),
    });
    expect(dataOf("alert.raised")).toMatchObject({
      customer_id: "C-90",
      alert_id: expect.stringMatching(/^al-/),
      tags_add: ["escalation-risk:high"],
    });
  });

  test("GW-5: the call is answered before the work: 202 with the event's id", async () => {
    const answer = await post("/webhook/shop/ticket-created", { id: 77, title: "Hello", description: "A question." });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({
      status: "accepted",
      event_id: expect.stringMatching(/^ev-/),
      duplicate: false,
    });
  });

  test("R02: the secret before is valid while rotating, a forged, an old and an unsigned call are not", async () => {
    const reply = { ticket_id: "T-1", body: "Any news?" };
    expect((await post("/webhook/customer-replied", reply, { key: oldSecret })).status).toBe(202);
    const before = await counts();
    expect((await post("/webhook/customer-replied", reply, { key: callbackSecret })).status).toBe(401);
    expect((await post("/webhook/customer-replied", reply, { at: Date.now() - 6 * minute })).status).toBe(401);
    const unsigned = { method: "POST", body: JSON.stringify(reply) };
    expect((await fetch(`${app.url}/webhook/customer-replied`, unsigned)).status).toBe(401);
    expect(await counts()).toMatchObject({ dead: before.dead });
  });

  test("R03 GW-6: a call that comes twice is a duplicate, and what it says the second time changes nothing", async () => {
    const first = await post("/webhook/shop/customer-replied", { ticket_id: "T-1", body: "First" }, { id: "twice" });
    const again = await post("/webhook/shop/customer-replied", { ticket_id: "T-1", body: "Second" }, { id: "twice" });
    const { event_id: eventId } = (await first.json()) as { event_id: string };
    expect(await again.json()).toEqual({ status: "accepted", event_id: eventId, duplicate: true });
    const shop = app.connected.find(({ name }) => name === "shop")!;
    const bodies = (await shop.system.read.getConversation!("T-1")).map(({ body }) => body);
    expect(bodies).toContain("First");
    expect(bodies).not.toContain("Second");
  });

  test("GW-1: a connection without a secret has no route", async () => {
    const call = { method: "POST", headers: { "x-otai-webhook-secret": "" }, body: '{"ticket_id":"1","body":"x"}' };
    expect((await fetch(`${app.url}/webhook/quiet/ticket-created`, call)).status).toBe(404);
  });

  test("GW-7: what is missing is named, and nothing is stored", async () => {
    const { open, done } = await counts();
    const nameless = await post("/webhook/ticket-created", { ticket_id: "", subject: "Hello" });
    expect(nameless.status).toBe(400);
    expect(await nameless.json()).toMatchObject({
      error_code: "BAD_REQUEST",
      detail: expect.stringContaining("ticket_id"),
    });
    const wordless = await post("/webhook/ticket-created", { ticket_id: "T-9", subject: " ", body: "" });
    expect(await wordless.json()).toMatchObject({ error_code: "BAD_REQUEST", detail: expect.stringContaining("body") });
    const after = await counts();
    expect(after.open + after.done).toBe(open + done);
    const { uid } = app.connected.find(({ name }) => name === "shop")!;
    expect(await app.store.read((tx) => tx.documents.get(uid, "ticket/T-9"))).toBeNull();
  });

  test("the other spelling tells what happened by the payload, under the sender's name too", async () => {
    const payload = {
      topic: "conversation.user.replied",
      type: "notification_event",
      ticket_id: "T-1",
      body: "Hello again",
    };
    for (const path of ["/api/v1/webhook/webhook", "/api/v1/webhook/shop"]) {
      const answer = await post(path, payload);
      expect(answer.status).toBe(202);
      const { event_id: id } = (await answer.json()) as { event_id: string };
      expect(await app.store.read((tx) => tx.inbox.get(id))).toMatchObject({
        kind: "customer-replied",
        ticketId: "T-1",
      });
    }
    expect((await post("/api/v1/webhook/unknown", payload)).status).toBe(404);
  });

  test("the example of the README works as it stands", async () => {
    const readme = readFileSync(join(repository, "plugins/otai-webhook/README.md"), "utf8");
    const [, command] = /```console\n\$ (curl .*?)```/s.exec(readme)!;
    const shell = ["-c", command!.replace("http://127.0.0.1:8080", app.url!)];
    const { stdout } = await run("sh", shell, { env: { PATH: process.env.PATH, HOOK_SECRET: secret } });
    const { status, duplicate, results } = JSON.parse(stdout) as {
      status: string;
      duplicate: boolean;
      results: object[];
    };
    expect([status, duplicate]).toEqual(["done", false]);
    expect(results).not.toEqual([]);
  });

  test("wait is 1 to 10 seconds", async () => {
    for (const wait of ["0", "11", "soon"]) {
      expect((await post(`/webhook/ticket-created?wait=${wait}`, { ticket_id: "T-5", body: "x" })).status).toBe(400);
    }
  });
});
