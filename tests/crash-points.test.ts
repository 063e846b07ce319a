import { eventKey } from "@otai/core/ingest/event-key";
import { workNextLane } from "@otai/core/lanes/work-lanes";
import type { Policy } from "@otai/core/policy/policy";
import type { Store } from "@otai/core/ports/store";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { runLane } from "@otai/core/runs/run-lane";
import type { RunPorts } from "@otai/core/runs/run-ports";
import { samplePolicy, sampleSchema, sampleSuggestions } from "@otai/core/testing/samples";
import { createWriteGate } from "@otai/core/writes/write-gate";
import {
  ClosedTicketError,
  ConflictError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
} from "@otai/plugin-api/errors";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { afterEach, describe, expect, it } from "vitest";
import { createGrimReaper, type Strike } from "./crash/grim-reaper.ts";
import { createTinyDesk, type TinyDesk } from "./crash/tiny-desk.ts";

const leaseMs = 30_000;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const opened: Store[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

function createIds() {
  let count = 0;
  return { next: (prefix: string) => `${prefix}-${String(++count).padStart(6, "0")}` };
}

async function createWorld(noteWithUpdate: boolean) {
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

type World = Awaited<ReturnType<typeof createWorld>>;

/** One worker's view of the world: every port call passes the reaper. After its strike nothing of this worker happens any more. */
function employ(world: World, policy: Policy, strike: Strike | null) {
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
async function settle(world: World, policy: Policy): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    world.clock.time += leaseMs + 1_000;
    await employ(world, policy, null).work(`w-${round}`);
    const counts = await world.store.read((tx) => tx.inbox.counts());
    if (counts.open === 0) return;
    world.clock.time += 2 * 60 * 60 * 1000;
  }
  throw new Error("the lane is stuck");
}

async function expectRight(world: World, { desk, ticketId }: { desk: TinyDesk; ticketId: string }): Promise<void> {
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

const policy = samplePolicy("automate", { triageNote: true, actionsPerTicketPerHour: 1000 });

describe.each([
  ["note in a call of its own", false],
  ["note with the update", true],
])("a worker dies (%s)", (_, noteWithUpdate) => {
  it("R09: at any port call, before or after it took effect: nothing is lost, nothing is doubled", async () => {
    const rehearsal = await createWorld(noteWithUpdate);
    const living = employ(rehearsal, policy, null);
    await living.work("w");
    await expectRight(rehearsal, rehearsal);
    const calls = living.reaper.count();
    expect(calls).toBeGreaterThan(6);

    for (let call = 1; call <= calls; call += 1) {
      for (const moment of ["before", "after"] as const) {
        const world = await createWorld(noteWithUpdate);
        const mortal = employ(world, policy, { call, moment, kind: "kill" });
        void mortal.work("w-mortal").catch(() => {});
        await mortal.reaper.struck;
        await settle(world, policy);
        await expectRight(world, world);
      }
    }
  });

  it("R07: time-outs with unknown outcome, 429 and outages at any call end the same way", async () => {
    const rehearsal = await createWorld(noteWithUpdate);
    const living = employ(rehearsal, policy, null);
    await living.work("w");
    const names = living.reaper.names();
    const faults = [
      () => new UnavailableError("timed out", { outcomeUnknown: true }),
      () => new UnavailableError("connection refused"),
      () => new RateLimitedError("slow down", { retryAfterMs: 5_000 }),
    ];
    for (let call = 1; call <= names.length; call += 1) {
      if (names[call - 1]!.startsWith("store.")) continue;
      for (const fault of faults) {
        for (const moment of ["before", "after"] as const) {
          const happened = moment === "after";
          const error = fault();
          // A refused connection or a 429 says for certain that nothing was done.
          if (happened && !error.outcomeUnknown) continue;
          const world = await createWorld(noteWithUpdate);
          await employ(world, policy, { call, moment, kind: "fail", error }).work("w-1");
          await settle(world, policy);
          await expectRight(world, world);
        }
      }
    }
  });
});

describe("the policy changes while a worker is dead", () => {
  it("U10 C16: nothing that was planned is written after a pause or a return to shadow; a resumed pause goes on", async () => {
    const call = await callNumberOf(await createWorld(false), "updateTicket");
    const struckWorld = async () => {
      const world = await createWorld(false);
      const mortal = employ(world, policy, { call, moment: "before", kind: "kill" });
      void mortal.work("w-mortal").catch(() => {});
      await mortal.reaper.struck;
      world.clock.time += leaseMs + 1_000;
      return world;
    };
    const shadowed = await struckWorld();
    await settle(shadowed, samplePolicy("shadow"));
    expect(shadowed.desk.fieldWrites(shadowed.ticketId)).toBe(0);
    expect(shadowed.desk.notes(shadowed.ticketId)).toEqual([]);

    const paused = await struckWorld();
    for (const owner of ["w-1", "w-2", "w-3"]) {
      await employ(paused, { ...policy, paused: true }, null).work(owner);
      paused.clock.time += 2 * 60_000;
    }
    expect(paused.desk.fieldWrites(paused.ticketId)).toBe(0);
    await settle(paused, policy);
    await expectRight(paused, paused);
  });
});

describe("a write that is refused for good", () => {
  it("D45: is parked with the reason and shown as not written; the lane goes on", async () => {
    const world = await createWorld(false);
    const call = await callNumberOf(await createWorld(false), "updateTicket");
    const error = new RefusedError("Validation failed: cost_center is required", [
      { field: "cost_center", message: "required" },
    ]);
    await employ(world, policy, { call, moment: "before", kind: "fail", error }).work("w-1");
    const { dead, decisions, runs, unfinished } = await world.store.read(async (tx) => ({
      dead: (await tx.inbox.listDead(10, null)).items,
      decisions: (await tx.journal.listDecisions({ limit: 10, cursor: null })).items,
      runs: (await tx.journal.listRuns({ limit: 10, cursor: null })).items,
      unfinished: await tx.journal.unfinishedEffects(`cn-1/${world.ticketId}`),
    }));
    expect(dead[0]?.error).toContain("cost_center");
    expect(decisions.every((decision) => !decision.written && decision.decision !== "automate")).toBe(true);
    expect(runs[0]?.outcome).toBe("failed");
    expect(unfinished).toEqual([]);
    expect(world.desk.fieldWrites(world.ticketId)).toBe(0);
  });

  it("FD-17 ZD-9: a ticket that closed meanwhile is a tombstone, not a failure", async () => {
    const world = await createWorld(false);
    const call = await callNumberOf(await createWorld(false), "updateTicket");
    const error = new ClosedTicketError("ticket 1 is closed");
    await employ(world, policy, { call, moment: "before", kind: "fail", error }).work("w-1");
    const counts = await world.store.read((tx) => tx.inbox.counts());
    expect(counts).toMatchObject({ open: 0, done: 1, dead: 0 });
  });
});

describe("tags are a call of their own, and fail after the fields and the note landed", () => {
  it.each([
    ["an outage", () => new UnavailableError("connection refused")],
    ["a 429", () => new RateLimitedError("slow down", { retryAfterMs: 5_000 })],
    ["a conflict", () => new ConflictError("somebody was faster")],
    ["a time-out", () => new UnavailableError("timed out", { outcomeUnknown: true })],
  ])("R07: %s doubles no note, and the journal knows what was written", async (_, fault) => {
    for (let failures = 1; failures <= 4; failures += 1) {
      const world = await createWorld(true);
      const { desk } = world;
      const updateTicket: TinyDesk["write"]["updateTicket"] = async (id, update) => {
        const { addTags, removeTags, ...fields } = update;
        const first = desk.notes(id).length === 0;
        if (first) {
          await desk.write.updateTicket(id, fields);
          throw new UnavailableError("the fields were written, the tags were not", { outcomeUnknown: true });
        }
        if (--left > 0) throw fault();
        return desk.write.updateTicket(id, update);
      };
      let left = failures;
      await settle({ ...world, desk: { ...desk, tagsApart: true, write: { ...desk.write, updateTicket } } }, policy);
      expect(desk.notes(world.ticketId), `notes after ${failures} failures`).toHaveLength(1);
      const { decisions, unfinished } = await world.store.read(async (tx) => ({
        decisions: (await tx.journal.listDecisions({ limit: 50, cursor: null })).items,
        unfinished: await tx.journal.unfinishedEffects(`cn-1/${world.ticketId}`),
      }));
      expect(unfinished).toEqual([]);
      expect(decisions.filter((one) => !one.written).map((one) => `${one.field}: ${one.reason}`)).toEqual([]);
    }
  });
});

describe("two workers", () => {
  it("FD-S11 D03: never work on one ticket at a time", async () => {
    const world = await createWorld(false);
    const both = [employ(world, policy, null), employ(world, policy, null)];
    const worked = await Promise.all(both.map((worker, index) => worker.work(`w-${index}`)));
    expect(worked.filter(Boolean)).toHaveLength(1);
    await expectRight(world, world);
  });
});

describe("a human acts while a worker is dead", () => {
  it("U03 D11: the human's priority stays, the rest of the plan is written", async () => {
    for (const moment of ["before", "after"] as const) {
      const world = await createWorld(false);
      const call = await callNumberOf(world, "updateTicket");
      const fresh = await createWorld(false);
      const mortal = employ(fresh, policy, { call, moment, kind: "kill" });
      void mortal.work("w-mortal").catch(() => {});
      await mortal.reaper.struck;
      fresh.desk.humanSets(fresh.ticketId, { priority: "urgent" });
      await settle(fresh, policy);
      const ticket = await fresh.desk.read.getTicket(fresh.ticketId);
      expect(ticket.priority).toBe("urgent");
      expect(ticket.queue?.name).toBe("Billing");
      const { claims, decisions } = await fresh.store.read(async (tx) => ({
        claims: await tx.journal.getClaims(`cn-1/${fresh.ticketId}`),
        decisions: (await tx.journal.listDecisions({ field: "priority", limit: 1, cursor: null })).items,
      }));
      // Before: never written, so only a suggestion. After: ours was there, and the human changed it.
      expect(claims.find((claim) => claim.field === "priority")?.owner).toBe("human");
      expect(decisions[0]).toMatchObject(
        moment === "before" ? { decision: "suggest", written: false } : { written: true, outcome: "changed" },
      );
    }
  });

  it("U03 D11: also when the worker died before it stored what it saw: at any port call up to the write", async () => {
    const write = await callNumberOf(await createWorld(false), "updateTicket");
    for (let call = 1; call <= write; call += 1) {
      for (const moment of ["before", "after"] as const) {
        const world = await createWorld(false);
        const mortal = employ(world, policy, { call, moment, kind: "kill" });
        void mortal.work("w-mortal").catch(() => {});
        await mortal.reaper.struck;
        world.desk.humanSets(world.ticketId, { priority: "urgent" });
        await settle(world, policy);
        const ticket = await world.desk.read.getTicket(world.ticketId);
        expect(ticket.priority, `killed ${moment} call ${call}`).toBe("urgent");
        expect(ticket.queue?.name).toBe("Billing");
      }
    }
  });
});

async function callNumberOf(world: World, name: string): Promise<number> {
  const living = employ(world, policy, null);
  await living.work("w");
  return living.reaper.names().indexOf(name) + 1;
}
