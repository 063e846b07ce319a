import { setTimeout as sleep } from "node:timers/promises";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Agent } from "@otai/plugin-api/agent";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketReader } from "@otai/plugin-api/ticket-system";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { testWorld } from "@otai/sandbox/desk/test-world";
import { createSandbox } from "@otai/sandbox/sandbox";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { guardTicketSystem } from "../plugins/guard-ticket-system.ts";
import { resolveTicketSystem } from "../plugins/resolve-plugin.ts";
import { createAgentDirectory } from "./agent-directory.ts";

const minute = 60_000;
const ada: Agent = { id: "a", name: "Ada Example", active: true, queues: ["1"] };
const bot: Agent = { id: "bot", name: "OTAI", active: true, queues: ["1"] };

let now: number;
let warned: string[];
beforeEach(() => {
  now = Date.UTC(2026, 10, 2, 9);
  warned = [];
});

function open(patienceMs = 5_000) {
  const log = { debug() {}, info() {}, error() {}, warn: (facts: object) => void warned.push(JSON.stringify(facts)) };
  return createAgentDirectory({ clock: { now: () => now }, log, patienceMs });
}

/** A ticket system that lists what `agents` gives, with one open ticket of Ada. */
function connect(agents: (() => Promise<readonly Agent[] | null>) | undefined, uid = "cn-1"): ConnectedSystem {
  const ticket = { id: "1", status: "open", assignee: ada, updatedAt: now, tombstone: null } as unknown as Ticket;
  const read: Partial<TicketReader> = {
    async *findTickets() {
      yield ticket;
    },
    ...(agents && { listAgents: agents }),
  };
  return { uid, name: "desk", botUserId: "bot", system: { read } } as ConnectedSystem;
}

/** Counts calls; each answers what `answer` gives at the time. */
function counted(answer: () => Promise<readonly Agent[] | null>) {
  const list = Object.assign(
    () => {
      list.calls += 1;
      return answer();
    },
    { calls: 0 },
  );
  return list;
}

const settled = () => sleep(5);

describe("the agents of a connection", () => {
  it("come with their open tickets, and without our own user", async () => {
    const roster = await open().roster(connect(async () => [ada, bot]));
    expect(roster).toEqual({ agents: [ada], openTickets: new Map([["a", 1]]) });
  });

  it("are read once for everybody who asks within five minutes, each connection on its own", async () => {
    const directory = open();
    const list = counted(async () => [ada]);
    await Promise.all([directory.roster(connect(list)), directory.roster(connect(list))]);
    now += 4 * minute;
    await directory.roster(connect(list));
    expect(list.calls).toBe(1);
    await directory.roster(connect(list, "cn-2"));
    expect(list.calls).toBe(2);
  });

  it("are served as they were while they are read again, for a quarter of an hour at most", async () => {
    const directory = open();
    let agents = [ada];
    const connected = connect(async () => agents);
    await directory.roster(connected);
    agents = [{ ...ada, active: false }];
    now += 10 * minute;
    expect(await directory.roster(connected)).toMatchObject({ agents: [{ active: true }] });
    await settled();
    expect(await directory.roster(connected)).toMatchObject({ agents: [{ active: false }] });
    agents = [ada];
    now += 20 * minute;
    expect(await directory.roster(connected)).toMatchObject({ agents: [{ active: true }] });
  });

  it("a request waits for the first reading no longer than its patience, and the reading goes on", async () => {
    const directory = open(5);
    const slow = Promise.withResolvers<readonly Agent[]>();
    const connected = connect(() => slow.promise);
    expect(await directory.roster(connected)).toEqual({
      unknown: "the agents and their open tickets are still being read",
    });
    slow.resolve([ada]);
    await settled();
    expect(await directory.roster(connected)).toMatchObject({ agents: [ada] });
  });

  it("a directory that fails is a reason, a warning and another try a minute later, never an error", async () => {
    const directory = open();
    const list = counted(() => Promise.reject(new Error("503 from the ticket system")));
    const connected = connect(list);
    expect(await directory.roster(connected)).toHaveProperty("unknown");
    await directory.roster(connected);
    expect([list.calls, warned.length]).toEqual([1, 1]);
    expect(warned[0]).toContain("503 from the ticket system");
    now += minute;
    await directory.roster(connected);
    expect(list.calls).toBe(2);
  });

  it("one that began to fail is believed for a quarter of an hour, and not longer", async () => {
    const directory = open();
    let fails = false;
    const connected = connect(() => (fails ? Promise.reject(new Error("down")) : Promise.resolve([ada])));
    await directory.roster(connected);
    fails = true;
    now += 14 * minute;
    expect(await directory.roster(connected)).toMatchObject({ agents: [ada] });
    await settled();
    now += 2 * minute;
    expect(await directory.roster(connected)).toEqual({
      unknown: "the agents and their open tickets could not be read lately",
    });
  });

  it("missing rights, and a system that has no list, are reasons of their own", async () => {
    expect(await open().roster(connect(async () => null))).toEqual({
      unknown: "the credentials of the ticket system may not list its agents",
    });
    expect(await open().roster(connect(undefined))).toEqual({
      unknown: "the ticket system does not list its agents",
    });
  });
});

it("over an adapter and its helpdesk: groups and open tickets are those of the desk", async () => {
  const context = createTestContext(now);
  const sandbox = await createSandbox({
    ...{ port: 0, seed: 1, tickets: 12, dialects: ["freshdesk"], ratePlan: "unlimited", timeScale: 1 },
    ...{ world: testWorld, now: () => now },
  });
  onTestFinished(async () => {
    context.stop();
    await sandbox.close();
  });
  const { definition } = await resolveTicketSystem("otai_freshdesk:FreshdeskTicketsystemService", import.meta.dirname);
  const params = definition.params.parse({ base_url: `${sandbox.url}/freshdesk`, api_key: "sandbox" });
  const system = guardTicketSystem(definition.create(params, context), { connection: "desk" });
  const act = async (id: number, change: object) => {
    await fetch(`${sandbox.url}/_sandbox/tickets/${id}/act`, {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(change) },
    });
  };
  await act(11, { queue: "Billing", status: "open", reply: "We look into it.", agent: "ada.brenner@sandbox.example" });
  const { botUser } = await system.read.identify();
  const connected = { uid: "cn-1", name: "desk", botUserId: botUser!.id, system } as ConnectedSystem;
  const roster = await open(20_000).roster(connected);
  if ("unknown" in roster) throw new Error(roster.unknown);
  expect(roster.agents.map(({ name }) => name)).not.toContain("OTAI Bot");
  const found = roster.agents.find(({ name }) => name === "Ada Brenner")!;
  const billing = (await system.read.listQueues!()).find(({ name }) => name === "Billing")!;
  expect(found).toMatchObject({ active: true, queues: expect.arrayContaining([billing.id]) });
  const { assignee } = await system.read.getTicket("11");
  expect(roster.openTickets.get(assignee!.id)).toBeGreaterThanOrEqual(1);
});
