import { decodeModel, encodeModel } from "@otai/intelligence/codec";
import { train } from "@otai/intelligence/train";
import { createLanguageDetector, type LanguageDetector } from "@otai/text/language";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { labelOf } from "./label.ts";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { englishMessages } from "./quality/english-messages.fixture.ts";
import type { germanMessages } from "./quality/german-messages.fixture.ts";
import { SentimentModel } from "./sentiment-model.ts";
import { createSentimentBench } from "./testing/sentiment-bench.ts";
import { type LabelledMessage, trainSentiment } from "./train-sentiment.ts";

const lexicons = builtInLexicons();
const labels = ["negative", "neutral", "positive"] as const;
const messagesOf = (set: typeof englishMessages | typeof germanMessages): LabelledMessage[] =>
  labels.flatMap((label) => set[label].map((text) => ({ text, label })));

let detector: LanguageDetector;
beforeAll(async () => {
  detector = await createLanguageDetector();
});

describe("a tone learned from labelled messages", () => {
  it("label and score agree, whatever the text", () => {
    const model = trainSentiment(messagesOf(englishMessages), { version: "sent-1", detector });
    const text = fc.array(fc.constantFrom("thanks", "terrible", "invoice", "not", "!", "love", "how", "again"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (words) => {
        const { score, confidence } = model.read(words.join(" "), lexicons);
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(score).toBe(Math.round(score * 100) / 100);
        expect(confidence).toBeGreaterThan(0);
        expect(labels).toContain(labelOf(score));
      }),
    );
  });

  it("is as good on messages it has not seen as its words let expect, with few examples", () => {
    const all = messagesOf(englishMessages);
    const learned = trainSentiment(
      all.filter((_, at) => at % 3 !== 0),
      { version: "sent-1", detector },
    );
    const unseen = all.filter((_, at) => at % 3 === 0);
    const right = unseen.filter(({ text, label }) => labelOf(learned.read(text, lexicons).score) === label).length;
    expect(right / unseen.length).toBeGreaterThan(0.75);
  });

  it("serves at once, with its version, for the languages it was taught only", async () => {
    let model: SentimentModel | null = null;
    const bench = await createSentimentBench({ model: () => model });
    try {
      const ask = (text: string) => bench.analyze({ text });
      expect(await ask("I love the new app")).toMatchObject({ engine: "rules" });
      model = trainSentiment(messagesOf(englishMessages), { version: "sent-3", detector });
      const answer = await ask("I love the new app, thank you");
      expect(answer).toMatchObject({ engine: "linear", model_version: "sent-3", label: "positive" });
      for (const { start, end, text } of answer.evidence)
        expect("I love the new app, thank you".slice(start, end)).toBe(text);
      expect(await ask("Ich bin sehr enttäuscht von der Lieferung")).toMatchObject({ engine: "rules", language: "de" });
    } finally {
      await bench.close();
    }
  });

  it("a model that was trained by file and without the lexicon's tokens serves too", () => {
    const examples = messagesOf(englishMessages).map(({ text, label }) => ({
      subject: "",
      body: text,
      labels: { sentiment: label },
    }));
    const bytes = encodeModel(train(examples, { targets: ["sentiment"] }));
    const model = new SentimentModel({ model: decodeModel(bytes), version: "sent-1", languages: {} });
    expect(labelOf(model.read("Thank you, works like a charm now", lexicons).score)).toBe("positive");
    expect(model.knows("de", true)).toBe(true);
    expect(model.knows("nl", false)).toBe(false);
  });

  it("a model for something else is refused with the way to mend it", () => {
    const examples = ["a", "b"].map((queue) => ({ subject: queue, body: queue, labels: { queue } }));
    const model = train(examples, { targets: ["queue"] });
    expect(() => new SentimentModel({ model, version: "1", languages: {} })).toThrow(/--target sentiment/);
  });
});
