import type { Status, Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import { beforeEach, describe, expect, it } from "vitest";
import { createAgentLoad } from "./agent-load.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.UTC(2026, 10, 2, 9);

let now: number;
let tickets: Map<string, Ticket>;
let asked: TicketQuery[];
/** Fails after so many tickets. */
let breaksAfter: number;
beforeEach(() => {
  now = start;
  tickets = new Map();
  asked = [];
  breaksAfter = Number.POSITIVE_INFINITY;
});

function put(id: string, agent: string | null, status: Status = "open", updatedAt = now): void {
  const assignee = agent === null ? null : { id: agent, name: `Agent ${agent}` };
  tickets.set(id, { id, status, assignee, updatedAt, tombstone: null } as Ticket);
}

/** As adapters find tickets: by the last change, the filters applied, up to the limit. */
async function* findTickets(query: TicketQuery): AsyncGenerator<Ticket> {
  asked.push(query);
  const { updatedSince = 0, statuses, limit } = query;
  const found = [...tickets.values()]
    .filter((ticket) => ticket.updatedAt >= updatedSince && (statuses?.includes(ticket.status) ?? true))
    .sort((one, other) => one.updatedAt - other.updatedAt)
    .slice(0, limit);
  for (const [at, ticket] of found.entries()) {
    if (at >= breaksAfter) throw new Error("the limit of calls is used up");
    yield ticket;
  }
}

const create = () => createAgentLoad({ findTickets }, { now: () => now });
const figures = (counts: ReadonlyMap<string, number> | null) => counts && Object.fromEntries(counts);

describe("open tickets per agent", () => {
  it("are those that wait for the agent: neither pending nor solved, deleted or nobody's, nor untouched for 14 days", async () => {
    put("1", "a");
    put("2", "a", "new");
    put("3", "b");
    for (const status of ["pending", "solved", "closed", "other"] as const) put(status, "a", status);
    put("4", null);
    put("5", "a", "open", now - 15 * day);
    tickets.set("6", { ...tickets.get("1")!, id: "6", tombstone: "spam" });
    expect(figures(await create().read())).toEqual({ a: 2, b: 1 });
    expect(asked).toEqual([
      { statuses: ["new", "open"], updatedSince: start - 14 * day, order: "oldest", limit: 2_000 },
    ]);
  });

  it("after the first reading only what changed is read, whatever became of it", async () => {
    const load = create();
    for (let id = 0; id < 50; id += 1) put(String(id), "a", "open", now - day);
    expect(figures(await load.read())).toEqual({ a: 50 });
    now += 10 * minute;
    put("0", "a", "solved");
    put("1", "b");
    put("2", null);
    put("50", "b");
    expect(figures(await load.read())).toEqual({ a: 47, b: 2 });
    expect(asked[1]).toEqual({ updatedSince: start - 5 * minute, order: "oldest", limit: 2_000 });
    now += 10 * minute;
    expect(figures(await load.read())).toEqual({ a: 47, b: 2 });
    expect(asked[2]).toMatchObject({ updatedSince: start + 5 * minute });
  });

  it("a first reading that is interrupted goes on where it was, and misses nothing that was closed meanwhile", async () => {
    const load = create();
    for (let id = 0; id < 10; id += 1) put(String(id), "a", "open", now - (20 - id) * minute);
    breaksAfter = 6;
    await expect(load.read()).rejects.toThrow("used up");
    now += minute;
    put("0", "a", "solved");
    breaksAfter = Number.POSITIVE_INFINITY;
    expect(figures(await load.read())).toEqual({ a: 10 });
    expect(asked[1]).toMatchObject({ updatedSince: start - 15 * minute, statuses: ["new", "open"] });
    expect(figures(await load.read())).toEqual({ a: 9 });
  });

  it("more than 2,000 are read in several calls, and nothing is said before the last", async () => {
    const load = create();
    for (let id = 0; id < 4_500; id += 1) put(String(id), "a", "open", now - (5_000 - id) * 1_000);
    expect([await load.read(), await load.read()]).toEqual([null, null]);
    expect(figures(await load.read())).toEqual({ a: 4_500 });
  });
});
