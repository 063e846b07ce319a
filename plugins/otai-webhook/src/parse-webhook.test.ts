import { RefusedError } from "@otai/plugin-api/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectSender } from "./testing/sender.ts";

const created = { ticket_id: "T-1", subject: "Hello", body: "A question." };

const faultOf = (route: string, payload: unknown) => {
  const { system, delivery } = connectSender();
  try {
    system.webhooks!.parse(delivery(route, payload));
  } catch (error) {
    if (error instanceof RefusedError)
      return { message: error.message, fields: error.fields.map(({ field }) => field) };
    throw error;
  }
  return null;
};

describe("what a payload says", () => {
  it.each([
    [{ ticket_id: "T-1", id: "no", subject: "S", title: "no", body: "B", content: "no", customer_id: "C" }],
    [{ ticket_id: "", id: "T-1", title: "S", description: "B", requester_id: "C" }],
    [{ case_id: "T-1", title: "S", body: " ", content: "B", contact_id: "C" }],
  ])("the published names, the first that is not empty: %j", async (payload) => {
    const { send, system } = connectSender();
    const { hints } = await send("ticket-created", payload);
    expect(hints).toMatchObject([{ ticketId: "T-1", kind: "ticket-created" }]);
    expect(await system.read.getTicket("T-1")).toMatchObject({
      subject: "S",
      body: "B",
      channel: "web",
      requester: { id: "C" },
    });
  });

  it("ids may be numbers and become strings", async () => {
    const { send, system } = connectSender();
    await send("ticket-created", { id: 4711, subject: "S", customer_id: 9, group_id: 12, team: "Billing" });
    expect(await system.read.getTicket("4711")).toMatchObject({
      id: "4711",
      requester: { id: "9" },
      queue: { id: "12", name: "Billing" },
    });
  });

  it.each([
    ["ticket_id", {}],
    ["ticket_id", { subject: "Hello", body: "x" }],
    ["ticket_id", { ticket_id: "  ", subject: "Hello" }],
    ["ticket_id", { ticket_id: null, subject: "Hello" }],
    ["ticket_id", { ticket_id: { id: 1 }, subject: "Hello" }],
    ["ticket_id", { ticket_id: "x".repeat(201), subject: "Hello" }],
    ["body", { ticket_id: "T-1" }],
    ["body", { ticket_id: "T-1", subject: "", body: "\n " }],
    ["body", { ticket_id: "T-1", subject: null, body: ["x"] }],
  ])("GW-7: what is missing is refused with the field's name: %s of %j", (field, payload) => {
    for (const route of ["ticket-created", "customer-replied"]) {
      expect(faultOf(route, payload)).toEqual({ message: expect.stringContaining(field), fields: [field] });
    }
  });

  it("a resolution needs no text", async () => {
    const { send, system } = connectSender();
    await send("ticket-resolved", { ticket_id: "T-1", team: "Billing", resolved_at: "2026-11-01T08:00:00Z" });
    expect(await system.read.getTicket("T-1")).toMatchObject({
      status: "solved",
      solvedAt: Date.UTC(2026, 10, 1, 8),
      queue: { name: "Billing" },
    });
  });

  it.each([
    ["GW-4: Intercom", { topic: "conversation.user.created", type: "notification_event" }, "ticket-created"],
    ["GW-4: Intercom", { topic: "conversation.user.replied", type: "notification_event" }, "customer-replied"],
    ["GW-4: Intercom", { topic: "conversation.admin.replied", type: "notification_event" }, "ticket-updated"],
    ["GW-4: Intercom", { topic: "conversation.admin.closed", type: "notification_event" }, "ticket-resolved"],
    ["Jira", { webhookEvent: "jira:issue_created" }, "ticket-created"],
    ["Jira", { webhookEvent: "comment_created" }, "customer-replied"],
    ["HubSpot", { event_type: "ticket.creation" }, "ticket-created"],
    ["published order", { event: "ticket.resolved", action: "created" }, "ticket-resolved"],
    ["our own words", { event: "customer-replied" }, "customer-replied"],
    ["our own words with a dot", { type: "ticket.deleted" }, "ticket-deleted"],
    ["unknown words", { event: "sla.breached" }, "ticket-updated"],
    ["no word at all", {}, "ticket-updated"],
    ["configured words", { event: "case.parked" }, "ticket-resolved"],
  ])("%s: %j is %s", (_, event, kind) => {
    const { system, delivery } = connectSender({ events: { "case.parked": "ticket-resolved" } });
    const { hints } = system.webhooks!.parse(delivery("events", { ...created, ...event }));
    expect(hints.map((hint) => hint.kind)).toEqual([kind]);
  });

  it("the route decides where it says what happened", () => {
    const { system, delivery } = connectSender();
    const { hints } = system.webhooks!.parse(delivery("ticket-resolved", { ...created, event: "ticket.created" }));
    expect(hints.map(({ kind }) => kind)).toEqual(["ticket-resolved"]);
  });

  it("a ping is answered and means nothing", () => {
    const { system, delivery } = connectSender();
    expect(system.webhooks!.parse(delivery("events", { topic: "ping" })).hints).toEqual([]);
  });

  it("GW-8: nested fields by dotted paths, lists by their index", async () => {
    const paths = {
      ticket_id: "issue.key",
      subject: "issue.fields.summary",
      body: ["comment.body", "issue.fields.description"],
      customer_id: "issue.watchers.0.id",
    };
    const { send, system } = connectSender({ paths });
    const fields = { summary: "Printer", description: "It is on fire." };
    await send("ticket-created", { id: "evt-1", issue: { key: "HELP-7", fields, watchers: [{ id: "w1" }] } });
    expect(await system.read.getTicket("HELP-7")).toMatchObject({
      subject: "Printer",
      body: "It is on fire.",
      requester: { id: "w1" },
    });
  });

  it("GW-8: a bare list is several events; one wrong entry refuses them all", async () => {
    const { send, system } = connectSender();
    const { hints } = await send("ticket-created", [created, { ...created, ticket_id: "T-2" }]);
    expect(hints.map(({ ticketId }) => ticketId)).toEqual(["T-1", "T-2"]);
    expect((await system.read.getTicket("T-2")).subject).toBe("Hello");
    expect(faultOf("ticket-created", [created, {}])?.fields).toEqual(["ticket_id"]);
    expect(faultOf("ticket-created", [])?.fields).toEqual(["ticket_id"]);
  });

  it.each(["", "null", "7", '"text"', "{", "<xml/>", "ticket_id=7"])(
    "a body that is no JSON object is refused: %s",
    (text) => {
      const { system, delivery } = connectSender();
      const body = new TextEncoder().encode(text);
      expect(() => system.webhooks!.parse({ ...delivery("ticket-created", {}), body })).toThrow(RefusedError);
    },
  );

  it("R03 GW-6: a delivery that comes twice has one id: the sender's, the message's, or that of its content", () => {
    const { system, delivery } = connectSender();
    const idOf = (payload: unknown, headers = {}) =>
      system.webhooks!.parse(delivery("customer-replied", payload, headers)).deliveryId;
    expect(idOf(created, { "webhook-id": "msg_1" })).toBe("id:msg_1");
    expect(idOf({ ...created, message_id: "m-1", tries: 1 })).toBe(idOf({ ...created, message_id: "m-1", tries: 2 }));
    expect(idOf({ ...created, message_id: "m-1" })).not.toBe(idOf({ ...created, message_id: "m-2" }));
    expect(idOf(created)).toBe(idOf(created));
    expect(idOf(created)).not.toBe(idOf({ ...created, updated_at: 1 }));
  });

  it("R11: times with a zone, without one, in seconds and in milliseconds", () => {
    const { system, delivery, context } = connectSender();
    const at = Date.UTC(2026, 9, 31, 22, 30);
    for (const updated_at of ["2026-10-31T23:30:00+01:00", "2026-10-31 22:30:00", at / 1000, at, String(at)]) {
      const { hints } = system.webhooks!.parse(delivery("ticket-created", { ...created, updated_at }));
      expect(hints[0]!.occurredAt, String(updated_at)).toBe(at);
    }
    for (const updated_at of ["2999-12-31T00:00:00Z", "yesterday", null, undefined]) {
      const { hints } = system.webhooks!.parse(delivery("ticket-created", { ...created, updated_at }));
      expect(hints[0]!.occurredAt, String(updated_at)).toBe(context.now);
    }
  });

  it("HTML, said or seen, becomes text", async () => {
    const { send, system } = connectSender();
    await send("ticket-created", { ...created, body: "<p>Hello <b>you</b></p><script>x</script>" });
    await send("ticket-created", { ticket_id: "T-2", body: "a &lt; b", content_type: "text/html; charset=utf-8" });
    expect((await system.read.getTicket("T-1")).body).toBe("Hello you");
    expect((await system.read.getTicket("T-2")).body).toBe("a < b");
  });

  it("any JSON is either understood or refused, never a crash", () => {
    const { system, delivery } = connectSender({ paths: { ticket_id: "a.b.0", tags: "tags" } });
    const odd = fc.record(
      Object.fromEntries(
        ["ticket_id", "subject", "body", "tags", "messages", "custom_fields", "updated_at", "status", "__proto__"].map(
          (key) => [key, fc.jsonValue()],
        ),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(odd, fc.jsonValue()),
        fc.constantFrom("events", "ticket-created", "ticket-resolved"),
        (payload, route) => {
          try {
            const { hints, documents } = system.webhooks!.parse(delivery(route, payload));
            for (const { change } of documents ?? []) JSON.stringify(change(null));
            for (const { ticketId } of hints) expect(ticketId).not.toBe("");
          } catch (error) {
            if (!(error instanceof RefusedError)) throw error;
          }
        },
      ),
    );
  });
});
