import { verifyStandardWebhook } from "@otai/plugin-kit/webhook-verifiers";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { sampledAt, sampleMessage } from "./testing/sample-message.ts";
import { startWebReceiver, type WebReceiver } from "./testing/web-receiver.ts";
import { createWebhookChannel } from "./webhook-channel.ts";

const secret = "a secret of this test";
const { signal } = new AbortController();

let receiver: WebReceiver;
beforeEach(async () => {
  receiver = await startWebReceiver();
});
afterEach(() => receiver.close());

const channel = (more = {}) =>
  createWebhookChannel(
    "webhook:1",
    { url: `${receiver.url}/alerts?token=t`, secret, allow_private: true, ...more },
    signal,
  );

describe("R10: an alert by webhook", () => {
  it("is the alert as GET /alerts has it, signed as Standard Webhooks 1.0 wants it", async () => {
    expect(await channel().tell(sampleMessage(), sampledAt + 5_000)).toEqual({ state: "taken" });
    const [{ headers, body, path }] = receiver.received as [(typeof receiver.received)[number]];
    expect(path).toBe("/alerts?token=t");
    expect(JSON.parse(body.toString("utf8"))).toEqual({
      type: "alert.raised",
      timestamp: "2026-11-03T09:00:00.000Z",
      data: sampleMessage().alert,
    });
    const delivery = { headers: headers as Record<string, string>, body, receivedAt: sampledAt + 6_000, path };
    expect(verifyStandardWebhook(delivery as never, [secret])).toEqual({ ok: true });
    expect(verifyStandardWebhook(delivery as never, ["another secret"])).toMatchObject({ ok: false });
  });

  it("a whsec_ secret is the key that it stands for", async () => {
    const whsec = `whsec_${Buffer.from("twenty-four bytes or more").toString("base64")}`;
    await channel({ secret: whsec }).tell(sampleMessage(), sampledAt);
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
    const delivery = { headers: headers as Record<string, string>, body, receivedAt: sampledAt };
    expect(verifyStandardWebhook(delivery as never, [whsec])).toEqual({ ok: true });
  });

  it("keeps its id at every attempt, so that a receiver can drop doubles", async () => {
    await channel().tell(sampleMessage(), sampledAt);
    await channel().tell(sampleMessage(), sampledAt + 60_000);
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual(["al-5-medium", "al-5-medium"]);
  });

  test.each([
    [{ status: 204 }, { state: "taken" }],
    [
      { status: 302, headers: { location: "/elsewhere" } },
      { state: "failed", restMs: null },
    ],
    [{ status: 400 }, { state: "failed", restMs: null }],
    [{ status: 410 }, { state: "gone" }],
    [
      { status: 429, headers: { "retry-after": "900" } },
      { state: "failed", restMs: 900_000 },
    ],
    [{ status: 503 }, { state: "failed", restMs: 60_000 }],
    [
      { status: 500, headers: { "retry-after": "7" } },
      { state: "failed", restMs: 7_000 },
    ],
  ])("an answer %j is %j", async (answer, reception) => {
    receiver.answerBy(answer);
    expect(await channel().tell(sampleMessage(), sampledAt)).toMatchObject(reception);
    expect(receiver.received).toHaveLength(1);
  });

  it("S02: a private address is not called unless somebody decided so", async () => {
    const refused = await channel({ allow_private: false }).tell(sampleMessage(), sampledAt);
    expect(refused).toMatchObject({ state: "failed", reason: expect.stringContaining("private network") });
    expect(receiver.received).toEqual([]);
    expect(await channel({ allow_private: false }).check()).toMatchObject({
      state: "wrong",
      steps: [expect.stringContaining("allow_private: true")],
    });
    expect(await channel().check()).toMatchObject({ state: "ok" });
    expect(receiver.received).toEqual([]);
  });

  it("nobody at the address is a failure that says so", async () => {
    const gone = channel();
    await receiver.close();
    expect(await gone.tell(sampleMessage(), sampledAt)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("cannot be reached"),
    });
    receiver = await startWebReceiver();
  });

  it("a host that nobody knows is found without sending", async () => {
    expect(await channel({ url: "https://nowhere.invalid/" }).check()).toMatchObject({
      state: "failed",
      what: "webhook at nowhere.invalid: the host nowhere.invalid is unknown",
    });
  });
});
