import { eventKey } from "@otai/core/ingest/event-key";
import type { LaneEventKind } from "@otai/core/ports/inbox";
import { UnavailableError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import { createWorld, employ, lifecyclePolicy as policy, settle, type World } from "./crash/world.ts";

/** As a poll or webhook would say it. */
async function hint(world: World, kind: LaneEventKind, cause: string): Promise<void> {
  const key = eventKey(kind, world.ticketId, cause);
  await world.store.write((tx) =>
    tx.inbox.add({
      connectionUid: "cn-1",
      ticketId: world.ticketId,
      kind,
      key,
      source: "webhook",
      occurredAt: 0,
      laneClass: "live",
    }),
  );
}

const notesOf = (world: World) =>
  world.desk
    .notes(world.ticketId)
    .map(({ body }) => /ai-note (\S+)/.exec(body)?.[1])
    .sort();

async function expectWholeLife(world: World, notes: readonly string[]): Promise<void> {
  const ticket = await world.desk.read.getTicket(world.ticketId);
  expect(ticket.queue?.name).toBe("Billing");
  expect([...ticket.tags].sort()).toEqual(["ai-category:billing", "ai-urgency:high", "escalation-risk:high", "vip"]);
  expect(world.desk.fieldWrites(world.ticketId), "triage and tag, once each").toBe(2);
  expect(notesOf(world)).toEqual(notes);
  expect(world.desk.contact("501")).toEqual({ sentiment_score: "negative", escalation_risk: "0.65" });
  const { counts, unfinished } = await world.store.read(async (tx) => ({
    counts: await tx.inbox.counts(),
    unfinished: await tx.journal.unfinishedEffects(`cn-1/${world.ticketId}`),
  }));
  expect(counts).toMatchObject({ open: 0, dead: 0 });
  expect(unfinished).toEqual([]);
}

/** Creation, then an agent's answer and the solved state: all services are asked. */
async function solve(world: World): Promise<void> {
  world.clock.time += 60_000;
  world.desk.say(world.ticketId, "agent", "We have reversed the duplicate charge. Does it show on your side?");
  world.desk.humanSets(world.ticketId, { status: "solved" });
  await hint(world, "ticket-resolved", "1");
}

describe.each([
  ["note in a call of its own", false],
  ["note with the update", true],
])("the whole life of a ticket, and a worker dies (%s)", (_, noteWithUpdate) => {
  it("R09 D27: at any port call, before or after it took effect: nothing is lost, nothing is doubled", async () => {
    const rehearsal = await createWorld(noteWithUpdate);
    const living = employ(rehearsal, policy, null);
    await living.work("w");
    await expectWholeLife(rehearsal, ["draft", "triage"]);
    const calls = living.reaper.count();
    expect(living.reaper.names()).toEqual(expect.arrayContaining(["suggest", "analyze", "draft", "updateRequester"]));

    for (let call = 1; call <= calls; call += 1) {
      for (const moment of ["before", "after"] as const) {
        const world = await createWorld(noteWithUpdate);
        const mortal = employ(world, policy, { call, moment, kind: "kill" });
        void mortal.work("w-mortal").catch(() => {});
        await mortal.reaper.struck;
        await settle(world, policy);
        await expectWholeLife(world, ["draft", "triage"]);
      }
    }
  });

  it("R07: time-outs with unknown outcome and outages at any call of a service or the desk end the same way", async () => {
    const rehearsal = await createWorld(noteWithUpdate);
    const living = employ(rehearsal, policy, null);
    await living.work("w");
    const names = living.reaper.names();
    for (let call = 1; call <= names.length; call += 1) {
      if (names[call - 1]!.startsWith("store.")) continue;
      for (const moment of ["before", "after"] as const) {
        const error = new UnavailableError("no answer", { outcomeUnknown: moment === "after" });
        const world = await createWorld(noteWithUpdate);
        await employ(world, policy, { call, moment, kind: "fail", error }).work("w-1");
        await settle(world, policy);
        await expectWholeLife(world, ["draft", "triage"]);
      }
    }
  });

  it("D38: a death while a solved ticket is scored leaves one score", async () => {
    const begin = async () => {
      const world = await createWorld(noteWithUpdate);
      await employ(world, policy, null).work("w-0");
      await solve(world);
      return world;
    };
    const rehearsal = await begin();
    const living = employ(rehearsal, policy, null);
    await living.work("w-1");
    await expectWholeLife(rehearsal, ["draft", "qa", "triage"]);
    for (let call = 1; call <= living.reaper.count(); call += 1) {
      for (const moment of ["before", "after"] as const) {
        const world = await begin();
        const mortal = employ(world, policy, { call, moment, kind: "kill" });
        void mortal.work("w-mortal").catch(() => {});
        await mortal.reaper.struck;
        await settle(world, policy);
        await expectWholeLife(world, ["draft", "qa", "triage"]);
      }
    }
  });

  it("D04: a death while the tag of the risk is taken off again leaves it off, once, and the others on", async () => {
    const begin = async () => {
      const world = await createWorld(noteWithUpdate);
      await employ(world, policy, null).work("w-0");
      world.clock.time += 60_000;
      await hint(world, "alert-resolved", "al-1");
      return world;
    };
    const expectCalm = async (world: World) => {
      const { tags } = await world.desk.read.getTicket(world.ticketId);
      expect([...tags].sort()).toEqual(["ai-category:billing", "ai-urgency:high", "vip"]);
      expect(world.desk.fieldWrites(world.ticketId), "triage, tag on and off").toBe(3);
      const { effects, counts } = await world.store.read(async (tx) => ({
        effects: await tx.journal.listEffects(`cn-1/${world.ticketId}`, "sentiment"),
        counts: await tx.inbox.counts(),
      }));
      expect(effects.map(({ state }) => state)).toEqual(["confirmed", "confirmed", "confirmed"]);
      expect(counts).toMatchObject({ open: 0, dead: 0 });
    };
    const rehearsal = await begin();
    const living = employ(rehearsal, policy, null);
    await living.work("w-1");
    await expectCalm(rehearsal);
    for (let call = 1; call <= living.reaper.count(); call += 1) {
      for (const moment of ["before", "after"] as const) {
        const world = await begin();
        const mortal = employ(world, policy, { call, moment, kind: "kill" });
        void mortal.work("w-mortal").catch(() => {});
        await mortal.reaper.struck;
        await settle(world, policy);
        await expectCalm(world);
      }
    }
  });
});

it("D04 C16: while AI writes are paused the tag of the risk waits, and goes when they are resumed", async () => {
  const world = await createWorld(false);
  await employ(world, policy, null).work("w-0");
  world.clock.time += 60_000;
  await hint(world, "alert-resolved", "al-1");
  await employ(world, { ...policy, paused: true }, null).work("w-1");
  expect((await world.desk.read.getTicket(world.ticketId)).tags).toContain("escalation-risk:high");
  expect(await world.store.read((tx) => tx.inbox.counts())).toMatchObject({ open: 1, dead: 0 });
  await settle(world, policy);
  expect((await world.desk.read.getTicket(world.ticketId)).tags).not.toContain("escalation-risk:high");
});
