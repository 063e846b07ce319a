import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { startWireServer } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, it } from "vitest";
import { startListServer } from "./testing/list-server.ts";
import { answers, connect, fixture, nextPage, startWireDesk, ticketBody } from "./testing/wire-desk.ts";

let desk: WireDesk | undefined;
afterEach(async () => {
  await desk?.stop();
  desk = undefined;
});

async function all(from: Pick<WireDesk, "read">, query: TicketQuery = {}): Promise<Ticket[]> {
  const found: Ticket[] = [];
  for await (const ticket of from.read.findTickets(query)) found.push(ticket);
  return found;
}

const list = { order_by: "updated_at", per_page: 100, include: "description,requester,stats" };
const newest = (page: number) => ({ ...list, updated_since: "2000-01-01T00:00:00Z", order_type: "desc", page });

describe("finding tickets", () => {
  it("FD-6: asks for the text, and for more than the last 30 days", async () => {
    desk = await startWireDesk("tickets-updated-since-feed");
    const found = await all(desk, { order: "oldest", updatedSince: Date.UTC(2026, 0, 1) });
    expect(found.length).toBeGreaterThan(1);
    expect(found[0]).toMatchObject({
      body: "I changed …",
      requester: { name: "Ada Sample", email: "ada@customer.example" },
    });
    expect(desk.wire.unexpected).toEqual([]);
  });

  it("reads newest first, page by page, and names a ticket once although the list moves", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets", [ticketBody({ id: 3 }), ticketBody({ id: 2 })], {
        query: newest(1),
        headers: nextPage,
      }),
      answers("GET", "/tickets", [ticketBody({ id: 2 }), ticketBody({ id: 1 })], { query: newest(2) }),
    );
    expect((await all(desk)).map(({ id }) => id)).toEqual(["3", "2", "1"]);
  });

  it("stops at the limit without asking for more", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets", [ticketBody({ id: 3 }), ticketBody({ id: 2 })], {
        query: newest(1),
        headers: nextPage,
      }),
    );
    expect((await all(desk, { limit: 2 })).map(({ id }) => id)).toEqual(["3", "2"]);
    expect((await desk.read.findFirstTicket({}))?.id).toBe("3");
    expect(await all(desk, { limit: 0 })).toEqual([]);
  });

  it("narrows by every part of the query", async () => {
    const rows = [
      ticketBody({ id: 1, status: 2, tags: ["VIP"], group_id: 12 }),
      ticketBody({ id: 2, status: 4, tags: ["vip"], group_id: 12 }),
      ticketBody({ id: 3, status: 2, tags: [], group_id: 13 }),
    ];
    desk = await startWireDesk(answers("GET", "/tickets", rows));
    const ids = async (query: TicketQuery) => (await all(desk!, query)).map(({ id }) => id);
    expect(await ids({ statuses: ["open"] })).toEqual(["1", "3"]);
    expect(await ids({ tag: "vip" })).toEqual(["1", "2"]);
    expect(await ids({ queueId: "13" })).toEqual(["3"]);
    expect(await ids({ requesterId: "80014400819" })).toEqual(["1", "2", "3"]);
    expect(desk.wire.requests.at(-1)!.query.requester_id).toBe("80014400819");
    expect(await ids({ createdSince: Date.UTC(2022, 0, 1) })).toEqual([]);
    expect(desk.wire.requests.at(-1)!.query.updated_since).toBe("2022-01-01T00:00:00Z");
    expect(await desk.read.findFirstTicket({ statuses: ["pending"] })).toBeNull();
  });
});

describe("FD-7: more tickets than Freshdesk shows", () => {
  it("reads 30,250 tickets oldest first, several per second, each once", async () => {
    const server = await startListServer(30_250);
    const context = createTestContext();
    const ids = (await all(connect(server.url, context), { order: "oldest" })).map(({ id }) => id);
    context.stop();
    await server.close();
    expect(server.refused).toBe(0);
    expect(ids).toHaveLength(30_250);
    expect(new Set(ids).size).toBe(30_250);
  });

  it("reads the newest 30,000 and says that there are more, instead of running into the 301st page", async () => {
    const server = await startListServer(30_250);
    const context = createTestContext();
    const ids = (await all(connect(server.url, context))).map(({ id }) => id);
    context.stop();
    await server.close();
    expect(server.refused).toBe(0);
    expect(ids).toHaveLength(30_000);
    expect(context.lines.some(({ message }) => message.includes("30,000"))).toBe(true);
  });

  it("the recorded refusal of page 301 is what those servers answer", async () => {
    const server = await startListServer(1);
    const wire = await startWireServer(fixture("tickets-beyond-page-300"));
    const { path, query } = fixture("tickets-beyond-page-300").request;
    const question = `${path}?${new URLSearchParams(query as Record<string, string>)}`;
    const headers = { authorization: "Basic c2FuZGJveDpY" };
    const [ours, recorded] = await Promise.all(
      [server.url, wire.url].map((url) => fetch(`${url}${question}`, { headers })),
    );
    expect([ours!.status, await ours!.json()]).toEqual([recorded!.status, await recorded!.json()]);
    await server.close();
    await wire.close();
  });
});
