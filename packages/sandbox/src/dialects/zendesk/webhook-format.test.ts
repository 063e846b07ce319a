import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seededRandom } from "../../desk/random.ts";
import { createWebhookSender, type WebhookSender } from "../../webhooks/webhook-sender.ts";
import { openAccount, type TestAccount } from "./test-account.ts";

const SECRET = "example-signing-secret-0001";
interface Delivery {
  path: string;
  headers: IncomingHttpHeaders;
  raw: string;
}

let account: TestAccount;
let receiver: Server;
let sender: WebhookSender;
let received: Delivery[];
let answers: number[];
let address: string;

beforeEach(async () => {
  account = await openAccount();
  received = [];
  answers = [];
  receiver = createServer((request, response) => {
    let raw = "";
    request.on("data", (chunk) => {
      raw += chunk;
    });
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, raw });
      response.writeHead(answers.shift() ?? 202).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  sender = createWebhookSender({
    formats: new Map([["zendesk", account.dialect.webhook!]]),
    faults: account.faults,
    now: () => account.clock.now,
    random: seededRandom(2),
    timeScale: 0.0001,
  });
  account.desk.onEvent(sender.send);
});
afterEach(async () => {
  sender.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await account.close();
});

const subscribe = (path: string, secret: string | null = SECRET) =>
  sender.subscribe([
    {
      dialect: "zendesk",
      url: `${address}${path}`,
      secret,
      events: ["ticket-created", "customer-replied", "ticket-updated", "ticket-resolved"],
    },
  ]);
const deliveries = async (count: number) => {
  await expect.poll(() => received).toHaveLength(count);
  return received;
};
const signatureOf = ({ headers, raw }: Delivery) =>
  createHmac("sha256", SECRET).update(`${headers["x-zendesk-webhook-signature-timestamp"]}${raw}`).digest("base64");

describe("webhooks", () => {
  it("ZD-1: signs timestamp and raw body, in this order, with the secret's own text", async () => {
    subscribe("/zendesk/events");
    account.ticket({ body: 'Größe "M" 😀' });
    const [delivery] = await deliveries(1);
    expect(delivery!.headers["x-zendesk-webhook-signature"]).toBe(signatureOf(delivery!));
    expect(delivery!.headers["x-zendesk-webhook-signature-timestamp"]).toBe("2026-11-01T09:00:00Z");
  });

  it("ZD-6: the envelope has string ids, upper-case enums, tags null and nanoseconds", async () => {
    subscribe("/zendesk/events");
    const id = account.ticket({ fields: { type: "Question" } });
    const [delivery] = await deliveries(1);
    const event = JSON.parse(delivery!.raw);
    expect(event).toMatchObject({
      account_id: 22129848,
      subject: `zen:ticket:${id}`,
      type: "zen:event-type:ticket.created",
      zendesk_event_version: "2022-11-06",
      event: {},
      detail: {
        id: String(id),
        priority: null,
        status: "NEW",
        type: "QUESTION",
        tags: null,
        group_id: null,
        assignee_id: null,
      },
    });
    expect(event.time).toMatch(/^2026-11-01T09:00:00\.\d{9}Z$/);
    expect(event.detail.actor_id).toBe(String(account.desk.ticket(id)?.requesterId));
  });

  it("ZD-21: our own write comes back with our id as actor", async () => {
    subscribe("/zendesk/events");
    const id = account.ticket();
    await deliveries(1);
    await account.call("PUT", `/tickets/${id}.json`, { ticket: { priority: "high" } });
    const [, delivery] = await deliveries(2);
    const event = JSON.parse(delivery!.raw);
    expect(event.type).toBe("zen:event-type:ticket.priority_changed");
    expect(event.event).toMatchObject({ previous: null, current: "HIGH", meta: { sequence: { position: 1 } } });
    expect(event.detail).toMatchObject({ actor_id: String(account.desk.bot.id), priority: "HIGH" });
  });

  it("a reply of the customer and a solved status have kinds of their own", async () => {
    subscribe("/zendesk/events");
    const id = account.ticket({ fields: { status: "pending" } });
    await deliveries(1);
    account.desk.changeTicket(account.desk.bot.id, id, { status: "solved" });
    await deliveries(3);
    account.desk.customerReplies(id, "Still broken");
    const events = (await deliveries(5)).slice(1).map((delivery) => JSON.parse(delivery.raw));
    const kinds = events.map((event) => event.type.replace("zen:event-type:ticket.", ""));
    expect(kinds.sort()).toEqual(["comment_added", "status_changed", "status_changed", "status_changed"]);
    const comment = events.find((event) => event.type.endsWith("comment_added"));
    expect(comment.event.comment).toMatchObject({ body: "Still broken", is_public: true, author: { is_staff: false } });
  });

  it("a trigger sends ids and labels to the route of its event", async () => {
    subscribe("/zendesk/{event}");
    const id = account.ticket();
    const [delivery] = await deliveries(1);
    expect(delivery!.path).toBe("/zendesk/ticket-created");
    expect(JSON.parse(delivery!.raw)).toMatchObject({ ticket_id: String(id), status: "New" });
    expect(delivery!.headers["x-zendesk-webhook-signature"]).toBe(signatureOf(delivery!));
  });

  it("ZD-5: a retry has the same invocation id and event, until it is accepted", async () => {
    subscribe("/zendesk/events");
    answers = [503, 429, 409, 202];
    account.ticket();
    const all = await deliveries(4);
    expect(new Set(all.map((delivery) => delivery.headers["x-zendesk-webhook-invocation-id"])).size).toBe(1);
    expect(new Set(all.map((delivery) => JSON.parse(delivery.raw).id)).size).toBe(1);
  });

  it("retries timeouts, 409, 429 and 503 only", () => {
    const { retryOn } = account.dialect.webhook!;
    expect([null, 409, 429, 503].map(retryOn)).toEqual([true, true, true, true]);
    expect([200, 202, 400, 401, 404, 500, 502].map(retryOn)).toEqual(Array(7).fill(false));
  });

  it("without a secret there is no signature", async () => {
    subscribe("/zendesk/events", null);
    account.ticket();
    const [delivery] = await deliveries(1);
    expect(Object.keys(delivery!.headers).filter((name) => name.includes("signature"))).toEqual([]);
  });
});
