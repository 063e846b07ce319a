import { ClosedTicketError, ConflictError } from "@otai/plugin-api/errors";
import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { triageTicket as before, triage, updateNow } from "./testing/triage-update.ts";
import { answers, fixture, startWireDesk, ticketBody } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const bodies = () => desk.bodies("PUT");
const update = (change: Partial<TicketUpdate>, id = "12") => updateNow(desk, id, change);

describe("one combined write", () => {
  it("golden: keys and values equal the documented body, the tags that were there stay (FD-1, FD-S1, D01)", async () => {
    desk = await startWireDesk(answers("GET", "/tickets/12", before), "triage-put-golden");
    const { ticket, refused } = await update(triage);
    expect(bodies()).toEqual([fixture("triage-put-golden").request.body]);
    expect(refused).toEqual([]);
    expect(ticket).toMatchObject({
      priority: "high",
      type: "Billing",
      queue: { id: "12", name: "Billing" },
      tags: ["vip", "ai-category:billing", "ai-urgency:high"],
    });
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("FD-2: writes no key outside the allow-list, whatever is asked for, and nothing is null (D05, FD-S2)", async () => {
    desk = await startWireDesk(answers("GET", "/tickets/12", before), answers("PUT", "/tickets/12", before));
    const everything = {
      ...triage,
      status: "pending",
      assigneeId: "80001190512",
      subject: "x",
      group_id: null,
      note: { html: "", text: "", marker: "" },
    };
    const { refused } = await update(everything as Partial<TicketUpdate>);
    expect(Object.keys(bodies()[0]!).sort()).toEqual([
      "custom_fields",
      "group_id",
      "priority",
      "responder_id",
      "status",
      "tags",
      "type",
    ]);
    expect(JSON.stringify(bodies()[0])).not.toContain("null");
    expect(refused).toContainEqual({ field: "note", message: expect.any(String) });
  });

  it("sends nothing when everything is so already", async () => {
    desk = await startWireDesk(answers("GET", "/tickets/12", before));
    const result = await update({ priority: "low", type: "question", addTags: ["VIP"], removeTags: ["absent"] });
    expect(bodies()).toEqual([]);
    expect(result.ticket.priority).toBe("low");
  });

  it("D02: tags are a set without case; a removed one goes, the others keep their spelling", async () => {
    const tags = ["VIP", "ai-category:billing", "refund"];
    desk = await startWireDesk(
      answers("GET", "/tickets/12", { ...before, tags }),
      answers("PUT", "/tickets/12", before),
    );
    await update({ addTags: ["vip", "ai-category:shipping"], removeTags: ["AI-Category:Billing"] });
    expect(bodies()[0]).toEqual({ tags: ["VIP", "refund", "ai-category:shipping"] });
  });

  it("D46: a tag that is too long is refused by name, the others are written", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("PUT", "/tickets/12", { ...before, tags: ["vip", "ok"] }),
    );
    const long = `ai-category:${"x".repeat(21)}`;
    const { refused } = await update({ addTags: ["ok", long] });
    expect(bodies()[0]).toEqual({ tags: ["vip", "ok"] });
    expect(refused).toEqual([{ field: "tags", message: expect.stringContaining(long) }]);
  });
});

describe("what the account has no place for (D06, D07, FD-S2)", () => {
  it.each<[string, Partial<TicketUpdate>, string, string]>([
    ["a type", { type: "Api Bug" }, "type", '"Api Bug"'],
    ["a group", { queue: { id: "77", name: "Nowhere" } }, "queue", '"Nowhere"'],
    [
      "a drop-down value",
      { customFields: { cf_ai_category: "weather" } },
      "custom_fields.cf_ai_category",
      '"weather" is not a choice of "AI Category"',
    ],
    ["a field", { customFields: { cf_mood: "good" } }, "custom_fields.cf_mood", '"cf_mood"'],
    ["a status", { status: "new" }, "status", '"new"'],
    ["an agent", { assigneeId: "bo" }, "assignee", '"bo"'],
  ])("%s is refused by name before anything is sent, and the rest is written", async (_, change, field, words) => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("PUT", "/tickets/12", { ...before, priority: 4 }),
    );
    const { ticket, refused } = await update({ ...change, priority: "urgent" });
    expect(bodies()).toEqual([{ priority: 4 }]);
    expect(refused).toEqual([{ field, message: expect.stringContaining(words) }]);
    expect(ticket.priority).toBe("urgent");
  });

  it("D08: fields are found by label or without prefix, values in the account's own spelling", async () => {
    desk = await startWireDesk(answers("GET", "/tickets/12", before), answers("PUT", "/tickets/12", before));
    await update({ type: "feature request", customFields: { "AI Category": "Billing", ai_confidence: 0.9 } });
    expect(bodies()[0]).toEqual({
      type: "Feature Request",
      custom_fields: { cf_ai_category: "billing", cf_ai_confidence: "0.9" },
    });
  });

  it("a choice that was added since is looked up before it is refused", async () => {
    desk = await startWireDesk();
    const fields = fixture("ticket-fields").response.body as Record<string, unknown>[];
    const more = fields.map((field) =>
      field.name === "ticket_type" ? { ...field, choices: ["Question", "Api Bug"] } : field,
    );
    desk.wire.replay(
      answers("GET", "/ticket_fields", more),
      answers("GET", "/tickets/12", before),
      answers("PUT", "/tickets/12", { ...before, type: "Api Bug" }),
    );
    const { refused } = await update({ type: "Api Bug" });
    expect([bodies(), refused]).toEqual([[{ type: "Api Bug" }], []]);
  });
});

describe("when it must not write", () => {
  it("somebody was faster: ConflictError, and no write (D11)", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("GET", "/tickets/12", { ...before, updated_at: "2026-01-01T00:00:00Z" }),
    );
    await expect(update(triage)).rejects.toThrow(ConflictError);
    expect(bodies()).toEqual([]);
  });

  it("somebody was faster within the same second", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("GET", "/tickets/12", { ...before, priority: 4 }),
    );
    await expect(update(triage)).rejects.toThrow(ConflictError);
    expect(bodies()).toEqual([]);
  });

  it("FD-17: 405 means spam or deleted, for good", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/15", ticketBody({ id: 15, priority: 1 })),
      "ticket-put-on-spam",
    );
    await expect(update({ priority: "high" }, "15")).rejects.toThrow(ClosedTicketError);
    expect(bodies()).toHaveLength(1);
  });

  it("D44: a ticket that is known as spam or archived is not even asked", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", { ...before, spam: true }),
      "ticket-read-archived-404",
      "ticket-read-archived",
    );
    await expect(update(triage)).rejects.toThrow(ClosedTicketError);
    await expect(update(triage, "16")).rejects.toThrow("archived");
    expect(bodies()).toEqual([]);
  });
});
