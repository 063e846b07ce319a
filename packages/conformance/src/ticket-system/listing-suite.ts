import { NotFoundError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import { listTickets } from "./listed.ts";
import type { UseBench } from "./suite-bench.ts";
import { expectUnified } from "./unified-ticket.ts";

export function listingSuite(bench: UseBench): void {
  describe("finding and reading tickets", () => {
    it("every ticket speaks OTAI's words, whatever its status and channel", async () => {
      const { system, desk, context } = bench();
      for (const channel of ["email", "web", "chat", "phone", "social"] as const) {
        await desk.writeIn({ subject: `By ${channel}`, body: "Hello", channel });
      }
      for (const [index, status] of ["new", "open", "pending", "hold", "solved", "closed"].entries()) {
        await desk.act(String(index + 4), { status });
      }
      context.advance(120_000);
      const tickets = await listTickets(system);
      for (const ticket of tickets) expectUnified(ticket);
      for (const { id } of tickets) expectUnified(await system.read.getTicket(id));
    });

    it("a ticket has what the customer wrote and who it was", async () => {
      const { system, newTicket } = bench();
      const ticket = await system.read.getTicket(await newTicket("Charged twice", "Twice!\nPlease help."));
      expect(ticket).toMatchObject({
        subject: "Charged twice",
        requester: { name: "Kim Sample", email: "kim@customer.example" },
        channel: "email",
        tombstone: null,
      });
      expect(ticket.body.trim()).toBe("Twice!\nPlease help.");
    });

    it("a listed ticket is the same as the one read alone, its version too", async () => {
      const { system } = bench();
      for (const listed of await listTickets(system, { limit: 5 })) {
        const { id, subject, status, priority, queue, tags, updatedAt, version } = await system.read.getTicket(
          listed.id,
        );
        expect(listed).toMatchObject({ id, subject, status, priority, queue, tags, updatedAt, version });
      }
    });

    it("findFirstTicket is the newest that fits, or null", async () => {
      const { system, newTicket, context } = bench();
      const id = await newTicket();
      context.advance(120_000);
      expect((await system.read.findFirstTicket({}))?.id).toBe(id);
      expect(await system.read.findFirstTicket({ updatedSince: context.now })).toBeNull();
    });

    it("each part of a query narrows", async () => {
      const { system, context } = bench();
      const all = await listTickets(system);
      const queue = all.find((ticket) => ticket.queue !== null)!.queue!;
      const inQueue = await listTickets(system, { queueId: queue.id });
      expect(inQueue.map(({ id }) => id).sort()).toEqual(
        all
          .filter((ticket) => ticket.queue?.id === queue.id)
          .map(({ id }) => id)
          .sort(),
      );
      const { status } = all.find((ticket) => ticket.status !== all[0]!.status)!;
      const alike = await listTickets(system, { statuses: [status] });
      expect(new Set(alike.map((ticket) => ticket.status))).toEqual(new Set([status]));
      expect(await listTickets(system, { limit: 3 })).toHaveLength(3);
      expect(await listTickets(system, { limit: 0 })).toEqual([]);
      expect(await listTickets(system, { tag: "nobody-has-this" })).toEqual([]);
      expect(await listTickets(system, { createdSince: context.now })).toEqual([]);
    });

    it.each(["999999999", "nonsense", "1/../2", "1?x=1"])("there is no ticket %s: NotFoundError", async (id) => {
      await expect(bench().system.read.getTicket(id)).rejects.toThrow(NotFoundError);
    });
  });
}
