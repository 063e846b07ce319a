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

  it("refuses to start over the state of another seed", async () => {
    await desk.close();
    await expect(startTestSandbox({ stateDir, seed: 2 })).rejects.toThrow(/--reset/);
    desk = await startTestSandbox({ stateDir });
  });
});
