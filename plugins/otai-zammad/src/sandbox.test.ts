import { ConflictError, UnavailableError } from "@otai/plugin-api/errors";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createTestContext, type TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { testWorld } from "@otai/sandbox/desk/test-world";
import { createSandbox, type Sandbox } from "@otai/sandbox/sandbox";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "./testing/wire-desk.ts";

let sandbox: Sandbox;
let context: TestContext;
let desk: TicketSystem;

beforeEach(async () => {
  context = createTestContext(Date.UTC(2026, 10, 2, 9));
  sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: 12,
    dialects: ["zammad"],
    ratePlan: "unlimited",
    timeScale: 1,
    world: testWorld,
    now: () => context.now,
  });
  desk = connect(`${sandbox.url}/zammad`, context);
});
afterEach(async () => {
  context.stop();
  await sandbox.close();
});

async function control(path: string, body: object): Promise<{ id: number }> {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { id: number };
}

const writeIn = (subject: string, body: string) =>
  control("/tickets", { subject, body, requester: "kim@customer.example" });

const note = { html: "<p>Draft</p><p>ai-note r-1</p>", text: "Draft\nai-note r-1", marker: "ai-note r-1" };

describe("against the simulated helpdesk", () => {
  it("reads, routes, tags and notes a ticket, and finds it in the change feed", async () => {
    const cursor = desk.changes.cursorFrom(context.now);
    const id = String((await writeIn("Charged twice", "Twice!")).id);
    context.now += 5_000;
    const ticket = await desk.read.getTicket(id);
    expect(ticket).toMatchObject({ subject: "Charged twice", body: "Twice!", tombstone: null });
    const queue = (await desk.read.listQueues!()).find(({ name }) => name !== ticket.queue?.name)!;
    const change = { queue, priority: "high", addTags: ["ai-category:billing", "vip"] } as const;
    const { ticket: after, refused } = await desk.write.updateTicket(id, {
      ...change,
      expectedVersion: ticket.version,
    });
    expect(refused).toEqual([]);
    expect(after).toMatchObject({ queue, priority: "high", tags: ["ai-category:billing", "vip"] });
    expect(await desk.read.getTicket(id)).toEqual(after);
    const { messageId } = await desk.write.addNote!(id, note);
    const messages = await desk.read.getConversation!(id);
    expect(messages.at(-1)).toMatchObject({ id: messageId, private: true, role: "agent" });
    expect(messages.at(-1)!.body).toContain(note.marker);
    const { changes, caughtUp } = await desk.changes.listChanges(cursor);
    expect(changes.map(({ ticketId }) => ticketId)).toEqual([id]);
    expect(caughtUp).toBe(true);
    await expect(desk.write.updateTicket(id, { priority: "low", expectedVersion: after.version })).rejects.toThrow(
      ConflictError,
    );
  });

  it("lists every ticket once, in both orders, and the articles of the knowledge base", async () => {
    const ids = async (order: "newest" | "oldest") => {
      const list: string[] = [];
      for await (const ticket of desk.read.findTickets({ order })) list.push(ticket.id);
      return list;
    };
    const [newest, oldest] = [await ids("newest"), await ids("oldest")];
    expect(newest).toHaveLength(12);
    expect([...newest].sort()).toEqual([...oldest].sort());
    const articles: string[] = [];
    for await (const { externalId, visibility } of desk.articles!.listArticles())
      articles.push(`${externalId} ${visibility}`);
    expect(new Set(articles).size).toBe(articles.length);
    expect(articles.filter((one) => one.endsWith("public"))).not.toEqual([]);
  });

  it("does not know whether a note was written when the line is cut, and does not send it again", async () => {
    const id = String((await writeIn("Hello", "Hello")).id);
    await control("/faults", { kind: "reset", next: 1 });
    const attempt = desk.write.addNote!(id, note);
    await expect(attempt).rejects.toThrow(UnavailableError);
    await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
    const written = (await desk.read.getConversation!(id)).filter(({ body }) => body.includes(note.marker));
    expect(written.length).toBeLessThanOrEqual(1);
  });
});
