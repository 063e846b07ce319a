import { samplePolicy } from "@otai/core/testing/samples";
import { ClosedTicketError, RefusedError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import { callNumberOf, createWorld, employ, expectRight, leaseMs, policy, settle } from "./crash/world.ts";

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

  it("a note that is refused after the fields were written leaves them recorded as written", async () => {
    const world = await createWorld(false);
    const call = await callNumberOf(await createWorld(false), "addNote");
    const error = new RefusedError("notes are not allowed here");
    await employ(world, policy, { call, moment: "before", kind: "fail", error }).work("w-1");
    const { decisions, dead } = await world.store.read(async (tx) => ({
      decisions: (await tx.journal.listDecisions({ limit: 10, cursor: null })).items,
      dead: (await tx.inbox.listDead(10, null)).items,
    }));
    expect(decisions.every((decision) => decision.written && decision.decision === "automate")).toBe(true);
    expect(dead).toHaveLength(1);
    expect(world.desk.fieldWrites(world.ticketId)).toBe(1);
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
