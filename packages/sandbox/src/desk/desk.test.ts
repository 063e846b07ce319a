import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Desk } from "./desk.ts";
import { layOutDesk } from "./desk-layout.ts";
import type { DeskEvent, DeskPriority, DeskStatus } from "./desk-model.ts";
import type { DeskMutation } from "./desk-mutation.ts";

const QUEUES = ["Billing", "Sales"];

function newDesk(now: () => number = () => 1_000) {
  const journal: DeskMutation[] = [];
  const events: DeskEvent[] = [];
  const desk = new Desk({ layout: layOutDesk(QUEUES, 0), now, journal: (mutation) => journal.push(mutation) });
  desk.onEvent((event) => events.push(event));
  return { desk, journal, events };
}

function newTicket(desk: Desk) {
  const requester = desk.ensureCustomer("ada@customer.example", "Ada");
  return desk.createTicket(requester.id, {
    subject: "Hello",
    requesterId: requester.id,
    channel: "email",
    body: "Help me",
    html: null,
  });
}

describe("desk", () => {
  it("a message that nobody wrote is no reply of the customer", () => {
    const { desk, events } = newDesk();
    const ticket = newTicket(desk);
    const message = { authorId: -1, public: false, text: "Escalated", html: null, channel: "api" } as const;
    desk.changeTicket(desk.bot.id, ticket.id, {}, message);
    expect(events.slice(1).map((event) => event.kind)).toEqual(["ticket-updated"]);
    expect(ticket.moments.requesterRespondedAt).toBeNull();
  });

  it("records who changed what from what to what", () => {
    const { desk } = newDesk();
    const ticket = newTicket(desk);
    const group = desk.groupNamed("Billing")!;
    desk.changeTicket(desk.bot.id, ticket.id, { groupId: group.id, tags: ["a"], customFields: { ai_urgency: "low" } });
    expect(ticket.history.slice(1)).toEqual([
      { at: 1_000, actor: { role: "bot", id: desk.bot.id }, field: "groupId", from: null, to: group.id },
      { at: 1_000, actor: { role: "bot", id: desk.bot.id }, field: "tags", from: [], to: ["a"] },
      { at: 1_000, actor: { role: "bot", id: desk.bot.id }, field: "custom_fields.ai_urgency", from: null, to: "low" },
    ]);
  });

  it("treats a write of what is already there as no change: no history, no new updatedAt, no event", () => {
    let now = 1_000;
    const { desk, journal, events } = newDesk(() => now);
    const ticket = newTicket(desk);
    desk.changeTicket(desk.bot.id, ticket.id, { priority: "high", tags: ["a"] });
    const before = [ticket.history.length, journal.length, events.length];
    now = 2_000;
    desk.changeTicket(desk.bot.id, ticket.id, { priority: "high", tags: ["a"] });
    expect(ticket.updatedAt).toBe(1_000);
    expect([ticket.history.length, journal.length, events.length]).toEqual(before);
  });

  it("never lets updatedAt go backwards, even when the clock does", () => {
    let now = 5_000;
    const { desk } = newDesk(() => now);
    const ticket = newTicket(desk);
    now = 1_000;
    desk.changeTicket(desk.bot.id, ticket.id, { priority: "high" });
    expect(ticket.updatedAt).toBe(5_000);
  });

  it("refuses a change of what does not exist before it is journaled", () => {
    const { desk, journal } = newDesk();
    expect(() => desk.changeTicket(null, 77, { priority: "low" })).toThrow("no ticket 77");
    expect(() => desk.changeUser(null, 77, { name: "x" })).toThrow("no user 77");
    expect(journal).toEqual([]);
  });

  it("tells of creation, the customer's reply, updates and the solution", () => {
    const { desk, events } = newDesk();
    const ticket = newTicket(desk);
    const note = { authorId: desk.bot.id, public: false, text: "n", html: null, channel: "api" } as const;
    desk.changeTicket(desk.bot.id, ticket.id, { status: "solved" }, note);
    desk.customerReplies(ticket.id, "Still broken");
    expect(events.map((event) => event.kind)).toEqual([
      "ticket-created",
      "ticket-updated",
      "ticket-resolved",
      "customer-replied",
      "ticket-updated",
    ]);
    expect(events[1]!.changes.map((change) => change.field)).toEqual(["status", "note"]);
    expect(events[4]!.changes.map((change) => [change.field, change.to])).toEqual([["status", "open"]]);
    expect(ticket.moments.solvedAt).toBeNull();
    expect(ticket.moments.reopenedAt).toBe(1_000);
  });

  it("is the same desk after its journal was replayed", () => {
    const change = fc.record({
      ticket: fc.nat(4),
      fields: fc.record(
        {
          status: fc.constantFrom<DeskStatus>("open", "pending", "solved", "closed"),
          priority: fc.constantFrom<DeskPriority>("low", "high"),
          tags: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
          spam: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      reply: fc.option(fc.string(), { nil: undefined }),
      wait: fc.nat(5_000),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let now = 1_000;
        const { desk, journal } = newDesk(() => now);
        for (let index = 0; index < 5; index++) newTicket(desk);
        for (const { ticket, fields, reply, wait } of changes) {
          now += wait;
          desk.changeTicket(desk.bot.id, ticket + 1, fields);
          if (reply !== undefined) desk.customerReplies(ticket + 1, reply);
        }
        const copy = new Desk({ layout: layOutDesk(QUEUES, 0), now: () => now });
        for (const mutation of JSON.parse(JSON.stringify(journal)) as DeskMutation[]) copy.replay(mutation);
        expect(copy.ticketsById()).toEqual(desk.ticketsById());
        expect(copy.ticketsByUpdate()).toEqual(desk.ticketsByUpdate());
        expect(copy.customers()).toEqual(desk.customers());
        const order = desk.ticketsByUpdate().map((ticket) => ticket.updatedAt);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe("desk layout", () => {
  it("offers every starter category and every queue, as slug and as Title Case type", () => {
    const layout = layOutDesk(["Account Access", "Garden Devices"], 0);
    const categories = layout.ticketFields.find((field) => field.key === "ai_category")!.choices;
    expect(categories).toEqual(expect.arrayContaining(["billing", "how_to", "unclassified", "garden_devices"]));
    expect(layout.types).toEqual(expect.arrayContaining(["Billing", "How To", "Account Access", "Garden Devices"]));
    expect(layout.types).not.toContain("Unclassified");
    expect(new Set(layout.types).size).toBe(layout.types.length);
  });
});
