import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import {
  article,
  changed,
  fields,
  fixture,
  shows,
  startWireDesk,
  ticket,
  updates,
  type WireDesk,
} from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const queues = ["Raw", "Billing", "Management"];
const billing = { id: "Billing", name: "Billing" };
const note = { html: "<p>Routed</p>", text: "Routed\nai-note triage r-1", marker: "ai-note triage r-1" };
const before = { DynamicField: fields() };
const withNote = [ticket().Article as object[], article(24, { Body: note.text })].flat();
type Wanted = Omit<TicketUpdate, "expectedVersion">;

/** Ticket 13 is read, written and read again. */
async function update(wanted: Wanted, exchanges: readonly WireExchange[], params: object = {}) {
  desk = await startWireDesk({ queues, ...params }, shows(before), shows(before), ...exchanges);
  const { version } = await desk.read.getTicket("13");
  return desk.write.updateTicket("13", { ...wanted, expectedVersion: version });
}

const _refusedFields = (result: { refused: readonly { field: string }[] }) => result.refused.map(({ field }) => field);

describe("the combined write", () => {
  test("the classification goes as the reference has it, in one call", async () => {
    const shown = { TicketID: 2, ...before };
    const after = {
      ...shown,
      Queue: "Billing",
      Priority: "4 high",
      DynamicField: fields({
        AICategory: "billing",
        AIUrgency: "high",
        AIConfidence: "0.93",
        AITags: ["ai-urgency:high", "ai-category:billing"],
      }),
    };
    desk = await startWireDesk({ queues }, shows(shown), shows(shown), "triage-update", shows(after));
    const { version } = await desk.read.getTicket("2");
    const result = await desk.write.updateTicket("2", {
      queue: billing,
      priority: "high",
      customFields: { ai_category: "billing", "custom_fields.AIUrgency": "high", AIConfidence: "0.93" },
      addTags: ["ai-category:billing", "ai-urgency:high"],
      expectedVersion: version,
    });
    expect(desk.wire.unexpected).toEqual([]);
    expect(desk.updates()).toHaveLength(1);
    expect(result.refused).toEqual([]);
    expect(result.ticket).toMatchObject({
      queue: billing,
      priority: "high",
      tags: ["ai-urgency:high", "ai-category:billing"],
    });
  });

  test("D01 D02 tags are merged into the whole list, case aside; the last one is taken away with an empty text", async () => {
    const tagged = { DynamicField: fields({ AITags: ["vip", "ai-category:refund"] }) };
    const wanted = { addTags: ["AI-category:billing", "VIP"], removeTags: ["AI-Category:Refund"] };
    desk = await startWireDesk({}, shows(tagged), shows(tagged), updates(13), shows(tagged));
    const { version } = await desk.read.getTicket("13");
    await desk.write.updateTicket("13", { ...wanted, expectedVersion: version });
    await desk.write.updateTicket("13", { removeTags: ["vip", "ai-category:refund"], expectedVersion: version });
    expect(desk.updates()).toEqual([
      { DynamicField: [{ Name: "AITags", Value: ["vip", "AI-category:billing"] }] },
      { DynamicField: [{ Name: "AITags", Value: "" }] },
    ]);
  });

  test("D05 what is so already is not sent, and no body holds null", async () => {
    const result = await update({ queue: { id: "Raw", name: "Raw" }, priority: "normal", removeTags: ["none"] }, []);
    expect(result.refused).toEqual([]);
    expect(desk.updates()).toEqual([]);
  });

  test.each([
    ["an emoji that the server keeps as U+FFFD", "znuny-ticket-get-emoji", { AIConfidence: "0.5 🙂" }],
    ["a day that the server shows with its midnight", "znuny-ticket-get-date", { DueDay: "2026-12-05" }],
  ])("OT-14 %s is written, and not written again", async (_, shown, customFields) => {
    const empty = shows({ DynamicField: fields({ DueDay: null }) }, shown);
    desk = await startWireDesk({}, empty, empty, updates(13), shows({}, shown));
    const { version } = await desk.read.getTicket("13");
    const written = await desk.write.updateTicket("13", { customFields, expectedVersion: version });
    expect(written.refused).toEqual([]);
    const again = await desk.write.updateTicket("13", { customFields, expectedVersion: written.ticket.version });
    expect(again.refused).toEqual([]);
    expect(desk.updates()).toHaveLength(1);
  });

  test("OT-15 neither TicketNumber nor, with the id in the route, TicketID is in the body", async () => {
    await update({ priority: "high", note }, [
      updates(13),
      shows({ ...before, Priority: "4 high", Article: withNote }),
    ]);
    expect(JSON.stringify(desk.updates())).not.toMatch(/TicketNumber|TicketID|null/);
  });

  test("D11 a ticket that changed meanwhile, in the same second or by a new article alone, is left alone", async () => {
    for (const change of [{ Priority: "5 very high" }, { Changed: "2026-11-20 10:20:59" }, { Article: withNote }]) {
      desk = await startWireDesk({ queues }, shows(before), shows({ ...before, ...change }));
      const { version } = await desk.read.getTicket("13");
      const write = desk.write.updateTicket("13", { priority: "low", expectedVersion: version });
      await expect(write).rejects.toMatchObject({ code: "conflict" });
      expect(desk.updates()).toEqual([]);
      await desk.stop();
    }
  });

  test("D44 a merged ticket takes nothing; a closed one does", async () => {
    desk = await startWireDesk({}, shows({}, "ticket-get-merged"));
    const merged = await desk.read.getTicket("14");
    expect(merged.tombstone).toBe("merged");
    const write = desk.write.updateTicket("14", { priority: "high", expectedVersion: merged.version });
    await expect(write).rejects.toMatchObject({ code: "closed-ticket" });
    await desk.stop();
    const closed = { State: "closed successful", StateType: "closed" };
    desk = await startWireDesk({}, shows(closed), shows(closed), updates(13), shows({ ...closed, Priority: "4 high" }));
    const { version, status } = await desk.read.getTicket("13");
    const { refused } = await desk.write.updateTicket("13", { priority: "high", expectedVersion: version });
    expect([status, refused]).toEqual(["solved", []]);
  });
});

describe("OT-13 an update with a note whose answer was lost", () => {
  const lost = { request: updates(13).request, response: { status: 502, bodyText: "bad gateway" } };

  test("is never sent again by itself: its outcome is unknown", async () => {
    const write = update({ priority: "high", note }, [lost]);
    await expect(write).rejects.toMatchObject({ code: "unavailable", outcomeUnknown: true });
    expect(desk.updates()).toHaveLength(1);
  });

  test("is not written twice when it is asked for again", async () => {
    const noted = shows({ ...before, Article: withNote });
    desk = await startWireDesk(
      {},
      noted,
      noted,
      updates(13),
      shows({ ...before, Priority: "4 high", Article: withNote }),
    );
    const { version } = await desk.read.getTicket("13");
    await desk.write.updateTicket("13", { priority: "high", note, expectedVersion: version });
    expect(desk.updates()).toEqual([{ Ticket: { Priority: "4 high" } }]);
  });

  test("values alone may be sent again, for the second one changes nothing", async () => {
    const result = await update({ priority: "high" }, [lost, updates(13), shows({ ...before, Priority: "4 high" })]);
    expect(result.refused).toEqual([]);
    expect(desk.updates()).toHaveLength(2);
  });

  test("written, but not to be seen any more: nobody is told that it may simply be repeated", async () => {
    const gone = changed("ticket-get", {
      request: { query: undefined as never },
      response: fixture("ticket-get-access-denied").response,
    });
    const write = update({ queue: billing }, [updates(13), gone]);
    await expect(write).rejects.toMatchObject({ outcomeUnknown: true });
  });
});
