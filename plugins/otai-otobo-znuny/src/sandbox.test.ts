import { ConflictError } from "@otai/plugin-api/errors";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createTestContext, type TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { testWorld } from "@otai/sandbox/desk/test-world";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterEach, describe, expect, test } from "vitest";
import plugin from "./plugin.ts";

const services = {
  otobo: plugin.ticketSystems.OtoboTicketsystemService!,
  znuny: plugin.ticketSystems.ZnunyTicketsystemService!,
  otrs: plugin.ticketSystems.OtrsTicketsystemService!,
};

let sandbox: Sandbox;
let context: TestContext;

afterEach(async () => {
  context.stop();
  await sandbox.close();
});

async function open(flavour: keyof typeof services, params: object = {}): Promise<TicketSystem> {
  context = createTestContext();
  sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: 130,
    dialects: [flavour],
    ratePlan: "unlimited",
    timeScale: 1,
    world: testWorld,
    now: () => context.now,
  });
  const { params: schema, create } = services[flavour];
  const given = { base_url: sandbox.url, username: "otai", password: "sandbox", ...params };
  return create(schema.parse(given), context);
}

async function writeIn(subject: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/_sandbox/tickets`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ subject, body: "Please help.", requester: "kim@customer.example" }),
  });
  return String(((await response.json()) as { id: number }).id);
}

async function all(desk: TicketSystem, order: "newest" | "oldest"): Promise<string[]> {
  const found: string[] = [];
  for await (const { id } of desk.read.findTickets({ order })) found.push(id);
  return found;
}

const note = { html: "<p>Draft</p>", text: "Draft\nai-note triage r-1", marker: "ai-note triage r-1" };

describe("OT-21 with a simulated desk, the same behaviour in every flavour and on all routes", () => {
  test.each([
    ["otobo", {}],
    ["otobo", { routes: "sample_b" }],
    ["otobo", { routes: "otai", webservice: "OTAI" }],
    ["znuny", {}],
    ["otrs", {}],
  ] as const)("%s %j", async (flavour, params) => {
    const desk = await open(flavour, params);
    expect(new Set(await all(desk, "newest")).size).toBe(130);
    expect((await all(desk, "oldest")).sort()).toEqual((await all(desk, "newest")).sort());
    const id = await writeIn("Invoice is wrong");
    const before = await desk.read.getTicket(id);
    expect(before).toMatchObject({ subject: "Invoice is wrong", body: "Please help.", status: "new" });
    expect(before.createdAt).toBe(Math.floor(context.now / 1000) * 1000);
    const queue = (await desk.read.listQueues!()).find(({ name }) => name === "Billing")!;
    context.now += 5_000;
    const update = {
      queue,
      priority: "urgent",
      customFields: { ai_urgency: "high", ai_confidence: "0.93" },
      addTags: ["ai-urgency:high"],
      note,
    } as const;
    const { ticket, refused } = await desk.write.updateTicket(id, { ...update, expectedVersion: before.version });
    expect(refused).toEqual([]);
    expect(ticket).toMatchObject({ priority: "urgent", queue, tags: ["ai-urgency:high"] });
    expect(await desk.read.getTicket(id)).toEqual(ticket);
    const messages = await desk.read.getConversation!(id);
    expect(messages.map(({ role, private: hidden }) => [role, hidden])).toEqual([
      ["customer", false],
      ["agent", true],
    ]);
    const again = desk.write.updateTicket(id, { priority: "low", expectedVersion: before.version });
    await expect(again).rejects.toThrow(ConflictError);
  });
});

test("OT-3 a night of polling outlives its sessions and loses nothing", async () => {
  const desk = await open("otobo");
  let cursor = desk.changes.cursorFrom(context.now);
  const seen: string[] = [];
  const expected: string[] = [];
  for (let hour = 0; hour < 12; hour++) {
    context.now += 60 * 60_000;
    expected.push(await writeIn(`Hour ${hour}`));
    const page = await desk.changes.listChanges(cursor);
    seen.push(...page.changes.map(({ ticketId }) => ticketId));
    cursor = page.cursor;
  }
  expect(seen).toEqual(expected);
});
