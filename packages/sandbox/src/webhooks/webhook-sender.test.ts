import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually, startTestSandbox, type TestSandbox } from "../test-sandbox.ts";

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let desk: TestSandbox;
let received: Received[];
let answer: (index: number) => number;
let url: string;
let stop: () => Promise<unknown>;

beforeEach(async () => {
  received = [];
  answer = () => 202;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ path: request.url!, headers: request.headers, body });
      response.writeHead(answer(received.length)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/freshdesk/{event}`;
  // 5, 30 and 60 minutes become 3, 18 and 36 ms.
  desk = await startTestSandbox({ timeScale: 1e-5 });
  stop = async () => {
    await desk.close();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => stop());

const subscribe = (events: string[], secret: string | null = "s3cret") =>
  desk.control("PUT", "/webhooks", [{ dialect: "freshdesk", url, secret, events }]);
const newTicket = async () =>
  (await desk.control("POST", "/tickets", { subject: "s", body: "b", requester: "a@b.example" })).json.id as number;
const arrived = (count: number) => eventually(() => received.length >= count);
const paths = () => received.map((call) => call.path.split("/").at(-1));

describe("Freshdesk webhooks", () => {
  it("call the address of the event with ids only and the secret in a header, unsigned", async () => {
    await subscribe(["ticket-created"]);
    const id = await newTicket();
    await arrived(1);
    const [call] = received;
    expect(call!.path).toBe("/freshdesk/ticket-created");
    expect(call!.headers["x-otai-webhook-secret"]).toBe("s3cret");
    const { ticket_id, updated_at } = JSON.parse(call!.body);
    expect(ticket_id).toBe(String(id));
    expect(updated_at).toBe((await desk.freshdesk("GET", `/tickets/${id}`)).json.updated_at);
  });

  it("send no secret header where none is set", async () => {
    await subscribe(["ticket-created"], null);
    await newTicket();
    await arrived(1);
    expect(received[0]!.headers).not.toHaveProperty("x-otai-webhook-secret");
  });

  it("FD-12: fill an administrator's template raw, with labels, so that a quote breaks the JSON", async () => {
    const template = '{"ticket_id":"{{ticket.id}}","subject":"{{ticket.subject}}","status":"{{ticket.status}}"}';
    await desk.control("PUT", "/webhooks", [
      { dialect: "freshdesk", url, secret: null, events: ["ticket-created"], template },
    ]);
    const id = (
      await desk.control("POST", "/tickets", { subject: 'The "Save" button', body: "b", requester: "a@b.example" })
    ).json.id;
    await arrived(1);
    expect(received[0]!.body).toBe(`{"ticket_id":"${id}","subject":"The "Save" button","status":"Open"}`);
  });

  it("have the vendor's simple content", async () => {
    await desk.control("PUT", "/webhooks", [
      { dialect: "freshdesk", url, secret: null, events: ["ticket-created"], template: "simple" },
    ]);
    const id = await newTicket();
    await arrived(1);
    expect(JSON.parse(received[0]!.body).freshdesk_webhook).toMatchObject({
      ticket_id: id,
      ticket_subject: "s",
      ticket_status: "Open",
      ticket_priority: "Low",
    });
  });

  it("tell of replies and solutions, and of the bot's own API writes too", async () => {
    await subscribe(["customer-replied", "ticket-resolved", "ticket-updated"]);
    const id = await newTicket();
    await desk.control("POST", `/tickets/${id}/reply`, { body: "more" });
    await arrived(1);
    await desk.freshdesk("PUT", `/tickets/${id}`, { tags: ["ai"] });
    await arrived(2);
    await desk.freshdesk("POST", `/tickets/${id}/notes`, { body: "n" });
    await arrived(3);
    await desk.control("POST", `/tickets/${id}/act`, { status: "resolved" });
    await arrived(5);
    expect(paths().slice(0, 3)).toEqual(["customer-replied", "ticket-updated", "ticket-updated"]);
    expect(paths().slice(3).sort()).toEqual(["ticket-resolved", "ticket-updated"]);
  });

  it("FD-13: come again after 5, 30 and 60 minutes when refused, and then no more", async () => {
    await subscribe(["ticket-created"]);
    answer = () => 500;
    await newTicket();
    await arrived(4);
    expect(new Set(received.map((call) => call.body)).size).toBe(1);
    answer = () => 202;
    await newTicket();
    await arrived(5);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toHaveLength(5);
  });

  it("stop coming once accepted", async () => {
    await subscribe(["ticket-created"]);
    answer = (index) => (index < 3 ? 503 : 200);
    await newTicket();
    await arrived(3);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toHaveLength(3);
  });

  it("come twice, not at all or late when the fault says so", async () => {
    await subscribe(["ticket-created"]);
    await desk.control("POST", "/faults", { kind: "webhook-double", next: 1 });
    await newTicket();
    await arrived(2);
    expect(received[0]!.body).toBe(received[1]!.body);

    await desk.control("POST", "/faults", { kind: "webhook-drop", next: 1 });
    await newTicket();
    await desk.control("POST", "/faults", { kind: "webhook-reorder", next: 1 });
    const late = await newTicket();
    const early = await newTicket();
    await arrived(4);
    expect(received.slice(2).map((call) => JSON.parse(call.body).ticket_id)).toEqual([String(early), String(late)]);
  });
});
