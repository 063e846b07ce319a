import { ConfigError } from "@otai/plugin-api/errors";
import type { TicketChange } from "@otai/plugin-api/ticket-query";
import { describe, expect, it } from "vitest";
import { drainChanges } from "./listed.ts";
import type { UseBench } from "./suite-bench.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const idsOf = (changes: readonly TicketChange[]) => changes.map(({ ticketId }) => ticketId);

export function changesSuite(bench: UseBench): void {
  describe("change feed", () => {
    it("brings what changed since, once, and then nothing more", async () => {
      const { system, newTicket, context } = bench();
      const cursor = system.changes.cursorFrom(context.now);
      const ids = [await newTicket(), await newTicket()];
      context.advance(2 * minute);
      const first = await drainChanges(system, cursor);
      expect(idsOf(first.changes).sort()).toEqual(ids.sort());
      expect(first.changes.every(({ deleted }) => !deleted)).toBe(true);
      context.advance(minute);
      expect((await drainChanges(system, first.cursor)).changes).toEqual([]);
    });

    it("says when each ticket last changed, as reading it says", async () => {
      const { system, desk, newTicket, context } = bench();
      const cursor = system.changes.cursorFrom(context.now);
      const id = await newTicket();
      await desk.reply(id, "And one more thing.");
      context.advance(2 * minute);
      const { changes } = await drainChanges(system, cursor);
      expect(changes.at(-1)).toMatchObject({ ticketId: id, updatedAt: (await system.read.getTicket(id)).updatedAt });
    });

    it("the same cursor brings the same again: a batch that was not stored is not lost", async () => {
      const { system, newTicket, context } = bench();
      const cursor = system.changes.cursorFrom(context.now - day);
      await newTicket();
      context.advance(2 * minute);
      const first = await system.changes.listChanges(cursor);
      await system.changes.listChanges(first.cursor);
      const again = await system.changes.listChanges(cursor);
      expect(idsOf(again.changes)).toEqual(idsOf(first.changes));
    });

    it("a cursor survives a restart: another connection goes on where this one was", async () => {
      const { system, connect, url, newTicket, context } = bench();
      await newTicket();
      context.advance(2 * minute);
      const { cursor } = await drainChanges(system, system.changes.cursorFrom(context.now - day));
      const id = await newTicket();
      context.advance(2 * minute);
      expect(idsOf((await drainChanges(connect(url), cursor)).changes)).toEqual([id]);
    });

    it("loses nothing when hundreds of tickets change in the same second", async () => {
      const { system, desk, context } = bench();
      const start = system.changes.cursorFrom(context.now);
      const ids: string[] = [];
      for (let index = 0; index < 230; index++)
        ids.push(await desk.writeIn({ subject: `Bulk ${index}`, body: "Hello" }));
      context.advance(2 * minute);
      const { changes, cursor } = await drainChanges(system, start);
      expect(idsOf(changes).sort()).toEqual(ids.sort());
      expect((await drainChanges(system, cursor)).changes).toEqual([]);
    });

    it("notices a second change within the second of the first", async () => {
      const { system, desk, newTicket, context } = bench();
      const id = await newTicket();
      context.advance(2 * minute);
      const { cursor } = await drainChanges(system, system.changes.cursorFrom(context.now - day));
      await desk.act(id, { priority: "high" });
      const between = await drainChanges(system, cursor);
      context.advance(200);
      await desk.act(id, { priority: "urgent" });
      context.advance(2 * minute);
      const after = await drainChanges(system, between.cursor);
      expect(idsOf(after.changes)).toEqual([id]);
    });

    it("R05: a cursor that lies in the future is refused, and nothing is asked", async () => {
      const { system, desk, context } = bench();
      for (const future of [Date.UTC(2999, 11, 31), context.now + day]) {
        await expect(system.changes.listChanges(system.changes.cursorFrom(future))).rejects.toThrow(ConfigError);
      }
      expect(await desk.requests()).toEqual([]);
    });

    it.each(["", "{}", "0", "2026-11-01T00:00:00Z", '{"v":99,"since":0}', "someone-elses:abc"])(
      "a cursor that is not ours (%j) is refused, and nothing is asked",
      async (cursor) => {
        const { system, desk } = bench();
        await expect(system.changes.listChanges(cursor)).rejects.toThrow(ConfigError);
        expect(await desk.requests()).toEqual([]);
      },
    );
  });
}
