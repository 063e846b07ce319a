import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import {
  article,
  changed,
  fields,
  fixture,
  refuses,
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

const refusedFields = (result: { refused: readonly { field: string }[] }) => result.refused.map(({ field }) => field);

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

describe("what the installation does not take", () => {
  test("OT-9 a queue and a field that nobody knows are not sent, the rest is", async () => {
    const look = changed("search-changed-since", { request: { query: undefined as never }, response: { body: {} } });
    const wanted = {
      queue: { id: "Nowhere", name: "Nowhere" },
      customFields: { AIMood: "fine" },
      priority: "high",
    } as const;
    const result = await update(wanted, [look, updates(13), shows({ ...before, Priority: "4 high" })]);
    expect(refusedFields(result)).toEqual(["queue", "custom_fields.AIMood"]);
    expect(result.refused[0]?.message).toContain("params.queues");
    expect(desk.updates()).toEqual([{ Ticket: { Priority: "4 high" } }]);
  });

  test("OT-20 a pending state without a time is refused before the call, with one it carries the minutes", async () => {
    const refused = await update({ status: "pending", priority: "high" }, [
      updates(13),
      shows({ ...before, Priority: "4 high" }),
    ]);
    expect(refusedFields(refused)).toEqual(["status"]);
    expect(desk.updates()).toEqual([{ Ticket: { Priority: "4 high" } }]);
    await desk.stop();
    const waiting = shows({ ...before, State: "pending reminder", StateType: "pending reminder" });
    const taken = await update({ status: "pending" }, [updates(13), waiting], { pending_minutes: 60 });
    expect(taken.ticket.status).toBe("pending");
    expect(desk.updates()).toEqual([{ Ticket: { State: "pending reminder", PendingTime: { Diff: 60 } } }]);
  });

  test("D09 a field that is refused is dropped and the rest sent once more", async () => {
    const { Error: said } = fixture("update-priority-invalid").response.body as { Error: Record<string, string> };
    const exchanges = [
      refuses(13, said.ErrorCode!, said.ErrorMessage!),
      shows(before),
      updates(13),
      shows({ ...before, Queue: "Billing" }),
    ];
    const result = await update({ queue: billing, priority: "high" }, exchanges);
    expect(refusedFields(result)).toEqual(["priority"]);
    expect(desk.updates()).toEqual([
      { Ticket: { Queue: "Billing", Priority: "4 high" } },
      { Ticket: { Queue: "Billing" } },
    ]);
  });

  test("D07 of several dynamic fields the refused one, which the server does not name, is found", async () => {
    const { Error: said } = fixture("update-field-bad-value").response.body as { Error: Record<string, string> };
    const refuse = refuses(13, said.ErrorCode!, said.ErrorMessage!);
    const high = { ...before, Priority: "4 high" };
    const exchanges = [
      refuse,
      shows(before),
      updates(13),
      shows(high),
      refuse,
      shows(high),
      updates(13),
      shows({ ...high, DynamicField: fields({ AIUrgency: "high" }) }),
    ];
    const wanted = { priority: "high", customFields: { AICategory: "nowhere", AIUrgency: "high" } } as const;
    const result = await update(wanted, exchanges);
    expect(refusedFields(result)).toEqual(["custom_fields.AICategory"]);
    expect(result.ticket.customFields.AIUrgency).toBe("high");
    expect(desk.updates()).toHaveLength(4);
  });

  test("a value that is none of the configured choices is not sent", async () => {
    const params = { fields: { AICategory: { kind: "choice", choices: ["Billing"] } } };
    const after = shows({ ...before, DynamicField: fields({ AICategory: "Billing" }) });
    const right = await update({ customFields: { AICategory: "billing" } }, [updates(13), after], params);
    expect(right.refused).toEqual([]);
    expect(desk.updates()).toEqual([{ DynamicField: [{ Name: "AICategory", Value: "Billing" }] }]);
    await desk.stop();
    const wrong = await update({ customFields: { AICategory: "bug" } }, [], params);
    expect(wrong.refused[0]?.message).toContain("params.fields.AICategory.choices");
    expect(desk.updates()).toEqual([]);
  });

  test("OT-14 a 200 after which the queue is unchanged is not applied", async () => {
    const { response } = fixture("update-queue-not-applied");
    const result = await update({ queue: billing, priority: "high" }, [
      updates(13, response),
      shows({ ...before, Priority: "4 high" }),
    ]);
    expect(result.refused).toEqual([{ field: "queue", message: expect.stringContaining("was not applied") }]);
  });

  test("OT-12 a move into a forbidden queue fails half-way: what is written is seen, what is not is sent without it", async () => {
    const { response } = fixture("update-forbidden-target-queue");
    const done = { ...before, Priority: "4 high", Article: withNote };
    const exchanges = [updates(13, response), shows(before), updates(13), shows(done)];
    const result = await update({ queue: { id: "Management", name: "Management" }, priority: "high", note }, exchanges);
    expect(result.refused).toEqual([{ field: "queue", message: expect.stringContaining("could not be updated") }]);
    expect(desk.updates()).toEqual([
      { Ticket: { Queue: "Management", Priority: "4 high" }, Article: expect.anything() },
      { Ticket: { Priority: "4 high" }, Article: expect.anything() },
    ]);
  });

  test("OT-12 a failure that names nothing of ours says what was written all the same", async () => {
    const fault = { status: 500, bodyText: '{"faultstring":"Ticket lock could not be updated","faultcode":"Server"}' };
    const { response } = updates(13, { body: undefined, ...fault });
    const exchange = { request: updates(13).request, response: { status: response.status, bodyText: fault.bodyText } };
    const write = update({ queue: billing, priority: "high" }, [exchange, shows({ ...before, Queue: "Billing" })]);
    await expect(write).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("Written all the same: queue."),
    });
    expect(desk.updates()).toHaveLength(1);
  });

  test("OT-19 whole tickets and a foreign ArticleID in the answer are not taken for our note", async () => {
    const { response } = fixture("update-ticket-data-included");
    const result = await update({ priority: "high", note }, [
      updates(13, response),
      shows({ ...before, Priority: "4 high" }),
    ]);
    expect(result.refused).toEqual([{ field: "note", message: expect.stringContaining("was not applied") }]);
    expect(result.ticket.priority).toBe("high");
  });
});

describe("OT-13 an update with a note whose answer was lost", () => {
  const lost = { request: updates(13).request, response: { status: 502, bodyText: "bad gateway" } };

  test("is looked for in the thread, and is done when the marker stands there", async () => {
    const result = await update({ priority: "high", note }, [
      lost,
      shows({ ...before, Priority: "4 high", Article: withNote }),
    ]);
    expect(result.refused).toEqual([]);
    expect(desk.updates()).toHaveLength(1);
  });

  test("is never sent again by itself, when nothing is to be seen: it may still come", async () => {
    const write = update({ priority: "high", note }, [lost, shows(before)]);
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
