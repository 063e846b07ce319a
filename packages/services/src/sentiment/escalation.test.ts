import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTriggers, riskFrom } from "./escalation.ts";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { readTone } from "./tone.ts";
import { wordsOf } from "./words.ts";

const [english, german] = builtInLexicons();

function read(text: string, lexicon = english!) {
  const words = wordsOf(text);
  const triggers = findTriggers(words, lexicon);
  const risk = riskFrom(triggers, readTone(text, words, lexicon).score);
  return { risk, triggers: triggers.map(({ start, end }) => text.slice(start, end)) };
}

describe("5.2 escalation", () => {
  it("1.6: the published example", () => {
    expect(read("This is unacceptable, I want to cancel!")).toEqual({
      risk: 0.65,
      triggers: ["unacceptable", "cancel"],
    });
  });

  it.each([
    ["We are cancelling today", ["cancelling"]],
    ["I was never refunded", ["refunded"]],
    ["You will hear from my LAWYERS", ["LAWYERS"]],
  ])("English stems: %s", (text, triggers) => expect(read(text).triggers).toEqual(triggers));

  it.each([
    ["Ich werde kündigen", ["kündigen"]],
    ["Ich schalte einen Anwalt ein", ["Anwalt"]],
    ["Die Kuendigung folgt", ["Kuendigung"]],
  ])("German stems: %s", (text, triggers) => expect(read(text, german).triggers).toEqual(triggers));

  it('"no need to cancel" lowers the risk', () => {
    const wanted = read("I need to cancel");
    for (const text of [
      "There is no need to cancel",
      "no need for me to cancel",
      "I do not want to cancel",
      "I won't cancel",
    ]) {
      expect(read(text).triggers).toEqual([]);
      expect(read(text).risk).toBeLessThan(wanted.risk);
    }
    expect(read("Ich möchte nicht kündigen", german).triggers).toEqual([]);
    expect(read("Kündigen möchte ich nicht", german).triggers).toEqual([]);
  });

  it("a refund that did not come, and a cancellation that failed, are no reassurance", () => {
    expect(read("You did not refund me").triggers).toEqual(["refund"]);
    expect(read("Why can't I cancel?").triggers).toEqual(["cancel"]);
    expect(read("Wenn Sie nicht antworten, kündige ich", german).triggers).toEqual(["kündige"]);
  });

  it("what only looks like a trigger is none", () => {
    for (const text of [
      "The password manager is locked",
      "Please ask our account manager",
      "Where is your refund policy?",
    ])
      expect(read(text)).toEqual({ risk: 0, triggers: [] });
  });

  it("shouting alone is no risk", () => expect(read("WHICH FORM DO I NEED???!!!")).toEqual({ risk: 0, triggers: [] }));

  it("triggers are verbatim, and more of them never lower the risk", () => {
    const phrases = ["cancel", "lawyer", "refund", "unacceptable", "twitter", "your supervisor", "third time"];
    fc.assert(
      fc.property(fc.subarray(phrases), fc.subarray(phrases), (some, more) => {
        const kindsOf = (list: readonly string[]) => findTriggers(wordsOf(list.join(". ")), english!);
        const few = kindsOf(some);
        const all = [...few, ...kindsOf(more)];
        expect(riskFrom(all, -0.5)).toBeGreaterThanOrEqual(riskFrom(few, -0.5));
        expect(riskFrom(all, -1)).toBeLessThanOrEqual(1);
        expect(few).toHaveLength(some.length);
      }),
    );
  });
});
