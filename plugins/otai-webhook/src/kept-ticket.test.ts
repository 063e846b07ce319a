import { NotFoundError } from "@otai/plugin-api/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectSender } from "./testing/sender.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 8, minute)).toISOString();
const created = { ticket_id: "T-1", subject: "Refund", body: "Charged twice.", team: "Support", updated_at: at(0) };

async function idsOf(tickets: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of tickets) ids.push(id);
  return ids;
}

describe("the state that payloads add up to", () => {
  it("a ticket that no call has named is not there", async () => {
    const { system } = connectSender();
    await expect(system.read.getTicket("T-1")).rejects.toThrow(NotFoundError);
    await expect(system.read.getConversation!("T-1")).rejects.toThrow(NotFoundError);
  });

  it("a reply is a message, not the ticket's text, and opens it again", async () => {
    const { send, system } = connectSender();
    await send("ticket-created", created);
    await send("ticket-resolved", { ticket_id: "T-1", updated_at: at(1) });
    await send("customer-replied", { ticket_id: "T-1", body: "It came back.", customer_id: "C-1", updated_at: at(2) });
    expect(await system.read.getTicket("T-1")).toMatchObject({
      body: "Charged twice.",
      status: "open",
      solvedAt: null,
    });
    const messages = await system.read.getConversation!("T-1");
    expect(messages.map(({ role, body, authorId }) => [role, body, authorId])).toEqual([
      ["customer", "Charged twice.", null],
      ["customer", "It came back.", "C-1"],
    ]);
  });

  it("a reply that is the first thing heard of a ticket is a reply, and the beginning comes when it is told", async () => {
    const { send, system } = connectSender();
    const reply = { ticket_id: "T-1", body: "It came back.", message_id: "m-7", customer_id: "C-1", updated_at: at(2) };
    await send("customer-replied", reply);
    const bodies = async () => (await system.read.getConversation!("T-1")).map(({ id, body }) => [id, body]);
    expect(await bodies()).toEqual([
      ["description", ""],
      ["m-7", "It came back."],
    ]);
    await send("ticket-created", { ...created, created_at: at(0) });
    expect(await bodies()).toEqual([
      ["description", "Charged twice."],
      ["m-7", "It came back."],
    ]);
  });

  it("messages[] brings the thread with roles and notes, each message once however often it is sent", async () => {
    const { send, system } = connectSender();
    const messages = [
      { id: "m1", role: "customer", body: "Charged twice.", created_at: at(0) },
      { id: "m2", role: "agent", author_id: "A-1", body: "We look into it.", created_at: at(1) },
      { id: "m3", role: "agent", body: "Looks like fraud", private: true, created_at: at(2) },
    ];
    await send("ticket-created", { ...created, messages: messages.slice(0, 1) });
    await send("ticket-resolved", { ticket_id: "T-1", messages, updated_at: at(3) });
    await send("ticket-resolved", { ticket_id: "T-1", messages, updated_at: at(4) });
    const thread = await system.read.getConversation!("T-1");
    expect(thread.map(({ id, role, private: hidden }) => [id, role, hidden])).toEqual([
      ["m1", "customer", false],
      ["m2", "agent", false],
      ["m3", "agent", true],
    ]);
  });

  it("R04: a late payload does not undo a later one", async () => {
    const { send, system } = connectSender();
    await send("ticket-created", created);
    await send("ticket-updated", { ticket_id: "T-1", team: "Billing", priority: "high", updated_at: at(5) });
    await send("ticket-updated", { ticket_id: "T-1", team: "Returns", priority: "low", updated_at: at(3) });
    expect(await system.read.getTicket("T-1")).toMatchObject({ queue: { name: "Billing" }, priority: "high" });
  });

  it("R04: payloads in any order, and any of them twice, end in the same state", async () => {
    const payloads: readonly (readonly [string, object])[] = [
      ["ticket-created", { ...created, tags: ["vip"], custom_fields: { plan: "pro" } }],
      ["ticket-updated", { ticket_id: "T-1", team: "Billing", priority: "high", updated_at: at(1) }],
      ["customer-replied", { ticket_id: "T-1", body: "Any news?", message_id: "m-7", updated_at: at(2) }],
      [
        "ticket-updated",
        { ticket_id: "T-1", tags: ["vip", "fraud"], custom_fields: { plan: "free" }, updated_at: at(3) },
      ],
      ["ticket-resolved", { ticket_id: "T-1", agent_id: "A-1", updated_at: at(4) }],
    ];
    const endState = async (order: readonly number[]) => {
      const { send, system } = connectSender();
      for (const index of order) await send(...(payloads[index] as [string, object]));
      const { version: _, ...ticket } = await system.read.getTicket("T-1");
      return { ticket, messages: await system.read.getConversation!("T-1") };
    };
    const wanted = await endState([0, 1, 2, 3, 4]);
    expect(wanted.ticket).toMatchObject({ status: "solved", queue: { name: "Billing" }, tags: ["vip", "fraud"] });
    const orders = fc
      .tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.array(fc.nat(4), { maxLength: 5 }))
      .map(([all, again]) => [...all, ...again]);
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await endState(order)).toEqual(wanted);
      }),
    );
  });

  it("words of priorities and statuses, also those of urgency, and configured ones", async () => {
    const { send, system } = connectSender({ priorities: { "1": "urgent" }, statuses: { parked: "pending" } });
    const read = async (fields: object) => {
      await send("ticket-created", { ...created, ticket_id: JSON.stringify(fields), ...fields });
      const { priority, status, statusLabel } = await system.read.getTicket(JSON.stringify(fields));
      return [priority, status, statusLabel];
    };
    expect(await read({ priority: "Critical", status: "Resolved" })).toEqual(["urgent", "solved", "Resolved"]);
    expect(await read({ priority: "medium", state: "in progress" })).toEqual(["normal", "open", "in progress"]);
    expect(await read({ priority: 1, state: "parked" })).toEqual(["urgent", "pending", "parked"]);
    expect(await read({ priority: 3, state: "limbo" })).toEqual([null, "other", "limbo"]);
  });

  it("a deleted ticket is a tombstone", async () => {
    const { send, system } = connectSender();
    await send("ticket-created", created);
    await send("ticket-deleted", { ticket_id: "T-1", updated_at: at(1) });
    expect((await system.read.getTicket("T-1")).tombstone).toBe("deleted");
  });

  it("solved tickets are found as history, newest or oldest first, and queues are known once they were named", async () => {
    const { send, system } = connectSender({ queues: ["Support", { id: 9, name: "Returns" }] });
    for (let index = 0; index < 250; index += 1) {
      const team = index % 2 === 0 ? "Billing" : "Support";
      const updated_at = Date.UTC(2026, 9, 1) + index * 60_000;
      await send("ticket-resolved", { ticket_id: `H-${index}`, subject: "S", team, updated_at });
    }
    await send("ticket-created", created);
    const find = (query: object) => idsOf(system.read.findTickets(query));
    expect(await find({ statuses: ["solved"], limit: 2 })).toEqual(["H-249", "H-248"]);
    expect(await find({ statuses: ["solved"], order: "oldest", limit: 2 })).toEqual(["H-0", "H-1"]);
    expect((await find({ statuses: ["solved"] })).length).toBe(250);
    expect((await system.read.findFirstTicket({ statuses: ["new"] }))?.id).toBe("T-1");
    expect(await system.read.listQueues!()).toEqual([
      { id: "Support", name: "Support" },
      { id: "9", name: "Returns" },
      { id: "Billing", name: "Billing" },
    ]);
  });
});
