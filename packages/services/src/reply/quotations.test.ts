import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import type { ReplySurroundings } from "./surroundings.ts";
import { createArticles, duplicateCharges, exportData } from "./testing/articles.ts";
import { openReplyBench, type ReplyBench } from "./testing/reply-bench.ts";

const detector = await createLanguageDetector();
let bench: ReplyBench;
beforeEach(async () => {
  bench = await openReplyBench({ detector });
});
afterEach(() => bench.close());

async function remake(change: Partial<ReplySurroundings>): Promise<void> {
  await bench.close();
  bench = await openReplyBench({ detector, ...change });
}

const charged = "Hello, I was charged twice for my subscription. What about the duplicate charges?";
const customer = (content: string) => ({ role: "customer", content });
const agent = (content: string) => ({ role: "agent", content });

describe("1.4, 5.3: a draft in the words of the articles", () => {
  it("greets, feels with the customer, answers with quotations, asks back and signs off", async () => {
    const answer = await bench.draft(charged);
    expect(answer.draft.split("\n\n")).toEqual([
      "Hi there,",
      "I'm sorry to hear about this.",
      expect.stringMatching(
        /^Sometimes a card .* Duplicate charges are reversed within 5 business days\. .* numbers \[1\]\.$/,
      ),
      "The whole article is here: https://help.example.com/4411",
      expect.stringMatching(/\?/),
      "Best wishes,\nYour support team",
    ]);
    expect(answer).toMatchObject({
      refused: false,
      requires_review: true,
      engine: "rules",
      degraded: false,
      handoff: null,
    });
  });

  it("every claim is verbatim in the article, and so is the quote of its citation", async () => {
    const { claims, citations, draft } = await bench.draft("How do I export my data as CSV?");
    expect(claims.length).toBeGreaterThan(0);
    for (const { text, citation } of claims) {
      expect(exportData.text).toContain(text);
      expect(citations.find(({ index }) => index === citation)?.quote).toContain(text);
      expect(draft).toContain(text.slice(0, -1));
    }
    for (const { quote } of citations) expect(exportData.text).toContain(quote);
  });

  it("a list stays whole, and another section of the article stays out", async () => {
    const { draft } = await bench.draft("How do I export my data as CSV?");
    expect(draft).toContain("1. Open Settings and choose Export.\n2. Select CSV.\n3. Press Download.");
    expect(draft).not.toContain("50,000");
  });

  it("both styles say the same: same claims, same citations", async () => {
    const [friendly, formal] = [await bench.draft(charged), await bench.draft(charged, { style: "formal" })];
    expect(formal.draft).not.toBe(friendly.draft);
    expect(formal.draft).toContain("Dear customer,");
    expect(formal.claims).toEqual(friendly.claims);
    expect(formal.citations).toEqual(friendly.citations);
  });

  test.each([200, 300, 420, 600])(
    "a draft keeps to max_chars %i, and its citations are those that it holds",
    async (max_chars) => {
      const { draft, citations, claims } = await bench.draft(charged, { max_chars });
      expect(draft.length).toBeLessThanOrEqual(max_chars);
      expect(draft.length).toBeGreaterThan(0);
      for (const { index } of citations) expect(draft).toContain(`[${index}]`);
      for (const { text } of claims) expect(draft).toContain(text.slice(0, -1));
    },
  );

  it("variants are the same facts in other words of ours", async () => {
    const { alternatives, claims } = await bench.draft(charged, { variants: 3 });
    expect(alternatives).toHaveLength(2);
    for (const { draft } of alternatives) expect(draft).toContain(claims[1]!.text.slice(0, -1));
    expect((await bench.draft(charged, { variants: 1 })).alternatives).toEqual([]);
  });

  it("the last message counts: what was asked first is not answered again", async () => {
    const conversation = [
      customer(charged),
      agent("That is on its way."),
      customer("Thanks! And how do I export my data?"),
    ];
    expect((await bench.draft({ conversation })).citations).toMatchObject([{ article_id: "a-9" }]);
  });

  it("a reminder without words of its own is read with the first message", async () => {
    const conversation = [
      customer(charged),
      agent("Let me look into this."),
      customer("It's been 3 days and nothing happened."),
    ];
    expect(await bench.draft({ conversation })).toMatchObject({ refused: false, citations: [{ article_id: "a-77" }] });
  });

  it("what a customer quotes below the reply is not the question", async () => {
    const content =
      "How do I export my data as CSV?\n\nOn Monday, 2 Nov 2026 at 10:00, Support <s@shop.example> wrote:\n> charged twice, duplicate charges, subscription";
    await bench.draft(content);
    expect((bench.surroundings.passages as ReturnType<typeof createArticles>).asked.join()).not.toContain(
      "subscription",
    );
  });

  it("the context of the caller is cited as context", async () => {
    const context = "The duplicate charges of this customer were refunded on 3 November.";
    const { draft, citations } = await bench.draft(charged, { context });
    expect(draft).toContain("were refunded on 3 November [1].");
    expect(citations[0]).toMatchObject({ source: "context", article_id: null, quote: context });
  });

  it("only what the audience may see is quoted", async () => {
    await remake({ passages: createArticles([{ ...duplicateCharges, visibility: "internal" }]) });
    expect((await bench.draft(charged)).refusal_reason).toBe("no_evidence");
    expect((await bench.draft(charged, { audience: "internal" })).refused).toBe(false);
  });
});

describe("D25, 5.3: language and form of address", () => {
  it("a German message gets a German draft", async () => {
    const { language, draft } = await bench.draft(
      "Hallo, ich habe mein Passwort vergessen. Wie kann ich das Passwort zurücksetzen?",
    );
    expect(language).toBe("de");
    expect(draft).toContain("vielen Dank für Ihre Nachricht");
    expect(draft).toContain("Viele Grüße\nIhr Support-Team");
  });

  it("German keeps one form of address: that of the article", async () => {
    const { draft } = await bench.draft("Hallo, wie kann ich meine Bestellung stornieren? Danke und viele Grüße", {
      style: "formal",
    });
    expect(draft).toContain("Du kannst deine Bestellung");
    expect(draft).not.toMatch(/\b(?:Sie|Ihr|Ihre|Ihnen)\b/);
  });

  it("a stated language is obeyed", async () => {
    const stated = await bench.draft("Passwort vergessen", { language: "de-AT" });
    expect(stated).toMatchObject({ refused: false, language: "de-AT" });
    expect((await bench.draft(charged, { language: "de" })).refusal_reason).toBe("no_evidence");
  });

  test.each([
    ["stated", charged, { language: "fi" }],
    ["detected", "Hei, pakettini ei ole vieläkään saapunut perille. Missä se oikein viipyy, kiitos?", {}],
  ])("an unsupported language, %s, is refused", async (_, text, more) => {
    expect((await bench.draft(text, more)).refusal_reason).toBe("unsupported_language");
  });

  it("an article that is in another language than it says is not quoted", async () => {
    const text =
      "Les doubles prélèvements (duplicate charges) sont remboursés automatiquement sur votre compte bancaire.";
    await remake({ passages: createArticles([{ ...duplicateCharges, text }]) });
    expect(await bench.draft(charged)).toMatchObject({ refused: true, removed: [{ reason: "wrong_language" }] });
  });
});
