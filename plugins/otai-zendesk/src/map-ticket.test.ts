import { channels, priorities, statuses } from "@otai/plugin-api/ticket";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapChannel, mapPriority, mapStatus, mapTicket } from "./map-ticket.ts";
import { rawTicket } from "./schema.ts";
import { fixture } from "./testing/wire-account.ts";

const nobody = { groups: [], people: new Map() };

function ticketOf(name: string) {
  return rawTicket.parse((fixture(name).response.body as { ticket: unknown }).ticket);
}

describe("a ticket in OTAI's words", () => {
  test("ZD-6 null priority, submitter -1 and strangers do not disturb", () => {
    const ticket = mapTicket(ticketOf("ticket-read-null-priority"), nobody);
    expect(ticket).toMatchObject({
      id: "9",
      priority: null,
      status: "new",
      channel: "social",
      type: null,
      queue: { id: "24554931", name: "24554931" },
      requester: { id: "1205579362", name: "", email: null },
      assignee: null,
      customFields: { "24656189": null },
      createdAt: Date.UTC(2015, 6, 28, 11, 31, 41),
      version: expect.stringMatching(/^2015-07-28T11:31:41Z \S{8}$/),
      url: "https://example.zendesk.com/agent/tickets/9",
      tombstone: null,
    });
  });

  test("names come from groups and people, custom fields keep their types", () => {
    const people = new Map([["3001", { name: "Mara Example", email: "mara@customer.example" }]]);
    const ticket = mapTicket(ticketOf("ticket-read-drop-down-tags"), {
      groups: [{ id: "11", name: "Support" }],
      people,
    });
    expect(ticket.queue).toEqual({ id: "11", name: "Support" });
    expect(ticket.requester).toEqual({ id: "3001", name: "Mara Example", email: "mara@customer.example" });
    expect(ticket.body).toContain("my card was charged twice");
    expect(ticket.customFields).toEqual({
      "111": "ai_category_shipping",
      "112": null,
      "113": "0.61",
      "114": true,
      "115": 42,
      "116": ["product_lamp", "product_desk"],
    });
  });

  test("closed, merged and deleted tickets are tombstones", () => {
    const base = ticketOf("ticket-read-null-priority");
    expect(mapTicket({ ...base, status: "closed" }, nobody).tombstone).toBe("closed");
    expect(mapTicket({ ...base, status: "closed", tags: ["closed_by_merge"] }, nobody).tombstone).toBe("merged");
    expect(mapTicket({ ...base, status: "deleted" }, nobody).tombstone).toBe("deleted");
  });

  test("hold waits like pending and keeps its own word", () => {
    const ticket = mapTicket({ ...ticketOf("ticket-read-null-priority"), status: "hold" }, nobody);
    expect([ticket.status, ticket.statusLabel]).toEqual(["pending", "hold"]);
  });

  test("the four priorities are the same words in any case", () => {
    expect(["low", "NORMAL", "High", "urgent"].map(mapPriority)).toEqual([...priorities]);
  });

  test("unknown words map to the named fallbacks", () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(statuses).toContain(mapStatus(word));
        expect(channels).toContain(mapChannel(word));
        expect([...priorities, null]).toContain(mapPriority(word));
      }),
    );
    expect(mapStatus("waiting_for_moon")).toBe("other");
  });

  test("a ticket with nothing but identity and times is still a ticket", () => {
    const bare = rawTicket.parse({ id: 1, created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" });
    expect(mapTicket(bare, nobody)).toMatchObject({
      subject: "",
      body: "",
      tags: [],
      status: "other",
      queue: null,
      url: null,
    });
  });
});
