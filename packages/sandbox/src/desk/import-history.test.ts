import { describe, expect, it } from "vitest";
import type { SimulatedTicket } from "../corpus/simulated-ticket.ts";
import { Desk } from "./desk.ts";
import { layOutDesk } from "./desk-layout.ts";
import { importHistory } from "./import-history.ts";
import { testWorld } from "./test-world.ts";

const NOW = Date.UTC(2026, 10, 20);
const HOUR = 3_600_000;

function imported(history: SimulatedTicket[]): Desk {
  const desk = new Desk({ layout: layOutDesk(testWorld.queues, 0), now: () => NOW });
  importHistory(desk, history, NOW);
  return desk;
}

const [first, second, third] = testWorld.history(1, 5, NOW) as [SimulatedTicket, SimulatedTicket, SimulatedTicket];

describe("import of a generated history", () => {
  it("numbers tickets in order of creation, whatever the order of the list", () => {
    const desk = imported([third, first, second]);
    expect(desk.ticketsById().map((ticket) => [ticket.id, ticket.subject])).toEqual([
      [1, first.subject],
      [2, second.subject],
      [3, third.subject],
    ]);
  });

  it("leaves a solved ticket as the agents left it, with its whole way in the history", () => {
    const moved = { ...first, queueHistory: ["Sales", "Billing"], priority: "urgent" as const, tags: ["late"] };
    const ticket = imported([moved]).ticket(1)!;
    expect(ticket).toMatchObject({ status: "solved", priority: "urgent", type: "Question", tags: ["late"] });
    expect(ticket.moments.solvedAt).toBe(first.solvedAt);
    const queues = ticket.history.filter((entry) => entry.field === "groupId");
    expect(queues.map((entry) => [entry.actor.role, entry.from === null, entry.to])).toEqual([
      ["agent", true, 80_000_374_703],
      ["agent", false, 80_000_374_701],
    ]);
    expect(ticket.messages.map((message) => message.public)).toEqual([true, true, false, true]);
    const instants = ticket.history.map((entry) => entry.at);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(instants.at(-1)).toBeLessThanOrEqual(NOW);
  });

  it("closes a merged ticket and names the other one", () => {
    const ticket = imported([first, { ...second, mergedInto: 0 }]).ticket(2)!;
    expect([ticket.status, ticket.mergedInto]).toEqual(["closed", 1]);
    expect(ticket.messages.at(-1)!.text).toContain("merged into ticket 1");
  });

  it("keeps an open ticket that nobody has seen new, unsorted and without priority", () => {
    const fresh = { ...first, solvedAt: null, queueHistory: [], messages: [], tags: [], createdAt: NOW - HOUR };
    expect(imported([fresh]).ticket(1)!).toMatchObject({ status: "new", groupId: null, agentId: null, priority: null });
  });

  it("knows one person by one address", () => {
    const desk = imported(testWorld.history(1, 40, NOW));
    expect(desk.customers()).toHaveLength(7);
    expect(desk.customers()[0]!.vip).toBe(true);
  });
});
