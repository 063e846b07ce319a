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

  test("OT-12 refused once more, it says what was written all the same", async () => {
    const { Error: said } = fixture("update-priority-invalid").response.body as { Error: Record<string, string> };
    const queueWritten = { ...before, Queue: "Billing" };
    const write = update({ queue: billing, priority: "high", type: "Bug", customFields: { AIUrgency: "high" } }, [
      refuses(13, said.ErrorCode!, said.ErrorMessage!),
      shows(queueWritten),
      refuses(
        13,
        "TicketUpdate.InvalidParameter",
        "TicketUpdate: Ticket->TypeID or Ticket->Type parameter is invalid!",
      ),
      shows(queueWritten),
    ]);
    await expect(write).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("Written all the same: queue."),
    });
    expect(desk.updates()).toHaveLength(2);
  });

  test("OT-12 a failure that names nothing is none of the ticket's, and what it left behind is unknown", async () => {
    const bodyText = '{"faultstring":"Ticket could not be updated","faultcode":"Server"}';
    const failed = { request: updates(13).request, response: { status: 500, bodyText } };
    const write = update({ queue: billing, priority: "high", note }, [failed]);
    await expect(write).rejects.toMatchObject({ code: "unavailable", outcomeUnknown: true });
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
