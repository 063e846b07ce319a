import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import type { Delivery } from "@otai/plugin-api/webhook";
import { createTestContext, type TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { testWorld } from "@otai/sandbox/desk/test-world";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import plugin from "./plugin.ts";
import { wireParams } from "./testing/wire-account.ts";

// The simulated desk was written from the same reference by other hands: what both agree on is no shared misunderstanding.
let sandbox: Sandbox;
let context: TestContext;
let system: TicketSystem;
let now = Date.UTC(2026, 10, 1, 9);
const minute = 60_000;

function pass(ms: number): void {
  now += ms;
  context.now = now;
}

async function control(method: string, path: string, body?: object): Promise<{ id: number }> {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok).toBe(true);
  const text = await response.text();
  return (text === "" ? {} : JSON.parse(text)) as { id: number };
}

async function newTicket(): Promise<string> {
  const { id } = await control("POST", "/tickets", {
    subject: "Charged twice",
    body: "My card was charged twice.",
    requester: { name: "Mara Example", email: "mara@customer.example" },
  });
  return String(id);
}

beforeAll(async () => {
  sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: 40,
    dialects: ["zendesk"],
    ratePlan: "enterprise",
    timeScale: 1,
    world: testWorld,
    now: () => now,
  });
  context = createTestContext(now);
  const params = wireParams(`${sandbox.url}/zendesk`);
  system = plugin.ticketSystems.ZendeskTicketsystemService!.create(params, context);
});
afterAll(async () => {
  context.stop();
  await sandbox.close();
});

describe("against the simulated Zendesk", () => {
  test("the account is identified and its set-up is found complete but for what cannot be read", async () => {
    const identity = await system.read.identify();
    expect(identity.label).toMatch(/\/zendesk$/);
    expect(identity.botUser?.id).toMatch(/^\d+$/);
    const findings = await system.setup!.check({ publicUrl: null, categories: ["billing", "technical_support"] });
    expect(findings.filter(({ state }) => state !== "unknown").map(({ id, state }) => [id, state])).toEqual([
      ["role", "ok"],
      ["ai_category", "ok"],
      ["ai_urgency", "ok"],
      ["ai_confidence", "ok"],
    ]);
  });

  test("history comes newest first and whole, a queue of it by search", async () => {
    const found = [];
    for await (const ticket of system.read.findTickets({})) found.push(ticket);
    expect(found).toHaveLength(40);
    expect(found.map(({ updatedAt }) => updatedAt)).toEqual(
      found.map(({ updatedAt }) => updatedAt).sort((a, b) => b - a),
    );
    const queue = found.find((ticket) => ticket.queue !== null)!.queue!;
    const inQueue = [];
    for await (const ticket of system.read.findTickets({ queueId: queue.id })) inQueue.push(ticket.id);
    expect(inQueue.sort()).toEqual(
      found
        .filter((ticket) => ticket.queue?.id === queue.id)
        .map(({ id }) => id)
        .sort(),
    );
    expect((await system.read.listQueues!()).map(({ name }) => name)).toContain(queue.name);
  });

  test("a new ticket appears in the change feed once its minute has passed, and not again", async () => {
    const start = system.changes.cursorFrom(now);
    const id = await newTicket();
    pass(2 * minute);
    let page = await system.changes.listChanges(start);
    expect(page.changes).toMatchObject([{ ticketId: id, deleted: false }]);
    page = await system.changes.listChanges(page.cursor);
    expect(page).toMatchObject({ changes: [], caughtUp: true });
  });

  test("ZD-12 one write carries fields, category and note; the conversation shows it as private", async () => {
    const id = await newTicket();
    pass(minute);
    const ticket = await system.read.getTicket(id);
    const queue = (await system.read.listQueues!()).find(({ name }) => name === "Billing")!;
    const { ticket: after, refused } = await system.write.updateTicket(id, {
      priority: "high",
      queue,
      customFields: { ai_category: "billing", ai_urgency: "high", ai_confidence: "0.93" },
      addTags: ["vip"],
      note: {
        html: "<p>Draft<br>ai-note draft d-1</p>",
        text: "Draft\nai-note draft d-1",
        marker: "ai-note draft d-1",
      },
      expectedVersion: ticket.version,
    });
    expect(refused).toEqual([]);
    expect(after).toMatchObject({ priority: "high", queue });
    expect(after.tags).toEqual(expect.arrayContaining(["vip", "ai_category_billing", "ai_urgency_high"]));
    const messages = await system.read.getConversation!(id);
    expect(messages.map(({ role, private: hidden }) => [role, hidden])).toEqual([
      ["customer", false],
      ["agent", true],
    ]);
    expect(messages[1]!.body).toContain("ai-note draft d-1");
  });

  test("ZD-8 a write on an old state is a conflict, and nothing was written", async () => {
    const id = await newTicket();
    const { version } = await system.read.getTicket(id);
    pass(minute);
    await control("POST", `/tickets/${id}/act`, { priority: "urgent" });
    await expect(system.write.updateTicket(id, { priority: "low", expectedVersion: version })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(system.write.updateTicket(id, { addTags: ["x"], expectedVersion: version })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await system.read.getTicket(id)).toMatchObject({ priority: "urgent" });
  });

  test("ZD-11 tags come and go, the drop-down's stays", async () => {
    const id = await newTicket();
    const first = await system.read.getTicket(id);
    const { ticket } = await system.write.updateTicket(id, {
      customFields: { ai_category: "sales" },
      addTags: ["ai-escalation"],
      expectedVersion: first.version,
    });
    pass(minute);
    const { ticket: after, refused } = await system.write.updateTicket(id, {
      removeTags: ["ai-escalation", "ai_category_sales"],
      addTags: ["calm"],
      expectedVersion: ticket.version,
    });
    expect(after.tags).toEqual(expect.arrayContaining(["ai_category_sales", "calm"]));
    expect(after.tags).not.toContain("ai-escalation");
    expect(refused).toEqual([{ field: "tags", message: expect.stringContaining("ai_category_sales stays") }]);
  });

  test("ZD-10 a note of its own is private, and its receipt names it", async () => {
    const id = await newTicket();
    const note = { html: "<p>QA<br>ai-note qa r-1</p>", text: "QA", marker: "ai-note qa r-1" };
    const { messageId } = await system.write.addNote!(id, note);
    expect((await system.read.getConversation!(id)).at(-1)).toMatchObject({ id: messageId, private: true });
  });

  test("ZD-17 ZD-18 articles are read without drafts", async () => {
    const articles = [];
    for await (const article of system.articles!.listArticles()) articles.push(article);
    expect(articles.length).toBeGreaterThan(0);
    expect(articles.every(({ text, externalId }) => externalId !== "" && !text.includes("<p>"))).toBe(true);
  });

  test("ZD-1 webhooks arrive signed, as events and as triggers", async () => {
    const secret = "a-secret-of-this-test";
    const receiver = await startReceiver();
    const subscribe = (path: string) =>
      control("PUT", "/webhooks", [{ dialect: "zendesk", url: receiver.url + path, secret, events: eventKinds }]);
    await subscribe("/zendesk/test/events");
    const id = await newTicket();
    const created = await receiver.next();
    await control("POST", `/tickets/${id}/reply`, { body: "Any news?" });
    const replied = await receiver.next();
    await subscribe("/zendesk/test/{event}");
    await control("POST", `/tickets/${id}/act`, { status: "solved", reply: "Done." });
    const resolved = await receiver.next();
    for (const delivery of [created, replied, resolved]) {
      expect(system.webhooks!.verify(delivery, ["old", secret])).toEqual({ ok: true });
      expect(system.webhooks!.verify(delivery, ["old"]).ok).toBe(false);
    }
    const parsed = [created, replied, resolved].map((delivery) => system.webhooks!.parse(delivery));
    expect(parsed.map(({ hints }) => hints.map(({ ticketId, kind }) => [ticketId, kind]))).toEqual([
      [[id, "ticket-created"]],
      [[id, "customer-replied"]],
      [[id, "ticket-resolved"]],
    ]);
    expect(new Set(parsed.map(({ deliveryId }) => deliveryId)).size).toBe(3);
    await receiver.close();
  });
});

const eventKinds = ["ticket-created", "customer-replied", "ticket-resolved"];

/** A server that takes webhooks and hands them over as the host does. */
async function startReceiver() {
  const waiting: ((delivery: Delivery) => void)[] = [];
  const arrived: Delivery[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const route = request.url!.split("/").at(-1)!;
    const delivery = { route, headers, body: Buffer.concat(chunks), receivedAt: now };
    const taker = waiting.shift();
    if (taker === undefined) arrived.push(delivery);
    else taker(delivery);
    response.writeHead(202).end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () => {
      const first = arrived.shift();
      return first === undefined ? new Promise<Delivery>((taken) => waiting.push(taken)) : Promise.resolve(first);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
