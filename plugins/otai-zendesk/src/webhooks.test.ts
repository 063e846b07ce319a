import type { Delivery } from "@otai/plugin-api/webhook";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseWebhook } from "./parse-webhook.ts";
import { fixture } from "./testing/wire-account.ts";
import { checkSecret, verifyWebhook } from "./verify-webhook.ts";

interface Expectation {
  readonly secret: string;
  readonly receivedAt: string;
  readonly expect: "accepted" | "rejected";
}

function expectation(name: string): Expectation {
  return (fixture(name) as unknown as { webhook: Expectation }).webhook;
}

function deliveryOf(name: string, route = "events"): Delivery {
  const { request } = fixture(name);
  return {
    route,
    headers: { ...request.headers },
    body: Buffer.from(request.bodyText ?? ""),
    receivedAt: Date.parse(expectation(name).receivedAt),
  };
}

function delivery(body: unknown, route: string): Delivery {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { route, headers: {}, body: Buffer.from(text), receivedAt: 0 };
}

const event = (type: string, event: object, detail: object = {}) =>
  delivery({ type: `zen:event-type:${type}`, detail: { id: "7", ...detail }, event, time: null }, "events");
const kindOf = (what: Delivery) => parseWebhook(what).hints[0]?.kind;

describe("signatures", () => {
  test.each([
    ["ZD-1", "webhook-event-created"],
    ["ZD-1", "webhook-trigger"],
    ["ZD-1", "webhook-retired-order"],
    ["ZD-2", "webhook-flipped-byte"],
    ["ZD-2", "webhook-wrong-secret"],
    ["ZD-2", "webhook-unsigned"],
    ["ZD-2", "webhook-stale"],
    ["ZD-2", "webhook-decoded-secret"],
    ["ZD-3", "webhook-empty-body"],
    ["ZD-4", "webhook-public-test-secret"],
  ])("%s %s is judged as the reference says", (_, name) => {
    const { secret, expect: expected } = expectation(name);
    expect(verifyWebhook(deliveryOf(name), [secret]).ok).toBe(expected === "accepted");
    expect(verifyWebhook(deliveryOf(name), ["another", secret]).ok).toBe(expected === "accepted");
  });

  test("ZD-4 the public test secret is refused where it is configured, with the way to the real one", () => {
    expect(() => checkSecret("dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==")).toThrow(/Signing secret/);
    expect(() => checkSecret("example-signing-secret-0001")).not.toThrow();
  });
});

describe("events", () => {
  test("ZD-6 string ids, upper-case words and nanoseconds are normalised", () => {
    expect(parseWebhook(deliveryOf("webhook-event-created"))).toEqual({
      deliveryId: deliveryOf("webhook-event-created").headers["x-zendesk-webhook-invocation-id"],
      hints: [
        {
          ticketId: "5158",
          kind: "ticket-created",
          occurredAt: Date.UTC(2025, 0, 8, 10, 12, 7, 672),
          actorId: "8447388090494",
        },
      ],
    });
  });

  test("ZD-6 null tags, priority and assignee do not disturb", () => {
    expect(parseWebhook(deliveryOf("webhook-event-null-tags")).hints).toMatchObject([{ ticketId: "5159" }]);
  });

  test("ZD-5 a retry has the same delivery id, so that it is handled once", () => {
    const [first, again] = ["webhook-event-created", "webhook-event-repeated"].map((name) =>
      parseWebhook(deliveryOf(name)),
    );
    expect(again).toEqual(first);
    expect(first?.deliveryId).not.toBeNull();
  });

  test("ZD-21 an event of our own names the bot, by whom the host drops it", () => {
    const { botUser } = (fixture("webhook-event-by-bot") as unknown as { webhook: { botUser: string } }).webhook;
    const { user } = fixture("users-me").response.body as { user: { id: number } };
    expect(parseWebhook(deliveryOf("webhook-event-by-bot")).hints).toMatchObject([{ actorId: botUser }]);
    expect(String(user.id)).toBe(botUser);
  });

  test("a public comment of a customer is a reply; notes and agents' comments are not", () => {
    expect(kindOf(deliveryOf("webhook-event-comment-added"))).toBe("customer-replied");
    const comment = (is_public: boolean, is_staff: boolean) =>
      event("ticket.comment_added", { comment: { is_public, author: { id: "3", is_staff } } });
    expect(kindOf(comment(true, true))).toBe("ticket-updated");
    expect(kindOf(comment(false, false))).toBe("ticket-updated");
    expect(kindOf(event("ticket.comment_added", {}))).toBe("customer-replied");
  });

  test("D38 solved is resolved, closed without it too, and closed after solved is nothing new", () => {
    expect(kindOf(deliveryOf("webhook-event-solved"))).toBe("ticket-resolved");
    expect(kindOf(event("ticket.status_changed", {}, { status: "SOLVED" }))).toBe("ticket-resolved");
    expect(kindOf(event("ticket.status_changed", { previous: "OPEN", current: "CLOSED" }))).toBe("ticket-resolved");
    expect(kindOf(event("ticket.status_changed", { previous: "SOLVED", current: "CLOSED" }))).toBe("ticket-updated");
    expect(kindOf(event("ticket.status_changed", { previous: "SOLVED", current: "OPEN" }))).toBe("ticket-updated");
  });

  test("deleted tickets, other changes, and events that concern no ticket", () => {
    expect(kindOf(event("ticket.soft_deleted", {}))).toBe("ticket-deleted");
    expect(kindOf(event("ticket.tags_changed", {}))).toBe("ticket-updated");
    expect(parseWebhook(event("user.created", {})).hints).toEqual([]);
  });

  test("the id may stand in the subject alone; without any the delivery is refused", () => {
    const body = { type: "zen:event-type:ticket.created", subject: "zen:ticket:12", detail: null };
    expect(parseWebhook(delivery(body, "events")).hints).toMatchObject([{ ticketId: "12" }]);
    expect(() => parseWebhook(event("ticket.created", {}, { id: null }))).toThrow(/detail\.id is missing/);
  });
});

describe("triggers", () => {
  test("the route says what happened", () => {
    expect(parseWebhook(deliveryOf("webhook-trigger", "customer-replied")).hints).toEqual([
      { ticketId: "5158", kind: "customer-replied", occurredAt: null, actorId: null },
    ]);
    expect(kindOf(delivery({ ticket_id: 5, event: "ticket-resolved" }, "events"))).toBe("ticket-resolved");
    expect(kindOf(delivery({ ticket_id: 5 }, "something-else"))).toBe("ticket-updated");
  });

  test("the id is found under its usual names, and who did it where it is told", () => {
    for (const body of [{ ticket_id: "9" }, { id: 9 }, { ticket: { id: 9 } }, { ticket_id: "", id: "9" }]) {
      expect(parseWebhook(delivery(body, "ticket-created")).hints).toMatchObject([{ ticketId: "9", actorId: null }]);
    }
    for (const told of [{ actor_id: 42 }, { current_user_id: "42" }]) {
      const hints = parseWebhook(delivery({ ticket_id: 9, ...told }, "ticket-created")).hints;
      expect(hints).toMatchObject([{ actorId: "42" }]);
    }
  });

  test("D18 a body that a quote or a line end broke still names its ticket", () => {
    const broken = '{"ticket_id": "77", "subject": "He said "hello"\nand left"}';
    expect(parseWebhook(delivery(broken, "ticket-created")).hints).toMatchObject([{ ticketId: "77" }]);
  });

  test("GW-7 a body without an id is refused with the field's name", () => {
    for (const body of ["", "[]", "null", '{"subject":"x"}', '{"ticket_id"']) {
      expect(() => parseWebhook(delivery(body, "ticket-created"))).toThrow(/ticket_id is missing/);
    }
  });

  test("no body whatever does more than hint or be refused", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (body) => {
        try {
          expect(parseWebhook(delivery(body, "events")).hints.every(({ ticketId }) => ticketId !== "")).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: "refused" });
        }
      }),
    );
  });
});
