import { createLanguageDetector } from "@otai/text/language";
import { beforeAll, describe, expect, it } from "vitest";
import { Judge } from "./judge.ts";
import { labelOf } from "./label.ts";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { tableOf } from "./lexicon/lexicon.ts";
import { englishMessages } from "./quality/english-messages.fixture.ts";
import { escalationMessages } from "./quality/escalation-messages.fixture.ts";
import { freshGermanMessages, freshMessages } from "./quality/fresh-messages.fixture.ts";
import { germanMessages } from "./quality/german-messages.fixture.ts";
import { unseenMessages } from "./quality/unseen-messages.fixture.ts";

let judge: Judge;
beforeAll(async () => {
  const detector = await createLanguageDetector();
  const watchWords = tableOf("");
  judge = new Judge({
    lexicons: builtInLexicons(),
    detector,
    model: () => null,
    languageModel: null,
    watchWords,
    promptKey: "key of a test",
  });
});

describe("before any training", () => {
  it.each([
    ["en", englishMessages],
    ["de", germanMessages],
  ] as const)("the tone of invented messages is told in %s, with the language itself", (language, set) => {
    const judged = Object.entries(set).flatMap(([label, texts]) =>
      texts.map((text: string) => ({ label, ...judge.judge(text, null) })),
    );
    const right = judged.filter(({ label, score }) => labelOf(score) === label).length;
    expect(right / judged.length).toBeGreaterThanOrEqual(0.9);
    const told = judged.filter((one) => one.language === language || one.language === null).length;
    expect(told / judged.length).toBeGreaterThanOrEqual(0.98);
  });

  it.each([
    ["older than the lists", unseenMessages, 0.78],
    ["newer than the lists", freshMessages, 0.82],
    ["newer than the lists, German", freshGermanMessages, 0.8],
  ] as const)("messages that no word list was made for are told: %s", (_, set, least) => {
    const judged = Object.entries(set).flatMap(([label, texts]) =>
      texts.map((text: string) => labelOf(judge.judge(text, null).score) === label),
    );
    expect(judged.filter(Boolean).length / judged.length).toBeGreaterThanOrEqual(least);
  });

  it("5.2: of invented messages that alarm at least 85 % raise an alert, and hardly a calm one does", () => {
    const raises = (text: string) => judge.judge(text, null).escalation_risk >= 0.5;
    const { alarming, calm } = escalationMessages;
    expect(alarming.filter(raises).length / alarming.length).toBeGreaterThanOrEqual(0.85);
    expect(calm.filter(raises).length / calm.length).toBeLessThanOrEqual(0.05);
  });
});
