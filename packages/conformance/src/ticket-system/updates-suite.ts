import { ConflictError, RefusedError } from "@otai/plugin-api/errors";
import type { Quirks } from "@otai/plugin-api/ticket-system";
import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import { describe, expect, it } from "vitest";
import type { Offers } from "./capabilities.ts";
import { itWhere } from "./it-where.ts";
import { drainChanges } from "./listed.ts";
import { nullsIn } from "./nulls-in.ts";
import { sampleNote, type UseBench } from "./suite-bench.ts";
import { updateAsRead } from "./update-as-read.ts";

export function updatesSuite(bench: UseBench, offers: Offers, quirks: Quirks): void {
  const update = (id: string, what: Omit<TicketUpdate, "expectedVersion">) => updateAsRead(bench().system, id, what);
  const ourEntries = async (id: string) => (await bench().desk.view(id)).history.filter(({ actor }) => actor === "bot");

  describe("updates", () => {
    it("what was asked for is written, and the answer is the ticket as it is then", async () => {
      const { system, desk, newTicket, context } = bench();
      const id = await newTicket();
      await desk.act(id, { status: "pending" });
      context.advance(5_000);
      const { ticket, refused } = await update(id, { priority: "high", status: "open", addTags: ["ai-urgency:high"] });
      expect(refused).toEqual([]);
      expect(ticket).toMatchObject({ id, priority: "high", status: "open", tags: ["ai-urgency:high"] });
      expect(await desk.view(id)).toMatchObject({ priority: "high", status: "open", tags: ["ai-urgency:high"] });
      expect(await system.read.getTicket(id)).toEqual(ticket);
    });

    it("each priority that the account has comes back as it was sent", async () => {
      const { system, newTicket, desk, context } = bench();
      const offered = (await system.read.listPriorities?.()) ?? [
        { id: "low", priority: "low" },
        { id: "high", priority: "high" },
      ];
      for (const { id: choice, priority } of offered) {
        const id = await newTicket();
        await desk.act(id, { priority: priority === "low" ? "high" : "low" });
        context.advance(5_000);
        // An account with three priorities has one for high and urgent.
        const alike = offered.filter((one) => one.id === choice).map((one) => one.priority);
        expect(alike).toContain((await update(id, { priority })).ticket.priority);
        expect(alike).toContain((await desk.view(id)).priority);
      }
    });

    itWhere(offers.queues, "queues are not listed")("a queue by its id", async () => {
      const { system, desk, newTicket } = bench();
      const id = await newTicket();
      const queue = (await system.read.listQueues!()).find(({ name }) => name === "Sales")!;
      expect((await update(id, { queue })).ticket.queue).toEqual(queue);
      expect((await desk.view(id)).queue).toBe("Sales");
    });

    it("D05: what is absent stays, and no null is ever sent", async () => {
      const { desk, newTicket, context } = bench();
      const id = await newTicket();
      await desk.act(id, { queue: "Billing", status: "pending", tags: ["vip"] });
      context.advance(5_000);
      const { agent, ...before } = (await desk.view(id)) as unknown as { agent: string };
      await desk.clearRequests();
      await update(id, { priority: "high" });
      const { queue, status, tags, custom_fields } = await desk.view(id);
      expect({ queue, status, tags, custom_fields, agent }).toEqual({ ...pick(before), agent });
      expect(nullsIn((await desk.requests("write")).map(({ body }) => body))).toEqual([]);
    });

    it("the fields go in one call, and tags take one more only where the quirks say so", async () => {
      const { system, desk, newTicket, context } = bench();
      const id = await newTicket();
      await desk.act(id, { status: "pending" });
      context.advance(5_000);
      const { version } = await system.read.getTicket(id);
      await desk.clearRequests();
      const fields = { priority: "high", status: "open" } as const;
      const { ticket } = await system.write.updateTicket(id, { ...fields, expectedVersion: version });
      expect(await desk.requests("write")).toHaveLength(1);
      await desk.clearRequests();
      context.advance(5_000);
      const both = { priority: "normal", addTags: ["ai-urgency:high"] } as const;
      await system.write.updateTicket(id, { ...both, expectedVersion: ticket.version });
      expect(await desk.requests("write")).toHaveLength(quirks.tagsApart === true ? 2 : 1);
    });

    it("D02: tags are merged: what a human put there stays, and only what is named goes", async () => {
      const { desk, newTicket, context } = bench();
      const id = await newTicket();
      await desk.act(id, { tags: ["vip", "callback"] });
      context.advance(5_000);
      expect((await update(id, { addTags: ["ai-a", "ai-b"] })).ticket.tags.toSorted()).toEqual([
        "ai-a",
        "ai-b",
        "callback",
        "vip",
      ]);
      context.advance(5_000);
      expect((await update(id, { addTags: ["ai-c"], removeTags: ["ai-a"] })).ticket.tags.toSorted()).toEqual([
        "ai-b",
        "ai-c",
        "callback",
        "vip",
      ]);
      context.advance(5_000);
      await update(id, { removeTags: ["was-never-there"], addTags: ["vip"] });
      expect((await desk.view(id)).tags.toSorted()).toEqual(["ai-b", "ai-c", "callback", "vip"]);
    });

    it.each(["two words", "Größe", "x".repeat(300)])(
      "a tag that the system does not take as it is (%s) is named as refused, and nobody's tag is lost",
      async (tag) => {
        const { desk, newTicket, context } = bench();
        const id = await newTicket();
        await desk.act(id, { tags: ["vip"] });
        context.advance(5_000);
        const { ticket, refused } = await update(id, { addTags: [tag], priority: "high" });
        // Zendesk writes two_words: a spelling, not another tag.
        const isThere = ticket.tags.map(lettersOf).includes(lettersOf(tag));
        expect(refused.map(({ field }) => field)).toEqual(isThere ? [] : ["tags"]);
        expect(await desk.view(id)).toMatchObject({ priority: "high", tags: expect.arrayContaining(["vip"]) });
      },
    );

    itWhere(quirks.optimisticLock, "the system has no lock of its own")(
      "the lock lets one of two writes at the same moment through",
      async () => {
        const { system, connect, url, newTicket, desk } = bench();
        const id = await newTicket();
        const { version } = await system.read.getTicket(id);
        const outcomes = await Promise.allSettled([
          system.write.updateTicket(id, { priority: "high", expectedVersion: version }),
          connect(url).write.updateTicket(id, { priority: "normal", expectedVersion: version }),
        ]);
        const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
        expect(lost).toEqual([expect.any(ConflictError)]);
        const won = outcomes[0]!.status === "fulfilled" ? "high" : "normal";
        expect((await desk.view(id)).priority).toBe(won);
      },
    );

    it.each([
      ["changed the same field", { priority: "high" }],
      ["changed another field", { queue: "Billing" }],
      ["added a tag", { tags: ["vip"] }],
      ["answered", { reply: "We are on it." }],
    ])("D11: a human %s between read and write: ConflictError, and nothing was written", async (_, act) => {
      const { system, desk, newTicket, context } = bench();
      const id = await newTicket();
      const { version } = await system.read.getTicket(id);
      await desk.act(id, act);
      context.advance(5_000);
      const attempt = system.write.updateTicket(id, { priority: "low", addTags: ["ai-x"], expectedVersion: version });
      await expect(attempt).rejects.toThrow(ConflictError);
      await expect(attempt).rejects.toMatchObject({ retry: "reread" });
      expect(await ourEntries(id)).toEqual([]);
    });

    it("D11: also when only tags were to be written", async () => {
      const { system, desk, newTicket, context } = bench();
      const id = await newTicket();
      const { version } = await system.read.getTicket(id);
      await desk.act(id, { tags: ["vip"] });
      context.advance(5_000);
      const attempt = system.write.updateTicket(id, { addTags: ["ai-x"], expectedVersion: version });
      await expect(attempt).rejects.toThrow(ConflictError);
      expect((await desk.view(id)).tags).toEqual(["vip"]);
    });

    it("D11: a human who was faster by less than a second is seen too", async () => {
      const { system, desk, context } = bench();
      const id = await desk.writeIn({ subject: "Quick", body: "Hello" });
      const { version } = await system.read.getTicket(id);
      context.advance(200);
      await desk.act(id, { priority: "high" });
      const attempt = system.write.updateTicket(id, { priority: "normal", expectedVersion: version });
      await expect(attempt).rejects.toThrow(ConflictError);
      expect((await desk.view(id)).priority).toBe("high");
    });

    it("our own write gives the version with which the next one goes through", async () => {
      const { system, newTicket, context } = bench();
      const id = await newTicket();
      const { ticket } = await update(id, { priority: "high", addTags: ["ai-a"] });
      context.advance(5_000);
      const next = await system.write.updateTicket(id, { priority: "normal", expectedVersion: ticket.version });
      expect(next.ticket.priority).toBe("normal");
    });

    it("U20: our own write comes back in the change feed with exactly the time that the result told", async () => {
      const { system, newTicket, context } = bench();
      const id = await newTicket();
      const cursor = system.changes.cursorFrom(context.now);
      context.advance(5_300);
      const { ticket } = await update(id, {
        priority: "high",
        addTags: ["ai-a"],
        ...(quirks.noteWithUpdate && { note: sampleNote("ai-note triage r-3") }),
      });
      context.advance(120_000);
      const { changes } = await drainChanges(system, cursor);
      const echo = changes.findLast(({ ticketId }) => ticketId === id);
      expect(echo?.updatedAt).toBe(ticket.updatedAt);
    });

    it("D06: a queue that does not exist is reported as refused, and the rest is written", async () => {
      const { desk, newTicket } = bench();
      const id = await newTicket();
      const { refused, ticket } = await update(id, { queue: { id: "999999", name: "Gone" }, priority: "high" });
      expect(refused).toEqual([{ field: "queue", message: expect.stringMatching(/./) }]);
      expect(ticket.priority).toBe("high");
      expect(await desk.view(id)).toMatchObject({ priority: "high", queue: null });
    });

    it("when nothing is left of what was asked, that is a result or a RefusedError, and nothing was written", async () => {
      const { newTicket } = bench();
      const id = await newTicket();
      const result: unknown = await update(id, { queue: { id: "999999", name: "Gone" } }).catch(
        (error: unknown) => error,
      );
      if (!(result instanceof RefusedError)) expect(result).toMatchObject({ refused: [{ field: "queue" }] });
      expect(await ourEntries(id)).toEqual([]);
    });
  });
}

const lettersOf = (tag: string) => tag.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function pick(view: object): object {
  const { queue, status, tags, custom_fields } = view as Record<string, unknown>;
  return { queue, status, tags, custom_fields };
}
