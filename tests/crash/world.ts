import { eventKey } from "@otai/core/ingest/event-key";
import { workNextLane } from "@otai/core/lanes/work-lanes";
import type { Policy } from "@otai/core/policy/policy";
import type { Store } from "@otai/core/ports/store";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { runLane } from "@otai/core/runs/run-lane";
import type { RunPorts } from "@otai/core/runs/run-ports";
import { sampleDraft, sampleEvaluation, sampleSentiment } from "@otai/core/testing/sample-answers";
import { samplePolicy, sampleSchema, sampleSuggestions } from "@otai/core/testing/samples";
import { createWriteGate } from "@otai/core/writes/write-gate";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { afterEach, expect } from "vitest";
import { createGrimReaper, type Strike } from "./grim-reaper.ts";
import { createTinyDesk, type TinyDesk } from "./tiny-desk.ts";

export const leaseMs = 30_000;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const opened: Store[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

function createIds() {
  let count = 0;
  return { next: (prefix: string) => `${prefix}-${String(++count).padStart(6, "0")}` };
}

export async function createWorld(noteWithUpdate: boolean) {
  const clock = { time: 1_000_000, now: () => clock.time };
  const ids = createIds();
  const store = await openSqliteStore({ path: ":memory:", ids, clock });
  opened.push(store);
  const desk = createTinyDesk({ clock, noteWithUpdate });
  const ticketId = desk.arrive();
  await store.write((tx) =>
    tx.connections.add({
      uid: "cn-1",
      name: "desk",
      kind: "tiny",
      accountFingerprint: "f",
      accountLabel: "f",
      ingestFrom: 0,
    }),
  );
  await store.write((tx) =>
    tx.inbox.add({
      connectionUid: "cn-1",
      ticketId,
      kind: "ticket-created",
      key: eventKey("ticket-created", ticketId, ""),
      source: "webhook",
      occurredAt: 0,
      laneClass: "live",
    }),
  );
  return { clock, ids, store, desk, ticketId };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** One worker's view of the world: every port call passes the reaper. After its strike nothing of this worker happens any more. */
export function employ(world: World, policy: Policy, strike: Strike | null) {
  const reaper = createGrimReaper(strike);
  const { desk, clock, ids } = world;
  const store: Store = {
    ...world.store,
    write: (work) => reaper.pass("store.write", () => world.store.write(work)),
    read: (work) => reaper.pass("store.read", () => world.store.read(work)),
  };
  const connected: ConnectedSystem = {
    uid: "cn-1",
    name: "desk",
    botUserId: "bot",
    ingestFrom: 0,
    schema: async () => sampleSchema,
    system: {
      quirks: {
        noteWithUpdate: desk.noteWithUpdate,
        optimisticLock: true,
        ownWritesFireRules: true,
        tagsApart: desk.tagsApart === true,
      },
      read: {
        ...desk.read,
        getTicket: (id) => reaper.pass("getTicket", () => desk.read.getTicket(id)),
        getConversation: (id) => reaper.pass("getConversation", () => desk.read.getConversation!(id)),
      },
      write: {
        updateTicket: (id, update) => reaper.pass("updateTicket", () => desk.write.updateTicket(id, update)),
        addNote: (id, note) => reaper.pass("addNote", () => desk.write.addNote!(id, note)),
        updateRequester: (id, fields) => reaper.pass("updateRequester", () => desk.write.updateRequester!(id, fields)),
      },
      changes: desk.changes,
    },
  };
  const ports: RunPorts = {
    store,
    systems: { get: () => connected },
    triage: {
      suggest: () =>
        reaper.pass("suggest", async () => ({ suggestions: sampleSuggestions(), language: "en", modelVersion: "m-1" })),
    },
    services: {
      sentiment: {
        analyze: (request) => reaper.pass("analyze", async () => sampleSentiment(request)),
      },
      reply: { draft: (request) => reaper.pass("draft", async () => sampleDraft(request)) },
      qa: { evaluate: (request) => reaper.pass("evaluate", async () => sampleEvaluation(request)) },
    },
    alerts: { areSettled: async () => true },
    customerId: (_, requesterId) => requesterId,
    policies: { current: async () => policy },
    gate: createWriteGate({ store }),
    clock,
    ids,
    log: quiet,
  };
  const options = {
    store,
    random: { next: () => 0.5 },
    log: quiet,
    leaseMs,
    run: (claim: never) => runLane(claim, ports),
  };
  return { reaper, work: (owner: string) => workNextLane(options as never, owner) };
}

/** Works until nothing is open, as restarted workers would: after each round the clock runs past lease and snooze. */
export async function settle(world: World, policy: Policy): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    world.clock.time += leaseMs + 1_000;
    await employ(world, policy, null).work(`w-${round}`);
    const counts = await world.store.read((tx) => tx.inbox.counts());
    if (counts.open === 0) return;
    world.clock.time += 2 * 60 * 60 * 1000;
  }
  throw new Error("the lane is stuck");
}

export async function expectRight(
  world: World,
  { desk, ticketId }: { desk: TinyDesk; ticketId: string },
): Promise<void> {
  const ticket = await desk.read.getTicket(ticketId);
  expect(ticket.queue?.name).toBe("Billing");
  expect(ticket.priority).toBe("high");
  expect([...ticket.tags].sort()).toEqual(["ai-category:billing", "ai-urgency:high", "vip"]);
  expect(desk.fieldWrites(ticketId), "fields are written once").toBe(1);
  expect(desk.notes(ticketId), "one note").toHaveLength(1);
  const { counts, decisions, unfinished } = await world.store.read(async (tx) => ({
    counts: await tx.inbox.counts(),
    decisions: (await tx.journal.listDecisions({ limit: 50, cursor: null })).items,
    unfinished: await tx.journal.unfinishedEffects(`cn-1/${ticketId}`),
  }));
  expect(counts).toMatchObject({ open: 0, done: 1, dead: 0 });
  expect(unfinished).toEqual([]);
  expect(decisions.map((decision) => `${decision.field} ${decision.written}`).sort()).toEqual([
    "priority true",
    "queue true",
    "tags true",
    "type true",
  ]);
}

const generous = { triageNote: true, actionsPerTicketPerHour: 1000 };
const whole = samplePolicy("automate", generous);

/** Every service is asked, as usual. */
export const lifecyclePolicy = whole;

/** Triage alone. */
export const policy = samplePolicy("automate", {
  ...generous,
  lifecycle: { ...whole.lifecycle, pipelines: [{ on: "ticket-created", steps: ["triage"], when: {} }] },
});

export async function callNumberOf(world: World, name: string): Promise<number> {
  const living = employ(world, policy, null);
  await living.work("w");
  return living.reaper.names().indexOf(name) + 1;
}
