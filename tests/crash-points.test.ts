import { ConflictError, RateLimitedError, UnavailableError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import type { TinyDesk } from "./crash/tiny-desk.ts";
import { createWorld, employ, expectRight, policy, settle } from "./crash/world.ts";

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
