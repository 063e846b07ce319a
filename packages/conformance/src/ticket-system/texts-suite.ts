import { describe, expect, it } from "vitest";
import type { Offers } from "./capabilities.ts";
import { itWhere } from "./it-where.ts";
import type { UseBench } from "./suite-bench.ts";

const rightToLeft = "مرحبا، لم يصل الطرد";
const emoji = "👩‍🚒🦆 Größe – ½ “quoted” <b>&amp;</b>";

export function textsSuite(bench: UseBench, offers: Offers): void {
  describe("texts", () => {
    it.each([
      ["emoji, accents and signs of HTML", emoji],
      ["right-to-left", rightToLeft],
      ["an empty subject", ""],
      ["a long subject", `Order ${"9".repeat(150)}`],
    ])("%s in a subject stay as they were written", async (_, subject) => {
      const { system, newTicket } = bench();
      expect((await system.read.getTicket(await newTicket(subject))).subject).toBe(subject);
    });

    it.each([emoji, rightToLeft])("a customer's %s comes through as text", async (text) => {
      const { system, newTicket } = bench();
      const ticket = await system.read.getTicket(await newTicket("Hello", text));
      expect(ticket.body.trim()).toBe(text);
    });

    itWhere(offers.notes && offers.conversation, "there are no notes in conversations")(
      "a note comes back with its emoji and its right-to-left",
      async () => {
        const { system, newTicket } = bench();
        const id = await newTicket();
        const text = `${rightToLeft} 🦆 ai-note triage r-1`;
        await system.write.addNote!(id, { html: `<p>${text}</p>`, text, marker: "ai-note triage r-1" });
        expect((await system.read.getConversation!(id)).at(-1)!.body).toContain(text);
      },
    );

    itWhere(offers.notes && offers.conversation, "there are no notes in conversations")(
      "a note's markup is shown as text, whatever the customer wrote into it",
      async () => {
        const { system, newTicket } = bench();
        const id = await newTicket();
        const marker = "ai-note x r-2";
        const text = "<script>alert(1)</script>";
        const html = "&lt;script&gt;alert(1)&lt;/script&gt;";
        await system.write.addNote!(id, { html: `<p>${html} ${marker}</p>`, text: `${text}\n${marker}`, marker });
        const { body } = (await system.read.getConversation!(id)).at(-1)!;
        expect(body).toContain(text);
      },
    );

    it("a message of 5 MB is read and does not grow", async () => {
      const { system, newTicket } = bench();
      const line = "Zeile mit Ümläuten und 🦆, damit es teuer wird.\n";
      const letter = line.repeat(Math.ceil(5_000_000 / line.length));
      const id = await newTicket("Long", letter);
      const { body } = await system.read.getTicket(id);
      expect(body.startsWith(line)).toBe(true);
      expect(body.length).toBeLessThanOrEqual(letter.length);
      const messages = (await system.read.getConversation?.(id)) ?? [];
      for (const message of messages) expect(message.body.length).toBeLessThanOrEqual(letter.length);
    });

    it.each([
      ["nested a hundred thousand deep", `${"<div><b>".repeat(100_000)}Bomb${"</b></div>".repeat(100_000)}`],
      ["never closed", `Bomb ${"<a href='".repeat(150_000)}`],
      ["made of entities", `Bomb ${"&amp;amp;amp;".repeat(100_000)}`],
      ["a million attributes", `<p>Bomb</p><p ${"a=1 ".repeat(250_000)}>x</p>`],
    ])("HTML %s is read and does not grow", async (_, html) => {
      const { system, desk } = bench();
      const id = await desk.writeIn({ subject: "Bomb", body: "Bomb", html });
      const { body } = await system.read.getTicket(id);
      expect(body).toContain("Bomb");
      expect(body.length).toBeLessThanOrEqual(html.length);
      for (const message of (await system.read.getConversation?.(id)) ?? []) {
        expect(message.body.length).toBeLessThanOrEqual(html.length);
      }
    });
  });
}
