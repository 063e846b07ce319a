import { describe, expect, it } from "vitest";
import { callNumberOf, createWorld, employ, policy, settle } from "./crash/world.ts";

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
