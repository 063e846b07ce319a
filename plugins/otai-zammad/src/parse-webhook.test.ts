import { RefusedError } from "@otai/plugin-api/errors";
import type { Delivery } from "@otai/plugin-api/webhook";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { describe, expect, it } from "vitest";
import { connect, fixture } from "./testing/wire-desk.ts";

const hookOf = (name: string) =>
  (fixture(name) as unknown as { webhook: { secret: string; receivedAt: string; expect: string } }).webhook;

function deliveryOf(name: string, change: Partial<Delivery> = {}): Delivery {
  const { path, headers, bodyText } = fixture(name).request;
  return {
    route: path.split("/").filter(Boolean).at(-1)!,
    headers: headers ?? {},
    body: new TextEncoder().encode(bodyText),
    receivedAt: Date.parse(hookOf(name).receivedAt),
    ...change,
  };
}

function receiver(params: object = {}) {
  const context = createTestContext();
  const { webhooks } = connect("http://127.0.0.1:9", context, params);
  context.stop();
  return webhooks!;
}

const webhooks = receiver();
const names = [
  "webhook-created",
  "webhook-created-repeated",
  "webhook-customer-replied",
  "webhook-closed-empty-article",
  "webhook-by-bot",
  "webhook-custom-payload",
  "webhook-trailing-slash",
  "webhook-wrong-signature",
  "webhook-missing-signature",
];

describe("the signature", () => {
  it.each(names)("ZM-6: %s is accepted or rejected as the fixture says", (name) => {
    const { ok } = webhooks.verify(deliveryOf(name), [hookOf(name).secret]);
    expect(ok ? "accepted" : "rejected").toBe(hookOf(name).expect);
  });

  it("ZM-6: an altered body, an empty one and an empty secret are rejected; a rotated secret is accepted", () => {
    const delivery = deliveryOf("webhook-created");
    const altered = delivery.body.map((byte, index) => (index === 9 ? byte ^ 1 : byte));
    const { secret } = hookOf("webhook-created");
    expect(webhooks.verify({ ...delivery, body: altered }, [secret]).ok).toBe(false);
    expect(webhooks.verify({ ...delivery, body: new Uint8Array() }, [secret]).ok).toBe(false);
    expect(webhooks.verify(delivery, [""]).ok).toBe(false);
    expect(webhooks.verify(delivery, ["the-new-one", secret]).ok).toBe(true);
  });
});

describe("what a delivery says", () => {
  it.each([
    ["webhook-created", "ticket-created", "26", "2026-11-01T08:58:12.120Z"],
    ["webhook-customer-replied", "customer-replied", "26", "2026-11-01T09:10:00.000Z"],
    ["webhook-closed-empty-article", "ticket-resolved", "5", "2026-11-01T09:20:00.000Z"],
    ["webhook-by-bot", "ticket-updated", "3", "2026-11-01T09:00:05.310Z"],
    ["webhook-custom-payload", "ticket-created", null, "2026-11-01T09:00:01.000Z"],
  ])("ZM-5: %s, with people as objects and perhaps an empty article, is %s by %s", (name, kind, actorId, at) => {
    expect(webhooks.parse(deliveryOf(name)).hints).toEqual([
      { ticketId: "374", kind, actorId, occurredAt: Date.parse(at) },
    ]);
  });

  it("ZM-7: the same delivery sent again has the same id and says the same", () => {
    const [first, again] = ["webhook-created", "webhook-created-repeated"].map((name) =>
      webhooks.parse(deliveryOf(name)),
    );
    expect(again).toEqual(first);
    expect(first!.deliveryId).toBe("4e2c3c1c-9a0f-4d55-8f0e-0b6f2f1d7a01");
    expect(webhooks.parse(deliveryOf("webhook-by-bot")).deliveryId).not.toBe(first!.deliveryId);
  });

  it("ZM-18: a call to our address with a slash at the end says the same as without", () => {
    expect(webhooks.parse(deliveryOf("webhook-trailing-slash")).hints).toEqual(
      webhooks.parse(deliveryOf("webhook-created")).hints,
    );
  });

  it("the route says what happened where it has a name", () => {
    const delivery = deliveryOf("webhook-by-bot", { route: "ticket-resolved" });
    expect(webhooks.parse(delivery).hints.map(({ kind }) => kind)).toEqual(["ticket-resolved"]);
  });

  it("one delivery may stand for an answer and a closing, unless the configuration says otherwise", () => {
    const text = fixture("webhook-customer-replied").request.bodyText!;
    const closed = text.replace('"close_at":null', '"close_at":"2026-11-01T09:10:00.000Z"');
    const delivery = deliveryOf("webhook-customer-replied", { body: new TextEncoder().encode(closed) });
    const kinds = (params: object) =>
      receiver(params)
        .parse(delivery)
        .hints.map(({ kind }) => kind);
    expect(kinds({})).toEqual(["customer-replied", "ticket-resolved"]);
    expect(kinds({ bundled_webhooks: false })).toEqual(["customer-replied"]);
  });

  it.each([
    ['{"ticket_id":"374","title":"He said "no""}', "374"],
    ['{"id":374}', "374"],
  ])("D18: %s names its ticket", (text, id) => {
    const delivery = deliveryOf("webhook-created", { route: "ticket-created", body: new TextEncoder().encode(text) });
    expect(webhooks.parse(delivery).hints).toMatchObject([{ ticketId: id, kind: "ticket-created" }]);
  });

  it.each(["", "{}", "[]", "null", "not JSON", '{"hello":"world"}', '{"ticket":{"id":null},"article":{"id":5}}'])(
    "a body without a ticket (%j) is a RefusedError",
    (text) => {
      const delivery = deliveryOf("webhook-created", { body: new TextEncoder().encode(text) });
      expect(() => webhooks.parse(delivery)).toThrow(RefusedError);
    },
  );
});
