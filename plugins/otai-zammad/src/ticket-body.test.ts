import { OtaiError } from "@otai/plugin-api/errors";
import { priorities, statuses } from "@otai/plugin-api/ticket";
import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { defaultPriorities, mapPriority } from "./map-priority.ts";
import { defaultStates, mapState } from "./map-state.ts";
import type { TicketWords } from "./map-ticket.ts";
import { mapUpdate } from "./map-update.ts";
import { rawTicket } from "./schema.ts";
import { fixture, ticketBody } from "./testing/wire-desk.ts";
import { assertSendable } from "./ticket-body.ts";

const attribute = (name: string) => ({ object: "Ticket", name, label: name, kind: "text", choices: null }) as const;
const keys = [
  "ai_category",
  "group",
  "group_id",
  "priority_id",
  "tags",
  "article",
  "owner",
  "state_id",
  "title",
  "note",
];

/** Even with attributes of forbidden names in the configuration. */
const words: TicketWords = {
  portalUrl: "https://desk.example",
  groups: [{ id: "2", name: "Billing", active: true }],
  states: defaultStates.map((state) => mapState(state, new Map())),
  priorities: defaultPriorities.map((priority) => mapPriority(priority, new Map())),
  attributes: keys.map(attribute),
};

const update: fc.Arbitrary<TicketUpdate> = fc.record(
  {
    expectedVersion: fc.constant("v"),
    queue: fc.constantFrom({ id: "2", name: "Billing" }, { id: "9", name: "Gone" }),
    priority: fc.constantFrom(...priorities),
    status: fc.constantFrom(...statuses),
    type: fc.string(),
    assigneeId: fc.oneof(fc.nat().map(String), fc.string()),
    customFields: fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
    addTags: fc.array(fc.string()),
  },
  { requiredKeys: ["expectedVersion"] },
);

describe("what is sent to a ticket", () => {
  test("ZM-8, ZM-10: no update whatsoever gives a body with name and id of one attribute, tags, an article or a null", () => {
    fc.assert(
      fc.property(update, (change) => {
        const raw = rawTicket.parse(ticketBody());
        const { body } = mapUpdate(change, raw, words);
        expect(() => assertSendable(body)).not.toThrow();
        expect(Object.values(body)).not.toContain(null);
        for (const key of ["group_id", "priority_id", "state_id", "owner", "tags", "article", "title", "note"]) {
          expect(body).not.toHaveProperty(key);
        }
      }),
    );
  });

  it("ZM-8: a body with name and id for one attribute does not leave", () => {
    const { body } = fixture("ticket-update-id-beats-name").request as { body: Record<string, string> };
    expect(() => assertSendable(body)).toThrow(OtaiError);
    expect(() => assertSendable(body)).toThrow("group and group_id");
  });

  it.each(["tags", "article"])("ZM-10: a body with %s does not leave", (key) => {
    expect(() => assertSendable({ [key]: "x" })).toThrow(key);
  });
});
