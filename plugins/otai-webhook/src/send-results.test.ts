import { signMessage } from "@otai/plugin-kit/sign-message";
import { verifyStandardWebhook } from "@otai/plugin-kit/webhook-verifiers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReceiverState } from "./receiver-state.ts";
import { type Receiver, startReceiver } from "./testing/receiver.ts";
import { connectSender, type Sender } from "./testing/sender.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

let receiver: Receiver;
let sender: Sender;
const connect = (more: Record<string, unknown> = {}) =>
  connectSender({ callback_url: receiver.url, callback_secret: secret, allow_private_callback: true, ...more });

beforeEach(async () => {
  receiver = await startReceiver();
  sender = connect();
});
afterEach(async () => {
  sender.context.stop();
  await receiver.close();
});

/** Queues one result about a ticket of its own. */
async function queue(id = "T-1"): Promise<void> {
  await sender.send("ticket-created", { ticket_id: id, subject: "Refund" });
  const { version: expectedVersion } = await sender.system.read.getTicket(id);
  await sender.system.write.updateTicket(id, { priority: "high", expectedVersion });
}
const send = (system = sender.system) => system.outbox!.sendDue();
const waiting = async () => (await sender.documents.list("outbox/", { limit: 50 })).length;
const disabled = async () => ((await sender.documents.get("receiver")) as ReceiverState | null)?.disabled ?? null;

/** Goes from one due time to the next until `until` says that it is enough. */
async function keepSending(until: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const { nextDueAt } = await send();
    if (await until()) return;
    sender.context.now = Math.max(nextDueAt ?? 0, sender.context.now + second);
  }
}

describe("telling the receiver", () => {
  it("signs as the published example of Standard Webhooks does", () => {
    const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' };
    expect(signMessage(message, 1_614_265_330_000, [secret])).toEqual({
      "webhook-id": message.id,
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("R10: a result is posted once, signed, with type, time and data", async () => {
    await queue();
    expect(await send()).toEqual({ delivered: 1, failed: 0, nextDueAt: null, disabled: null });
    expect(await send()).toMatchObject({ delivered: 0 });
    expect(receiver.received).toHaveLength(1);
    const { headers, body, json, path } = receiver.received[0]!;
    expect(path).toBe("/results");
    expect(json).toEqual({
      type: "ticket.routed",
      timestamp: new Date(sender.context.now).toISOString(),
      data: { ticket_id: "T-1", priority: "high" },
    });
    const delivery = { route: "", headers, body, receivedAt: sender.context.now };
    expect(verifyStandardWebhook(delivery, [secret])).toEqual({ ok: true });
    expect(verifyStandardWebhook(delivery, ["whsec_plJ3nmyCDGBKInavdOK15jsl/1dDA5Fo"]).ok).toBe(false);
  });

  it("signs with the secret before as well while the receiver rotates", async () => {
    const before = "whsec_plJ3nmyCDGBKInavdOK15jsl/1dDA5Fo";
    sender = connect({ callback_previous_secrets: [before] });
    await queue();
    await send();
    const { headers, body } = receiver.received[0]!;
    for (const one of [secret, before]) {
      const delivery = { route: "", headers, body, receivedAt: sender.context.now };
      expect(verifyStandardWebhook(delivery, [one])).toEqual({ ok: true });
    }
  });

  it("R10: tries again with the same id and body and a fresh time stamp until it is taken", async () => {
    receiver.answers(500);
    await queue();
    expect(await send()).toMatchObject({ delivered: 0, failed: 1 });
    expect(await send()).toMatchObject({ delivered: 0, failed: 0 });
    sender.context.now += 7 * second;
    receiver.answers(200);
    expect(await send()).toMatchObject({ delivered: 1 });
    const [first, again] = receiver.received;
    expect(again!.headers["webhook-id"]).toBe(first!.headers["webhook-id"]);
    expect(again!.json).toEqual(first!.json);
    expect(Number(again!.headers["webhook-timestamp"])).toBe(Number(first!.headers["webhook-timestamp"]) + 7);
  });

  it("R10: gives a message up after about three days", async () => {
    receiver.answers(400);
    await queue();
    const start = sender.context.now;
    await keepSending(async () => (await waiting()) === 0);
    expect(receiver.received).toHaveLength(10);
    const lasted = sender.context.now - start;
    expect(lasted).toBeGreaterThan(2.4 * day);
    expect(lasted).toBeLessThan(3.6 * day);
    expect(sender.context.lines.at(-1)).toMatchObject({ level: "error", message: expect.stringContaining("given up") });
  });

  it("R10: a redirect is a failure and is not followed", async () => {
    receiver.answers(302, { location: `${receiver.base}/elsewhere` });
    await queue();
    expect(await send()).toMatchObject({ failed: 1 });
    expect(receiver.received.map(({ path }) => path)).toEqual(["/results"]);
  });

  it("R10: 410 ends it, which is told once; a restart tries again", async () => {
    receiver.answers(410);
    await queue();
    expect((await send()).disabled).toContain("410");
    await queue("T-2");
    sender.context.now += hour;
    expect(await send()).toEqual({ delivered: 0, failed: 0, nextDueAt: null, disabled: null });
    expect(receiver.received).toHaveLength(1);
    receiver.answers(200);
    const restarted = sender.another();
    expect(await send(restarted)).toMatchObject({ delivered: 2 });
    expect(await disabled()).toBeNull();
  });

  it.each([429, 502, 503, 504])("R10: %i slows everything down, for as long as it asks", async (status) => {
    receiver.answers(status, { "retry-after": "600" });
    await queue();
    await send();
    await queue("T-2");
    sender.context.now += 599 * second;
    expect(await send()).toMatchObject({ delivered: 0, failed: 0 });
    expect(receiver.received).toHaveLength(1);
    sender.context.now += 122 * second;
    receiver.answers(200);
    expect(await send()).toMatchObject({ delivered: 2 });
  });

  it("R10: a receiver that took nothing for five days is given up, one success starts the count anew", async () => {
    const start = sender.context.now;
    receiver.answers(500);
    await queue("T-0");
    await send();
    sender.context.now = start + 4 * day;
    receiver.answers(200);
    await send();
    receiver.answers(500);
    await queue("T-1");
    await send();
    sender.context.now = start + 8 * day;
    await queue("T-2");
    expect((await send()).disabled).toBeNull();
    sender.context.now = start + 9 * day + minute;
    await queue("T-3");
    expect((await send()).disabled).toContain("five days");
  });

  it("what is queued for a receiver that was given up does not grow for ever", async () => {
    receiver.answers(410);
    await queue();
    await send();
    expect(await waiting()).toBe(1);
    sender.context.now += 4 * day;
    await send();
    expect(await waiting()).toBe(0);
  });

  it("several workers send each message once", async () => {
    for (let index = 0; index < 20; index += 1) await queue(`T-${index}`);
    const workers = [sender.system, sender.another(), sender.another()];
    while ((await waiting()) > 0) await Promise.all(workers.map((worker) => send(worker)));
    const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it("R09: what a worker was sending when it died is sent by another, under the same id", async () => {
    await queue();
    const [entry] = await sender.documents.list("outbox/", { limit: 1 });
    const { id } = entry!.value as { id: string };
    const leased = `outbox/${String(sender.context.now + minute).padStart(15, "0")}/${id}`;
    await sender.documents.apply([
      { key: entry!.key, change: () => null },
      { key: leased, change: () => entry!.value },
    ]);
    expect(await send()).toMatchObject({ delivered: 0 });
    sender.context.now += minute;
    expect(await send()).toMatchObject({ delivered: 1 });
    expect(receiver.received[0]!.headers["webhook-id"]).toBe(id);
  });

  it("S02: an address in a payload is never called", async () => {
    sender = connectSender({ callback_url: "https://desk.invalid/results", callback_secret: secret });
    await sender.send("ticket-created", {
      ticket_id: "T-1",
      subject: "S",
      callback_url: receiver.url,
      url: receiver.url,
    });
    const { version: expectedVersion } = await sender.system.read.getTicket("T-1");
    await sender.system.write.updateTicket("T-1", { priority: "high", expectedVersion });
    expect(await send()).toMatchObject({ delivered: 0, failed: 1 });
    expect(receiver.received).toEqual([]);
  });

  it("a secret never stands in a log line or in the documents", async () => {
    receiver.answers(500);
    await queue();
    await send();
    const written = JSON.stringify([sender.context.lines, [...sender.documents.all.values()]]);
    expect(written).not.toContain(secret.slice(6, 20));
  });
});
