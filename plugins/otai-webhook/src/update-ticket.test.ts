import { ClosedTicketError, ConflictError, NotFoundError } from "@otai/plugin-api/errors";
import type { Note } from "@otai/plugin-api/message";
import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import { beforeEach, describe, expect, it } from "vitest";
import type { QueuedResult } from "./queue-results.ts";
import { connectSender, type Sender } from "./testing/sender.ts";

const callback = {
  callback_url: "https://desk.yourcompany.example/results",
  callback_secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
};
const note = (purpose: string): Note => ({
  html: "<p>Words</p>",
  text: `Words\nai-note ${purpose} r-1`,
  marker: `ai-note ${purpose} r-1`,
});

let sender: Sender;
beforeEach(async () => {
  sender = connectSender(callback);
  await sender.send("ticket-created", {
    ticket_id: "T-1",
    subject: "Refund",
    body: "Charged twice.",
    customer_id: "C-1",
    tags: ["VIP", "ai-category:other"],
  });
});

const version = async () => (await sender.system.read.getTicket("T-1")).version;
const update = async (change: Omit<TicketUpdate, "expectedVersion">) =>
  sender.system.write.updateTicket("T-1", { ...change, expectedVersion: await version() });
/** Type and data of what waits to be told, by type. */
const queued = async () => {
  const entries = await sender.documents.list("outbox/", { limit: 50 });
  const results = entries.map(({ value }) => value as QueuedResult);
  return results.map(({ type, data }) => [type, data]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
};

describe("writing a result", () => {
  it("one combined write is kept and told: classification and routing, in our names of the services' fields", async () => {
    const { ticket, refused } = await update({
      queue: { id: "12", name: "Billing" },
      priority: "high",
      type: "Billing",
      customFields: { ai_category: "billing", ai_urgency: "high", ai_confidence: "0.93", plan: "pro" },
      addTags: ["ai-category:billing"],
      removeTags: ["ai-category:other"],
    });
    expect(refused).toEqual([]);
    expect(ticket).toMatchObject({
      queue: { id: "12", name: "Billing" },
      priority: "high",
      type: "Billing",
      tags: ["VIP", "ai-category:billing"],
      customFields: { ai_category: "billing", plan: "pro" },
    });
    expect(await sender.system.read.getTicket("T-1")).toEqual(ticket);
    expect(await queued()).toEqual([
      [
        "ticket.classified",
        {
          ticket_id: "T-1",
          type: "Billing",
          category: "billing",
          urgency: "high",
          confidence: 0.93,
          custom_fields: { plan: "pro" },
          tags_add: ["ai-category:billing"],
          tags_remove: ["ai-category:other"],
        },
      ],
      ["ticket.routed", { ticket_id: "T-1", team: "Billing", group_id: "12", priority: "high" }],
    ]);
  });

  it("only what is written is told, and a queue that has only a name has no id", async () => {
    await update({ queue: { id: "Billing", name: "Billing" } });
    expect(await queued()).toEqual([["ticket.routed", { ticket_id: "T-1", team: "Billing", group_id: null }]]);
  });

  it.each([
    ["draft", "ticket.drafted"],
    ["qa", "conversation.evaluated"],
    ["triage", "ticket.classified"],
    ["something-new", "ticket.drafted"],
  ])(
    "a note for %s is told as %s, and stands in the conversation, private, under its marker",
    async (purpose, type) => {
      await sender.system.write.addNote!("T-1", note(purpose));
      const data = {
        ticket_id: "T-1",
        note_html: "<p>Words</p>",
        note_text: note(purpose).text,
        marker: note(purpose).marker,
      };
      expect(await queued()).toEqual([[type, data]]);
      const own = (await sender.system.read.getConversation!("T-1")).at(-1);
      expect(own).toMatchObject({ private: true, automated: true, body: note(purpose).text });
    },
  );

  it("a note in the same call goes with the classification", async () => {
    await update({ addTags: ["ai-category:billing"], note: note("triage") });
    const [[type, data]] = (await queued()) as [[string, object]];
    expect(type).toBe("ticket.classified");
    expect(data).toMatchObject({ tags_add: ["ai-category:billing"], note_html: "<p>Words</p>" });
  });

  it("what the services answered goes along with the result that it belongs to, and what is written stands above it", async () => {
    const answers = {
      "ticket.classified": { ticket_id: "T-1", category: "unclassified", alternatives: { category: [] } },
      "ticket.routed": { ticket_id: "T-1", team: "Sales", reason: "it is about a bill" },
    };
    await update({ queue: { id: "12", name: "Billing" }, answers });
    const data = { ticket_id: "T-1", team: "Billing", group_id: "12", reason: "it is about a bill" };
    expect(await queued()).toEqual([["ticket.routed", data]]);
  });

  it("a draft's whole answer goes along with its note", async () => {
    const answers = { "ticket.drafted": { draft_id: "d-1", draft: "Hello", confidence: 0.8 } };
    await sender.system.write.addNote!("T-1", note("draft"), answers);
    expect(await queued()).toMatchObject([["ticket.drafted", { draft_id: "d-1", draft: "Hello", ticket_id: "T-1" }]]);
  });

  it("the tag of a risk raises an alert", async () => {
    await update({ addTags: ["escalation-risk:high"] });
    expect((await queued()).map(([type]) => type)).toEqual(["alert.raised"]);
  });

  it("what is known of a customer is told with the ticket that was heard of last", async () => {
    await sender.system.write.updateRequester!("C-1", { sentiment_score: "negative", escalation_risk: "0.72" });
    const data = { ticket_id: "T-1", customer_id: "C-1", label: "negative", escalation_risk: 0.72 };
    expect(await queued()).toEqual([["customer.sentiment", data]]);
    await expect(sender.system.write.updateRequester!("C-2", {})).rejects.toThrow(NotFoundError);
  });

  it("an abstention is told once, however often it is come to, and again when it is another one", async () => {
    const told = [{ field: "queue", reason: "not sure enough", confidence: 0.4 }];
    for (let time = 0; time < 3; time += 1) await sender.system.write.reportAbstentions!("T-1", told);
    expect(await queued()).toEqual([["decision.abstained", { ticket_id: "T-1", abstained: told }]]);
    await sender.system.write.reportAbstentions!("T-1", [{ ...told[0]!, confidence: 0.5 }]);
    expect(await queued()).toHaveLength(2);
  });

  it("F08 U03: a payload that came since the ticket was read stops the write, and nothing is told", async () => {
    const read = await version();
    await sender.send("ticket-updated", { ticket_id: "T-1", team: "Returns", updated_at: sender.context.now });
    const late = sender.system.write.updateTicket("T-1", { priority: "high", expectedVersion: read });
    await expect(late).rejects.toThrow(ConflictError);
    expect(await queued()).toEqual([]);
  });

  it("an abstention alone does not make a read ticket old", async () => {
    const read = await version();
    await sender.system.write.reportAbstentions!("T-1", [{ field: "queue", reason: "no", confidence: null }]);
    await sender.system.write.updateTicket("T-1", { priority: "high", expectedVersion: read });
    expect((await sender.system.read.getTicket("T-1")).priority).toBe("high");
  });

  it("an older payload that comes later does not undo our write, a newer one does", async () => {
    await update({ queue: { id: "Billing", name: "Billing" } });
    const before = sender.context.now - 60_000;
    await sender.send("ticket-updated", { ticket_id: "T-1", team: "Support", updated_at: before });
    expect((await sender.system.read.getTicket("T-1")).queue?.name).toBe("Billing");
    sender.context.now += 60_000;
    await sender.send("ticket-updated", { ticket_id: "T-1", team: "Returns" });
    expect((await sender.system.read.getTicket("T-1")).queue?.name).toBe("Returns");
  });

  it("a deleted or closed ticket takes nothing any more, an unknown one never did", async () => {
    await sender.send("ticket-updated", { ticket_id: "T-1", status: "closed" });
    await expect(update({ priority: "high" })).rejects.toThrow(ClosedTicketError);
    await expect(sender.system.write.updateTicket("T-2", { priority: "high", expectedVersion: "1" })).rejects.toThrow(
      NotFoundError,
    );
    expect(await queued()).toEqual([]);
  });

  it("without a callback the state is kept and nothing is queued", async () => {
    sender = connectSender();
    await sender.send("ticket-created", { ticket_id: "T-1", subject: "Refund" });
    expect((await update({ priority: "high" })).ticket.priority).toBe("high");
    expect(await queued()).toEqual([]);
    expect(sender.system.outbox).toBeUndefined();
  });
});
