import { createLanguageDetector } from "@otai/text/language";
import { expect, it } from "vitest";
import type { Passages } from "../knowledge-base/passages.ts";
import { createStubModel, wrote } from "./testing/lying-model.ts";
import { openReplyBench } from "./testing/reply-bench.ts";

const detector = await createLanguageDetector();
const text = "Write to billing@shop.example about duplicate charges.";
const passages: Passages = {
  async find() {
    const place = { version: 1, chunkId: "a-1#0", start: 0, end: text.length, updatedAt: 0 };
    const article = { articleId: "a-1", externalId: null, title: "Duplicate charges", url: null, source: "api" };
    return [{ ...article, ...place, text, score: 0.9, answered: true, language: "en" }];
  },
};

it("6.4: no model sees personal data, and placeholders are restored", async () => {
  const sentence = "Write to ⟦EMAIL_1⟧ about duplicate charges.";
  const model = createStubModel({ write: () => wrote([{ text: sentence, quote: sentence }]) });
  const bench = await openReplyBench({ detector, passages, languageModel: model });
  const { draft, citations, engine } = await bench.draft(
    "Hello, my name is Mara Kestrel. I was charged twice, my IBAN is DE89370400440532013000 and my mail is mara@kunde.example. Where do I write about duplicate charges?\n\nKind regards\nMara Kestrel\nLindenstraße 3, 10969 Berlin",
  );
  expect(engine).toBe("llm");
  expect(draft).toContain("Write to billing@shop.example about duplicate charges [1].");
  expect(citations[0]?.quote).toBe(text);
  const sent = model.asked.map(({ system, prompt }) => system + prompt).join("\n");
  expect(sent).not.toMatch(/DE89|kunde\.example|billing@shop|Kestrel|Lindenstraße/);
  expect(sent).toContain("⟦IBAN_1⟧");
  await bench.close();
});
