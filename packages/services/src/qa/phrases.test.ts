import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { acknowledgement, apology, stillOpen, thanks } from "./lexicon.ts";
import { compilePhrases, findPhrases } from "./phrases.ts";
import { wordKey, wordsOf } from "./words.ts";

const found = (text: string, phrases: ReturnType<typeof compilePhrases>) =>
  findPhrases(wordsOf(text), phrases).map(({ start, end }) => text.slice(start, end));

describe("phrases", () => {
  it("are found as whole words, whatever the case and punctuation", () => {
    expect(found("SORRY, but: I'm sorry!", apology)).toEqual(["SORRY", "sorry"]);
    expect(found("We are sorrowful", apology)).toEqual([]);
    expect(found("Das tut mir sehr leid.", apology)).toEqual(["tut mir sehr leid"]);
  });

  it("the longest counts where several begin at one word", () => {
    expect(found("thank you very much", thanks)).toEqual(["thank you very much"]);
  });

  it.each([
    ["I am sory for that", apology],
    ["Apolgies for the delay", apology],
    ["I undrestand your situation", acknowledgement],
    ["es funktoiniert nicht", stillOpen],
    ["fuer Ihre Geduld", compilePhrases("für ihre geduld")],
  ])("5.1 fairness: the usual misspellings count as the word: %s", (text, phrases) => {
    expect(found(text, phrases)).toHaveLength(1);
  });

  it.each(["no worry", "I think so", "the pleased customer"])("another word is not a misspelling: %s", (text) => {
    expect(found(text, compilePhrases("sorry|thank|please"))).toEqual([]);
  });

  test("swapping or doubling an inner letter of a word never changes its key", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüß]{5,12}$/), fc.nat(), (word, seed) => {
        const letters = [...word];
        const at = 1 + (seed % (letters.length - 3));
        const swapped = [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join("");
        const doubled = [...letters.slice(0, at + 1), letters[at], ...letters.slice(at + 1)].join("");
        expect(wordKey(swapped)).toBe(wordKey(word));
        expect(wordKey(doubled)).toBe(wordKey(word));
      }),
    );
  });

  test("what is found stands in the text, in order, without overlaps", () => {
    const text = fc
      .array(fc.constantFrom("thank", "you", "very", "much", "thanks", "danke", "x", "\n", "!"))
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(text, (given) => {
        let last = 0;
        for (const { start, end } of findPhrases(wordsOf(given), thanks)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});
