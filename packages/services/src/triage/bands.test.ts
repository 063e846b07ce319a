import { beforeAll, describe, expect, it, test } from "vitest";
import { type JudgeText, lying, negative, openJudge, sure, trained, twice } from "./testing/judge.ts";
import { sampleDesk } from "./testing/samples.ts";

let judge: JudgeText;
beforeAll(async () => {
  judge = await openJudge();
});

describe("bands and neutral values", () => {
  it("D10: automate from the threshold on, suggest just below it", () => {
    expect(
      judge(
        twice,
        lying(() => sure(0.9)),
      ).bands,
    ).toMatchObject({ category: "automate", urgency: "automate" });
    expect(
      judge(
        twice,
        lying(() => sure(0.8999)),
      ).bands,
    ).toMatchObject({ category: "suggest", urgency: "suggest" });
    expect(
      judge(
        twice,
        lying(() => sure(0.6)),
      ).bands.category,
    ).toBe("suggest");
    expect(
      judge(
        twice,
        lying(() => sure(0.5999)),
      ).bands.category,
    ).toBe("abstain");
  });

  it("every field that abstains reports its neutral value, and the guess stays among the alternatives", () => {
    const answer = judge(
      twice,
      lying(() => sure(0.4)),
      { ...negative, confidence: 0.4 },
    );
    expect(answer).toMatchObject({ category: "unclassified", urgency: "medium", sentiment: "neutral" });
    expect(answer).toMatchObject({ abstained: true, abstain_reason: "low_confidence" });
    expect(answer.alternatives.category[0]?.value).toBe("billing");
  });

  it("an abstaining category does not silence the tone, for which it means nothing", () => {
    const answer = judge(
      twice,
      lying(() => ({ confidence: 0.99, novel: true })),
    );
    expect(answer).toMatchObject({ category: "unclassified", abstain_reason: "novel_topic", sentiment: "negative" });
    expect(answer.bands.sentiment).toBe("automate");
  });

  it("an uncalibrated tone is never automated", () => {
    expect(judge(twice, trained, { ...negative, calibrated: false }).bands.sentiment).toBe("suggest");
  });

  test.each([
    [
      "U14",
      "unsupported_language",
      { subject: "Paketti", body: "Hei, pakettini ei ole vieläkään saapunut perille. Missä se oikein viipyy, kiitos?" },
    ],
    ["U21", "auto_generated", { subject: "Out of office: Re: invoice", body: "I am out of the office until Monday." }],
    [
      "U21 as HTML",
      "auto_generated",
      { subject: "Re: invoice", body: "<div><p>This is an automated reply.</p><p>I am out of the office.</p></div>" },
    ],
  ] as const)("%s: %s abstains on every field, with a model and without", (_, reason, text) => {
    for (const desk of [trained, sampleDesk()]) {
      const answer = judge(text, desk);
      expect(answer).toMatchObject({
        abstain_reason: reason,
        category: "unclassified",
        urgency: "medium",
        sentiment: "neutral",
      });
    }
  });

  it("language: what the text shows counts, else what the caller says", () => {
    expect(judge({ subject: "pwd", body: "", language: "de-AT" }).language).toBe("de");
    expect(judge({ subject: "pwd", body: "", metadata: { language: "de" } }).language).toBe("de");
    expect(judge({ subject: "pwd", body: "", language: "fi" }).abstain_reason).toBe("unsupported_language");
    expect(judge({ ...twice, language: "de" }).language).toBe("en");
  });
});

describe("urgency", () => {
  const fire = { subject: "Invoice", body: "The invoice is wrong, and the charger you sent caught fire." };

  it("5.4: a hard signal raises it, and is named first among the alternatives", () => {
    const answer = judge(fire);
    expect(answer).toMatchObject({ urgency: "critical", bands: { urgency: "suggest" } });
    expect(answer.alternatives.urgency[0]).toEqual({ value: "critical", confidence: 0.6 });
    expect(answer.thresholds.urgency.automate).toBeNull();
  });

  it("5.4: it does so where the model is unsure, finds the text novel, or is missing", () => {
    for (const desk of [lying(() => sure(0.3)), lying(() => ({ confidence: 0.9, novel: true })), sampleDesk()]) {
      expect(judge(fire, desk).urgency).toBe("critical");
    }
    const weaklyUrgent = lying((target) => (target === "priority" ? { value: "high", ...sure(0.3) } : {}));
    expect(judge({ ...twice, body: "Nobody can work." }, weaklyUrgent).urgency).toBe("high");
  });

  it("5.4: rules only raise, never lower", () => {
    const critical = { ...twice, body: "The invoice is wrong, our system is down." };
    expect(
      judge(
        critical,
        lying((target) => (target === "priority" ? { value: "high", ...sure(0.95) } : {})),
      ).urgency,
    ).toBe("high");
    expect(
      judge(
        critical,
        lying((target) => (target === "priority" ? { value: "high", ...sure(0.95) } : {})),
      ).bands.urgency,
    ).toBe("automate");
  });

  it("the tier of the customer is such a signal, under either name", () => {
    expect(judge({ ...twice, metadata: { tier: "enterprise" } }).urgency).toBe("high");
    expect(judge({ ...twice, metadata: { account_type: "VIP" } }).urgency).toBe("high");
    expect(judge({ ...twice, metadata: { account_type: "premium" } }).urgency).toBe(judge(twice).urgency);
  });
});
