import { createLanguageDetector } from "@otai/text/language";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Passages } from "../knowledge-base/passages.ts";
import { type KnowledgeBench, openKnowledgeBench } from "../knowledge-base/testing/knowledge-bench.ts";
import { shopArticles } from "../knowledge-base/testing/shop-articles.ts";
import { brambelwerkArticles, brambelwerkTitles } from "./testing/brambelwerk-knowledge.ts";
import { brambelwerkQuestions } from "./testing/brambelwerk-questions.ts";
import { hideArticle } from "./testing/hide-article.ts";
import { openReplyBench, type ReplyBench } from "./testing/reply-bench.ts";

const detector = await createLanguageDetector();
const questions = shopArticles.flatMap(({ title, questions: asked }) => asked.map((question) => ({ title, question })));

/** A question as people write mails: most of it is something else. */
function inLongMail(question: string): string {
  return `Good morning,\n\nlast week we were on a trip and had a great time in the mountains, but now we are back. ${question}? My husband said that I should ask you directly. I have been a customer of yours for three years.\n\nThank you in advance and kind regards,\nMara Beispiel`;
}

describe("with the real knowledge base", () => {
  let knowledge: KnowledgeBench;
  let reply: ReplyBench;
  beforeAll(async () => {
    knowledge = await openKnowledgeBench();
    for (const { title, content } of shopArticles) {
      await knowledge.upsert({ title, content, language: "en", external_id: title, source: "shop" });
    }
    reply = await openReplyBench({ detector, passages: knowledge.knowledgeBase.passages });
  });
  afterAll(async () => {
    await reply.close();
    await knowledge.close();
  });

  test.each([
    ["alone", (question: string) => question],
    ["in a long mail", inLongMail],
  ])("a question %s finds its article nine times out of ten, and no other article", async (_, write) => {
    let right = 0;
    for (const { title, question } of questions) {
      const { refused, citations } = await reply.draft(write(question));
      if (refused) continue;
      expect({ question, found: citations[0]!.title }).toEqual({ question, found: title });
      right += 1;
    }
    expect(right / questions.length).toBeGreaterThanOrEqual(0.9);
  });

  it("5.3: refuses at least 95 of 100 questions that no article answers", async () => {
    let refused = 0;
    for (const { title, question } of questions) {
      const passages = hideArticle(knowledge.knowledgeBase.passages, title);
      const bench = await openReplyBench({ ...reply.surroundings, passages });
      refused += (await bench.draft(question)).refusal_reason === "no_evidence" ? 1 : 0;
      await bench.close();
    }
    expect(refused / questions.length).toBeGreaterThanOrEqual(0.95);
  });

  it("every claim is verbatim in the article that it cites", async () => {
    for (const { question } of questions) {
      const { claims, citations } = await reply.draft(question);
      for (const { text, citation } of claims) {
        const { title, quote } = citations.find(({ index }) => index === citation)!;
        expect(quote).toContain(text);
        expect(shopArticles.find((article) => article.title === title)!.content).toContain(quote);
      }
    }
  });
});

describe.each([
  { from: "one helpdesk", sources: ["one"], leastRight: 0.9 },
  {
    from: "three helpdesks, so that every article is there three times",
    sources: ["one", "two", "three"],
    leastRight: 0.85,
  },
])("with the help pages of a mail-order house from $from", ({ sources, leastRight }) => {
  let knowledge: KnowledgeBench;
  let reply: ReplyBench;
  const draft = (question: string, from = reply) => from.draft(question, { audience: "authenticated" });
  const answerable = brambelwerkQuestions.flatMap(({ text, answer }) => (answer === null ? [] : [{ text, answer }]));
  beforeAll(async () => {
    knowledge = await openKnowledgeBench();
    for (const article of brambelwerkArticles(sources)) await knowledge.upsert(article);
    reply = await openReplyBench({ detector, passages: knowledge.knowledgeBase.passages });
  });
  afterAll(async () => {
    await reply.close();
    await knowledge.close();
  });

  test.each([
    "My card was charged twice for the same invoice. How do I get the money back?",
    "I was charged twice for order BW-1234 and want my money back",
  ])("%s is answered by the article about it", async (question) => {
    const { citations, refusal_reason } = await draft(question);
    expect(refusal_reason).toBeNull();
    expect(citations[0]!.title).toBe("I was charged twice");
    expect(new Set(citations.map(({ title }) => title)).size).toBe(1);
  });

  it("an answer, if there is one, is from the right article", async () => {
    let right = 0;
    for (const { text, answer } of answerable) {
      const { refused, refusal_reason, citations } = await draft(text);
      if (refused) expect({ text, refusal_reason }).toEqual({ text, refusal_reason: "no_evidence" });
      else expect(brambelwerkTitles(answer), text).toContain(citations[0]!.title);
      right += refused ? 0 : 1;
    }
    expect(right / answerable.length).toBeGreaterThanOrEqual(leastRight);
  });

  it("5.3: questions that no article answers are refused, and 95 of 100 whose article is not there", async () => {
    for (const { text, answer } of brambelwerkQuestions) {
      if (answer === null) expect({ text, refused: (await draft(text)).refused }).toEqual({ text, refused: true });
    }
    let refused = 0;
    for (const { text, answer } of answerable) {
      const passages: Passages = brambelwerkTitles(answer).reduce(
        (shown, title) => hideArticle(shown, title),
        knowledge.knowledgeBase.passages,
      );
      const bench = await openReplyBench({ ...reply.surroundings, passages });
      refused += (await draft(text, bench)).refused ? 1 : 0;
      await bench.close();
    }
    expect(refused / answerable.length).toBeGreaterThanOrEqual(0.95);
  });
});
