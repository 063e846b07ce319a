import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually, startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

const CHILD = `
  import { startTestSandbox } from ${JSON.stringify(new URL("./test-sandbox.ts", import.meta.url).href)};
  console.log((await startTestSandbox({ stateDir: process.argv[1] })).url);
`;

let desk: TestSandbox;
let stateDir: string;
beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), "sandbox-"));
  desk = await startTestSandbox({ stateDir });
});
afterEach(async () => {
  await desk.close();
  rmSync(stateDir, { recursive: true });
});

const customer = {
  subject: "Cannot log in",
  body: "Please help",
  requester: { name: "Ada Sample", email: "ada@customer.example" },
};

describe("control API", () => {
  it("lets a customer write and reply, and shows the ticket with its truth and history", async () => {
    const created = await desk.control("POST", "/tickets", { ...customer, language: "en" });
    expect([created.status, created.json]).toEqual([201, { id: 13 }]);
    await desk.control("POST", "/tickets/13/act", { queue: "Billing", priority: "high", reply: "On it" });
    const replied = (await desk.control("POST", "/tickets/13/reply", { body: "Still waiting" })).json;
    expect(replied).toMatchObject({
      id: 13,
      subject: "Cannot log in",
      body: "Please help",
      queue: "Billing",
      priority: "high",
      status: "open",
      truth: { queue: null, priority: null, language: "en" },
    });
    expect(replied.messages.map((message: { actor: string }) => message.actor)).toEqual(["agent", "customer"]);
    const changes = replied.history.map(({ actor, field, from, to }: Record<string, unknown>) => [
      actor,
      field,
      from,
      to,
    ]);
    expect(changes.slice(0, 3)).toEqual([
      ["customer", "created", null, "Cannot log in"],
      ["agent", "queue", null, "Billing"],
      ["agent", "agent", null, replied.agent],
    ]);
  });

  it("opens a solved ticket again when the customer replies", async () => {
    await desk.control("POST", "/tickets/12/act", { status: "resolved" });
    expect((await desk.control("POST", "/tickets/12/reply", { body: "no" })).json.status).toBe("open");
  });

  it("tells who wrote what: the API's user shows as bot", async () => {
    await desk.freshdesk("PUT", "/tickets/12", { priority: 4 });
    const { history } = (await desk.control("GET", "/tickets/12")).json;
    expect(history.at(-1)).toMatchObject({ actor: "bot", field: "priority", from: null, to: "urgent" });
  });

  it("lists the newest first in pages, by status", async () => {
    const first = (await desk.control("GET", "/tickets?limit=5")).json;
    expect(first.items.map((ticket: { id: number }) => ticket.id)).toEqual([12, 11, 10, 9, 8]);
    const second = (await desk.control("GET", `/tickets?limit=20&cursor=${first.next_cursor}`)).json;
    expect(second.items.map((ticket: { id: number }) => ticket.id)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(second.next_cursor).toBeNull();
    expect((await desk.control("GET", "/tickets?status=new")).json.items).toHaveLength(2);
  });

  it.each([
    ["POST", "/tickets", { subject: "x" }, /body: .*; requester: /],
    ["POST", "/tickets", { ...customer, queue: "Sales" }, /queue/],
    [
      "POST",
      "/tickets/12/act",
      { queue: "Nowhere" },
      /queue: Nowhere does not exist; choose Billing, Technical Support, Sales/,
    ],
    ["POST", "/tickets/12/act", { priority: "P1" }, /priority: /],
    ["POST", "/tickets/12/act", { agent: "nobody@sandbox.example" }, /agent: nobody@sandbox.example is nobody's/],
    ["POST", "/tickets/12/reply", "{", /not JSON/],
    ["POST", "/faults", { kind: "429" }, /either rate .* or next/],
    ["POST", "/faults", { kind: "earthquake", next: 1 }, /kind: /],
    [
      "PUT",
      "/webhooks",
      [{ dialect: "latin", url: "http://x.example/", secret: null, events: ["ticket-created"] }],
      /dialect: latin/,
    ],
    ["POST", "/arrivals", { per_second: 0, count: 1 }, /per_second: /],
  ])("answers %s %s %j with 400 and a reason", async (method, path, body, reason) => {
    const answer = await desk.control(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.json.error).toMatch(reason);
  });

  it("answers 404 for a ticket that is not there", async () => {
    expect((await desk.control("GET", "/tickets/99")).json).toEqual({ error: "there is no ticket 99" });
  });

  it("logs every API request, and only those, until the log is emptied", async () => {
    await desk.freshdesk("GET", "/tickets/12?include=stats");
    await desk.freshdesk("PUT", "/tickets/12", { priority: 9 });
    await desk.call("GET", "/freshdesk/api/v2/tickets");
    await desk.control("GET", "/tickets");
    const { items } = (await desk.control("GET", "/requests")).json;
    expect(items).toMatchObject([
      {
        seq: 1,
        dialect: "freshdesk",
        method: "GET",
        path: "/freshdesk/api/v2/tickets/12",
        query: "include=stats",
        status: 200,
        kind: "read",
      },
      { seq: 2, method: "PUT", body: { priority: 9 }, status: 400, kind: "write" },
      { seq: 3, status: 401, kind: "read" },
    ]);
    expect((await desk.control("GET", "/requests?kind=write")).json.items).toHaveLength(1);
    expect((await desk.control("DELETE", "/requests")).status).toBe(204);
    await desk.freshdesk("GET", "/groups");
    expect((await desk.control("GET", "/requests")).json.items).toMatchObject([{ seq: 4 }]);
  });

  it("lets tickets arrive at the asked pace and never the same one twice, over restarts too", async () => {
    await desk.control("POST", "/arrivals", { per_second: 200, count: 5 });
    await eventually(async () => (await desk.control("GET", "/arrivals")).json.pending === 0);
    await desk.close();
    desk = await startTestSandbox({ stateDir });
    await desk.control("POST", "/arrivals", { per_second: 1000, count: 3 });
    const tickets = await eventually(async () => {
      const { items } = (await desk.control("GET", "/tickets?limit=8")).json;
      return items[0].id === 20 && items;
    });
    expect(tickets.map((ticket: { subject: string }) => ticket.subject).reverse()).toEqual(
      Array.from({ length: 8 }, (_, index) => `Arrival ${index}`),
    );
    expect(tickets[0].truth.queue).toBe("Technical Support");
  });
});

describe("persistence", () => {
  it("is the same desk after a restart, base and changes", async () => {
    await desk.control("POST", "/tickets", customer);
    await desk.freshdesk("PUT", "/tickets/13", { tags: ["a"], custom_fields: { cf_product: "app" } });
    await desk.freshdesk("POST", "/tickets/13/notes", { body: "<b>n</b>" });
    await desk.control("POST", "/tickets/5/reply", { body: "again" });
    const before = await Promise.all([5, 7, 13].map((id) => desk.control("GET", `/tickets/${id}`)));
    await desk.close();
    appendFileSync(join(stateDir, "sandbox.jsonl"), '{"op":"ticket-created","at":17'); // as a kill leaves it
    desk = await startTestSandbox({ stateDir });
    const after = await Promise.all([5, 7, 13].map((id) => desk.control("GET", `/tickets/${id}`)));
    expect(after.map((answer) => answer.json)).toEqual(before.map((answer) => answer.json));
    expect((await desk.control("POST", "/tickets", customer)).json.id).toBe(14);
  });

  it("keeps the webhook rules", async () => {
    const rules = [
      { dialect: "freshdesk", url: "http://127.0.0.1:9/{event}", secret: "s", events: ["ticket-created"] },
    ];
    await desk.control("PUT", "/webhooks", rules);
    await desk.close();
    desk = await startTestSandbox({ stateDir });
    expect((await desk.control("GET", "/webhooks")).json.items).toEqual(rules);
  });

  it("loses nothing that it answered for when it is killed", async () => {
    await desk.close();
    const child = spawn(process.execPath, ["--input-type=module", "-e", CHILD, stateDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const exited = new Promise((resolve) => child.once("exit", resolve));
    const url = await new Promise<string>((resolve) =>
      child.stdout.once("data", (line) => resolve(String(line).trim())),
    );
    const answered: string[] = [];
    const headers = { authorization: `Basic ${btoa("sandbox:X")}`, "content-type": "application/json" };
    const note = async (body: string) => {
      const answer = await fetch(`${url}/freshdesk/api/v2/tickets/12/notes`, {
        method: "POST",
        headers,
        body: JSON.stringify({ body }),
      });
      if (answer.status === 201) answered.push(body);
      if (answered.length === 30) child.kill("SIGKILL");
    };
    await Promise.allSettled(Array.from({ length: 200 }, (_, index) => note(`note ${index}`)));
    await exited;
    desk = await startTestSandbox({ stateDir });
    const kept = (await desk.control("GET", "/tickets/12")).json.messages.map(
      (message: { body: string }) => message.body,
    );
    expect(answered.length).toBeGreaterThanOrEqual(30);
    expect(kept).toEqual(expect.arrayContaining(answered));
    expect(new Set(kept).size).toBe(kept.length);
  });

  it("refuses to start over the state of another seed", async () => {
    await desk.close();
    await expect(startTestSandbox({ stateDir, seed: 2 })).rejects.toThrow(/--reset/);
    desk = await startTestSandbox({ stateDir });
  });
});

describe("faults", () => {
  it("429 and 5xx answer in the vendor's words without touching the desk", async () => {
    await desk.control("POST", "/faults", { kind: "429", next: 1 });
    const limited = await desk.freshdesk("PUT", "/tickets/12", { priority: 4 });
    expect([limited.status, Number(limited.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
    await desk.control("POST", "/faults", { kind: "5xx", next: 1 });
    expect((await desk.freshdesk("PUT", "/tickets/12", { priority: 4 })).status).toBeGreaterThanOrEqual(500);
    expect((await desk.control("GET", "/tickets/12")).json.history).toHaveLength(1);
    expect((await desk.freshdesk("PUT", "/tickets/12", { priority: 4 })).status).toBe(200);
  });

  it("strikes only below the path, at the given rate, until deleted", async () => {
    await desk.control("POST", "/faults", { kind: "5xx", rate: 1, path: "/freshdesk/api/v2/groups" });
    expect((await desk.freshdesk("GET", "/agents")).status).toBe(200);
    expect((await desk.freshdesk("GET", "/groups")).status).toBeGreaterThanOrEqual(500);
    await desk.control("DELETE", "/faults");
    expect((await desk.freshdesk("GET", "/groups")).status).toBe(200);
  });

  it("reset breaks the connection, before some writes and after others", async () => {
    const before: number[] = [];
    const after: number[] = [];
    await desk.control("POST", "/faults", { kind: "reset", next: 20 });
    for (let index = 0; index < 20; index++) {
      await expect(desk.freshdesk("POST", "/tickets/12/notes", { body: `note ${index}` })).rejects.toThrow();
      const { messages } = (await desk.control("GET", "/tickets/12")).json;
      (messages.at(-1)?.body === `note ${index}` ? after : before).push(index);
    }
    expect(before.length).toBeGreaterThan(0);
    expect(after.length).toBeGreaterThan(0);
    const { items } = (await desk.control("GET", "/requests?kind=write")).json;
    expect(items[0]).toMatchObject({ status: 0, fault: "reset" });
  });

  it("timeout never answers", async () => {
    await desk.control("POST", "/faults", { kind: "timeout", next: 1 });
    const call = fetch(`${desk.url}/freshdesk/api/v2/groups`, {
      headers: { authorization: `Basic ${btoa("sandbox:X")}` },
      signal: AbortSignal.timeout(150),
    });
    await expect(call).rejects.toThrow(/timeout/);
    expect((await desk.freshdesk("GET", "/groups")).status).toBe(200);
  });
});

describe("inbox pages", () => {
  it("show tickets and their history, with everything escaped", async () => {
    await desk.control("POST", "/tickets", { ...customer, subject: "<script>alert(1)</script>" });
    const inbox = await desk.call("GET", "/");
    expect(inbox.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(inbox.text).not.toContain("<script>");
    expect(inbox.text).toContain('href="/tickets/13"');
    const page = await desk.call("GET", "/tickets/13");
    expect(page.text).toContain("Please help");
    expect(page.text).not.toContain("<script>");
    expect((await desk.call("GET", "/tickets/99")).status).toBe(404);
  });
});
