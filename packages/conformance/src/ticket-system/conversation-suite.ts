import { describe, expect, it } from "vitest";
import type { Offers } from "./capabilities.ts";
import { onlyWhere } from "./it-where.ts";
import type { UseBench } from "./suite-bench.ts";

export function conversationSuite(bench: UseBench, offers: Offers): void {
  describe("conversation", () => {
    onlyWhere(offers.conversation, "there are no conversations");
    it("D31, D32: oldest first with the customer's first message, each with who said it and whether it is private", async () => {
      const { system, desk, newTicket, context } = bench();
      const id = await newTicket("Parcel", "Where is it?");
      await desk.act(id, { reply: "We ask the carrier." });
      context.advance(5_000);
      await desk.act(id, { note: "Carrier says Tuesday." });
      context.advance(5_000);
      await desk.reply(id, "It has come.");
      const messages = await system.read.getConversation!(id);
      expect(messages.map(({ role, private: hidden, body }) => [role, hidden, body.trim()])).toEqual([
        ["customer", false, "Where is it?"],
        ["agent", false, "We ask the carrier."],
        ["agent", true, "Carrier says Tuesday."],
        ["customer", false, "It has come."],
      ]);
      const moments = messages.map(({ createdAt }) => createdAt);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      expect(new Set(messages.map((message) => message.id)).size).toBe(4);
    });

    it.each(["email", "web", "chat", "phone", "social"] as const)(
      "a customer's answer by %s is the customer's",
      async (channel) => {
        const { system, desk } = bench();
        const id = await desk.writeIn({ subject: "Hello", body: "First", channel });
        await desk.reply(id, "Second");
        const messages = await system.read.getConversation!(id);
        expect(messages.map(({ role }) => role)).toEqual(["customer", "customer"]);
      },
    );

    it("D34: a thread of several pages is read to its end", async () => {
      const { system, desk, newTicket } = bench();
      const id = await newTicket();
      for (let part = 1; part <= 210; part++) await desk.reply(id, `Part ${part}`);
      const messages = await system.read.getConversation!(id);
      expect(messages).toHaveLength(211);
      expect(messages.at(-1)!.body.trim()).toBe("Part 210");
    });

    it("the conversation of a ticket that is not there is an error, not an empty list", async () => {
      await expect(bench().system.read.getConversation!("999999999")).rejects.toMatchObject({ code: "not-found" });
    });
  });
}
