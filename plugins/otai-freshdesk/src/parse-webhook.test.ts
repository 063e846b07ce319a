import { RefusedError } from "@otai/plugin-api/errors";
import type { Delivery } from "@otai/plugin-api/webhook";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWebhook } from "./parse-webhook.ts";
import { fixture } from "./testing/wire-desk.ts";

function delivery(body: string, route = "ticket-created"): Delivery {
  return { route, headers: {}, body: new TextEncoder().encode(body), receivedAt: 0 };
}

function recorded(name: string): Delivery {
  const { request } = fixture(name);
  return delivery(request.bodyText ?? JSON.stringify(request.body), request.path.split("/").at(-1));
}

describe("FD-12, D18: what a rule of Freshdesk sends", () => {
  it.each([
    ["webhook-flat", "9", "ticket-created"],
    ["webhook-ids-only", "9", "ticket-created"],
    ["webhook-labels", "12", "ticket-created"],
    ["webhook-wrapper", "12", "ticket-created"],
    ["webhook-wrapper-ticket-data", "12", "ticket-resolved"],
    ["webhook-nested-ticket-id", "12", "customer-replied"],
    ["webhook-broken-by-quote", "12", "ticket-created"],
  ])("%s is about ticket %s", (name, ticketId, kind) => {
    expect(parseWebhook(recorded(name)).hints).toEqual([expect.objectContaining({ ticketId, kind, actorId: null })]);
  });

  it("takes the time from the body where it can be read", () => {
    expect(parseWebhook(recorded("webhook-ids-only")).hints[0]!.occurredAt).toBe(Date.parse("2021-04-09T13:29:44Z"));
    expect(parseWebhook(delivery('{"id":1,"updated_at":"yesterday"}')).hints[0]!.occurredAt).toBeNull();
  });

  it.each([
    ["a form", "freshdesk_webhook%5Bticket_id%5D=12&x=1", "12"],
    ["a form, not encoded", "freshdesk_webhook[ticket_id]=12", "12"],
    ["a number", '{"id":12}', "12"],
    ["the first id, when free text holds another", '{"ticket_id":"12","description":"see "ticket_id":"99""}', "12"],
  ])("reads %s", (_, body, ticketId) => {
    expect(parseWebhook(delivery(body)).hints[0]!.ticketId).toBe(ticketId);
  });

  it("FD-S10, D22: only the id and the kind are taken, everything else is read again", () => {
    const [hint] = parseWebhook(recorded("webhook-labels")).hints;
    expect(Object.keys(hint!).sort()).toEqual(["actorId", "kind", "occurredAt", "ticketId"]);
  });

  it("FD-13: a retry and a second event look the same, so no delivery id is made up", () => {
    expect(parseWebhook(recorded("webhook-flat"))).toEqual(parseWebhook(recorded("webhook-flat")));
    expect(parseWebhook(recorded("webhook-flat")).deliveryId).toBeNull();
  });

  it("a wish for a draft is a route of its own", () => {
    expect(parseWebhook(delivery('{"ticket_id":5}', "draft-requested")).hints[0]!.kind).toBe("draft-requested");
  });

  it.each([
    "",
    "{}",
    "[]",
    "null",
    '{"ticket_id":"{{ticket.id}}"}',
    '{"ticket_id":"../1"}',
    '{"ticket_id":-1}',
    '{"subject":"id: 5"}',
  ])("D18: %j has no id, and the message says how to send one", (body) => {
    expect(() => parseWebhook(delivery(body))).toThrow(RefusedError);
    expect(() => parseWebhook(delivery(body))).toThrow("{{ticket.id}}");
  });

  it("refuses a route that is not there", () => {
    expect(() => parseWebhook(delivery('{"id":1}', "toString"))).toThrow(RefusedError);
  });

  it("finds the id whatever the customer wrote, and never fails in another way", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.string(), (id, text) => {
        const body = `{"ticket_id":"${id}","subject":"${text}"}`;
        expect(parseWebhook(delivery(body)).hints[0]!.ticketId).toBe(String(id));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        try {
          parseWebhook({ ...delivery(""), body });
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedError);
        }
      }),
    );
  });

  it("S08: takes linear time for a hostile body", () => {
    const body = `{"ticket_id"${" ".repeat(400_000)}x${'"id"'.repeat(100_000)}`;
    expect(() => parseWebhook(delivery(body))).toThrow(RefusedError);
  });
});
