import type { Delivery } from "@otai/plugin-api/webhook";
import { verifySharedSecret } from "@otai/plugin-kit/webhook-verifiers";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { parseWebhook } from "./parse-webhook.ts";
import { createServerTime, type ServerTime } from "./server-time.ts";
import { fixture, startWireDesk, type WireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk?.stop());

const time = createServerTime("UTC");

function deliveryOf(name: string, route = "events"): Delivery {
  const { request } = fixture(name);
  const body = Buffer.from(request.bodyText ?? JSON.stringify(request.body));
  return { route, headers: { ...request.headers }, body, receivedAt: 0 };
}

function delivery(body: unknown, route = "events"): Delivery {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { route, headers: {}, body: Buffer.from(text), receivedAt: 0 };
}

const parse = (what: Delivery) => parseWebhook(time, what);
const hintOf = (name: string) => parse(deliveryOf(`webhook-znuny-${name}`)).hints[0];
const kindOf = (what: Delivery) => parse(what).hints[0]?.kind;

describe("OT-23 an invoker's call", () => {
  test('is answered exactly {"Success":1}: Znuny applies a richer answer to the ticket', async () => {
    desk = await startWireDesk({});
    expect(JSON.stringify(desk.webhooks?.answer)).toBe('{"Success":1}');
    expect(desk.webhooks?.routes).toEqual(["events"]);
  });

  test.each([
    "webhook-otobo-ticket-create",
    "webhook-otobo-article-create",
    "webhook-otobo-ticket-update",
    "webhook-znuny-ticket-created",
    "webhook-znuny-note-created",
    "webhook-znuny-priority-updated",
    "webhook-wrong-secret",
  ])("%s is accepted or rejected by its Basic password", (name) => {
    const { secret, expect: expected } = (fixture(name) as unknown as { webhook: Record<string, string> }).webhook;
    expect(verifySharedSecret(deliveryOf(name), [secret!]).ok).toBe(expected === "accepted");
    expect(verifySharedSecret(delivery({}), [secret!]).ok).toBe(false);
  });

  test("OTOBO's PassThrough tells event and ids", () => {
    expect(parse(deliveryOf("webhook-otobo-ticket-create"))).toEqual({
      deliveryId: expect.stringMatching(/^[0-9a-f]{64}$/),
      hints: [{ ticketId: "13", kind: "ticket-created", occurredAt: null, actorId: null }],
    });
    expect(parse(deliveryOf("webhook-otobo-article-create")).hints).toEqual([
      { ticketId: "1", kind: "customer-replied", occurredAt: null, actorId: null },
    ]);
  });

  test("OTOBO's Ticket::TicketUpdate tells the ticket alone; the route may say more", () => {
    const [hint] = parse(deliveryOf("webhook-otobo-ticket-update")).hints;
    expect(hint).toMatchObject({ ticketId: "13", kind: "ticket-updated", actorId: "3" });
    expect(kindOf(deliveryOf("webhook-otobo-ticket-update", "ticket-resolved"))).toBe("ticket-resolved");
  });

  test("Znuny's Ticket::Generic tells the whole ticket, and who did it", () => {
    const moment = Date.UTC(2026, 10, 20, 10, 20, 54);
    const later = moment + 3_000;
    expect(["ticket-created", "note-created", "priority-updated"].map(hintOf)).toEqual([
      { ticketId: "13", kind: "ticket-created", occurredAt: moment, actorId: "3" },
      { ticketId: "13", kind: "ticket-updated", occurredAt: later, actorId: "3" },
      { ticketId: "13", kind: "ticket-updated", occurredAt: later, actorId: "3" },
    ]);
  });

  test("says when it happened by the stamp of what happened, and nothing while the zone is unknown", () => {
    const Article = [{ ArticleID: 5, SenderType: "customer", CreateTime: "2026-11-20 10:20:50" }];
    const Ticket = { Created: "2026-11-20 10:20:10", Changed: "2026-11-20 10:20:54", Article };
    const momentOf = (Event: string, zone: ServerTime | null = time) => {
      const body = delivery({ Event: { Event, TicketID: "13", ArticleID: "5" }, Ticket });
      return parseWebhook(zone, body).hints[0]?.occurredAt;
    };
    expect(momentOf("TicketCreate")).toBe(Date.UTC(2026, 10, 20, 10, 20, 10));
    expect(momentOf("ArticleCreate")).toBe(Date.UTC(2026, 10, 20, 10, 20, 50));
    expect(momentOf("TicketQueueUpdate")).toBe(Date.UTC(2026, 10, 20, 10, 20, 54));
    expect(momentOf("TicketCreate", null)).toBeNull();
  });

  test("an article of an agent is no reply; one of somebody unknown may be", () => {
    const created = (article: object | null) =>
      delivery({ Event: "ArticleCreate", TicketID: 1, ArticleID: 3, Article: article });
    expect(kindOf(created({ ArticleID: 3, SenderType: "agent", ChangeBy: 4 }))).toBe("ticket-updated");
    expect(parse(created({ ArticleID: 3, SenderType: "agent", ChangeBy: 4 })).hints[0]?.actorId).toBe("4");
    expect(kindOf(created({ ArticleID: 3, SenderType: "customer" }))).toBe("customer-replied");
    expect(kindOf(created(null))).toBe("customer-replied");
  });

  test("other events are changes, a deletion is one", () => {
    expect(kindOf(delivery({ Event: "TicketQueueUpdate", TicketID: "1" }))).toBe("ticket-updated");
    expect(kindOf(delivery({ Event: "TicketStateUpdate", TicketID: "1" }))).toBe("ticket-resolved");
    const opened = { Event: { Event: "TicketStateUpdate", TicketID: "1" }, Ticket: { StateType: "open" } };
    expect(kindOf(delivery(opened))).toBe("ticket-updated");
    expect(kindOf(delivery({ Event: "TicketDelete", TicketID: "1" }))).toBe("ticket-deleted");
  });
});

describe("D21 the key of a delivery, for which the sender has none", () => {
  const idOf = (body: object) => parse(delivery(body)).deliveryId;

  test("is the same when the same comes again, and another for another event, ticket, article or time", () => {
    const bodies = [
      { Event: "TicketCreate", TicketID: "1" },
      { Event: "TicketCreate", TicketID: "2" },
      { Event: "ArticleCreate", TicketID: "1", ArticleID: "3" },
      { Event: "ArticleCreate", TicketID: "1", ArticleID: "4" },
      { Event: { Event: "TicketStateUpdate", TicketID: "1" }, Ticket: { Changed: "2026-11-20 10:20:54" } },
      { Event: { Event: "TicketStateUpdate", TicketID: "1" }, Ticket: { Changed: "2026-11-20 10:20:55" } },
    ];
    expect(new Set(bodies.map(idOf)).size).toBe(bodies.length);
    expect(bodies.map(idOf)).toEqual(bodies.map(idOf));
  });

  test("is missing where two events look alike: a second move is no repetition of the first", () => {
    expect(idOf({ Event: "TicketQueueUpdate", TicketID: "1" })).toBeNull();
  });
});

describe("bodies of any kind", () => {
  test("GW-7 a body without an id is refused with the field's name", () => {
    for (const body of ["", "[]", "null", '{"Event":"TicketCreate"}', '{"TicketID"', { TicketID: "" }]) {
      expect(() => parse(delivery(body))).toThrow(/TicketID is missing/);
    }
  });

  test("D18 a broken one still names its ticket", () => {
    expect(parse(delivery('{"TicketID":"77","Title":"He said "no"')).hints).toMatchObject([{ ticketId: "77" }]);
    expect(parse(delivery({ ticket_id: 9 }, "ticket-created")).hints).toMatchObject([
      { ticketId: "9", kind: "ticket-created" },
    ]);
  });

  test("none does more than hint or be refused", () => {
    const key = fc.constantFrom("Event", "TicketID", "Ticket", "Article", "ArticleID", "Changed", "x");
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.dictionary(key, fc.jsonValue()).map((one) => JSON.stringify(one)),
    );
    fc.assert(
      fc.property(body, (text) => {
        try {
          expect(parse(delivery(text)).hints.every(({ ticketId }) => ticketId !== "")).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: "refused" });
        }
      }),
    );
  });
});
