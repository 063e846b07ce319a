import { ConflictError, RateLimitedError, UnavailableError } from "@otai/plugin-api/errors";
import type { Ticket } from "@otai/plugin-api/ticket";
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
  context = createTestContext();
  sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: 130,
    dialects: ["freshdesk"],
    ratePlan: "unlimited",
    timeScale: 1,
    world: testWorld,
    now: () => context.now,
  });
  desk = connect(`${sandbox.url}/freshdesk`, context);
});

afterEach(async () => {
  context.stop();
  await sandbox.close();
});

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const writeIn = (subject: string) =>
  control<{ id: number }>("POST", "/tickets", {
    subject,
    body: "Please help.\nThank you.",
    requester: "kim@customer.example",
  });

async function all(order: "newest" | "oldest"): Promise<Ticket[]> {
  const found: Ticket[] = [];
  for await (const ticket of desk.read.findTickets({ order })) found.push(ticket);
  return found;
}

async function drain(from: string): Promise<{ ids: string[]; cursor: string }> {
  const ids: string[] = [];
  for (let cursor = from; ; ) {
    const page = await desk.changes.listChanges(cursor);
    ids.push(...page.changes.map(({ ticketId }) => ticketId));
    cursor = page.cursor;
    if (page.caughtUp) return { ids, cursor };
  }
}

describe("with a simulated Freshdesk", () => {
  it("reads the whole history in both directions, each ticket once and with its text", async () => {
    const newest = await all("newest");
    const oldest = await all("oldest");
    expect(newest).toHaveLength(130);
    expect(new Set(newest.map(({ id }) => id)).size).toBe(130);
    expect(oldest.map(({ id }) => id).sort()).toEqual(newest.map(({ id }) => id).sort());
    expect(newest.every(({ body, requester }) => body.includes("I have a question") && requester?.email != null)).toBe(
      true,
    );
  });

  it("follows changes while customers and agents go on working, without loss and without repetition", async () => {
    let { cursor } = await drain(desk.changes.cursorFrom(context.now));
    const seen: string[] = [];
    const expected: string[] = [];
    for (let round = 0; round < 12; round++) {
      context.now += round % 3 === 0 ? 0 : 700;
      const { id } = await writeIn(`Round ${round}`);
      expected.push(String(id));
      if (round % 2 === 1) {
        context.now += 1_000;
        await control("POST", `/tickets/${round}/reply`, { body: `And another thing, ${round}` });
        expected.push(String(round));
      }
      const page = await drain(cursor);
      seen.push(...page.ids);
      cursor = page.cursor;
    }
    expect(seen).toEqual(expected);
    expect((await drain(cursor)).ids).toEqual([]);
  });

  it("writes one combined update and reads back what it wrote", async () => {
    const { id } = await writeIn("Invoice is wrong");
    const before = await desk.read.getTicket(String(id));
    const [queue] = await desk.read.listQueues!();
    context.now += 5_000;
    const { ticket, refused } = await desk.write.updateTicket(String(id), {
      expectedVersion: before.version,
      priority: "urgent",
      queue: queue!,
      customFields: { cf_ai_urgency: "high", cf_ai_confidence: "0.93" },
      addTags: ["ai-urgency:high"],
    });
    expect(refused).toEqual([]);
    expect(ticket).toMatchObject({ priority: "urgent", queue, tags: ["ai-urgency:high"] });
    expect(await desk.read.getTicket(String(id))).toEqual(ticket);
  });

  it("leaves a ticket alone that somebody changed meanwhile (D11)", async () => {
    const { id } = await writeIn("Cannot log in");
    const { version } = await desk.read.getTicket(String(id));
    await control("POST", `/tickets/${id}/act`, { priority: "urgent" });
    const attempt = desk.write.updateTicket(String(id), { expectedVersion: version, priority: "low" });
    await expect(attempt).rejects.toThrow(ConflictError);
    expect((await desk.read.getTicket(String(id))).priority).toBe("urgent");
  });

  it("adds a note that only agents see, and finds it in the conversation by its marker (D28)", async () => {
    const { id } = await writeIn("Where is my parcel?");
    const note = {
      html: "<p>Draft</p><small>ai-note draft r-1</small>",
      text: "Draft\nai-note draft r-1",
      marker: "ai-note draft r-1",
    };
    const { messageId } = await desk.write.addNote!(String(id), note);
    const messages = await desk.read.getConversation!(String(id));
    expect(messages.map(({ role, private: hidden }) => [role, hidden])).toEqual([
      ["customer", false],
      ["agent", true],
    ]);
    expect(messages[1]).toMatchObject({ id: messageId, body: expect.stringContaining(note.marker) });
  });

  it("reads a thread of more than a page to its end (FD-18, D34)", async () => {
    const { id } = await writeIn("A long story");
    for (let reply = 1; reply <= 101; reply++) await control("POST", `/tickets/${id}/reply`, { body: `Part ${reply}` });
    const messages = await desk.read.getConversation!(String(id));
    expect(messages).toHaveLength(102);
    expect(messages.at(-1)!.body).toContain("Part 101");
    expect(new Set(messages.map(({ role }) => role))).toEqual(new Set(["customer"]));
  });

  it("waits as a 429 tells, and gets over two bad gateways by itself (R07)", async () => {
    await control("POST", "/faults", { kind: "429", next: 1 });
    const limited: unknown = await desk.read.getTicket("1").catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(RateLimitedError);
    context.now += (limited as RateLimitedError).retryAfterMs!;
    await control("POST", "/faults", { kind: "reset", next: 2 });
    expect((await desk.read.getTicket("1")).id).toBe("1");
  });

  it("does not know whether a note was written when the line is cut, and does not send it again", async () => {
    await control("POST", "/faults", { kind: "reset", next: 1 });
    const attempt = desk.write.addNote!("1", { html: "<p>x</p>", text: "x", marker: "x" });
    await expect(attempt).rejects.toThrow(UnavailableError);
    await expect(attempt).rejects.toMatchObject({ outcomeUnknown: true });
  });

  it("finds the account set up for everything but the rules", async () => {
    const findings = await desk.setup!.check({ publicUrl: null, categories: ["billing"] });
    expect(findings.filter(({ id, state }) => !id.startsWith("rule-") && state !== "ok")).toEqual([]);
  });
});
