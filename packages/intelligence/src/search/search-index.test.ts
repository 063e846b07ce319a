import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { plainSearch } from "./plain-search.fixture.ts";
import { SearchIndex } from "./search-index.ts";
import { stemOf, wordsOf } from "./words.ts";

const all = { accepts: () => true, limit: 10 };
function indexOf(...texts: string[]): SearchIndex {
  const index = new SearchIndex();
  for (const text of texts) index.add([{ text, weight: 1 }]);
  return index;
}
const found = (index: SearchIndex, query: string) => index.search(query, all).map(({ text }) => text);

describe("search", () => {
  it("rare words count more than frequent ones, and a whole word more than a piece", () => {
    const index = indexOf("order of a tent", "order of a stove", "tents and orders", "contents of the parcel");
    expect(found(index, "my tent order")[0]).toBe(0);
    expect(found(index, "tent").slice(0, 2)).toEqual([0, 2]);
  });

  test.each([
    ["another ending", "refunded", 0],
    ["a typo", "refudns of money", 0],
    ["a part of a compound", "Adresse", 1],
    ["accents", "Adresse andern", 1],
  ])("%s is found: %s", (_, query, text) => {
    expect(found(indexOf("Refunds take five days", "Rechnungsadresse ändern"), query)[0]).toBe(text);
  });

  it("function words tell nothing apart, in a collection of two texts either", () => {
    const [best] = indexOf("How do I wash it", "Export the list").search("how do I export it", all);
    expect(best!.text).toBe(1);
  });

  it("texts that are not accepted take no part, however good they are", () => {
    const index = indexOf(...Array.from({ length: 600 }, () => "tent tent tent"), "a tent");
    expect(index.search("tent", { accepts: (text) => text === 600, limit: 3 }).map(({ text }) => text)).toEqual([600]);
  });

  it("nothing is found for a question without words, or in an empty index", () => {
    expect(found(indexOf("a tent"), " ?! ")).toEqual([]);
    expect(found(indexOf(), "tent")).toEqual([]);
  });

  const words = "tent tents stove order orders ordering refund refunds Rechnung Rechnungen the a how Zelt".split(" ");
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
    .map((chosen) => chosen.join(" "));
  /** Scores with the texts that have them: which of two equal ones comes first is told by another test. */
  const byScore = (hits: readonly { text: number; score: number }[]) =>
    hits.map(({ text, score }) => `${score.toFixed(9)} ${text}`).sort();

  it("scores every text as the formula says, and finds no others", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), sentence, (texts, query) => {
        const hits = indexOf(...texts).search(query, { accepts: () => true, limit: 100 });
        expect(byScore(hits)).toEqual(byScore(plainSearch(texts, query)));
      }),
      { numRuns: 40 },
    );
  });

  it("so it does where words of the question are in more than a thousand texts", () => {
    const texts = Array.from(
      { length: 1_100 },
      (_, at) =>
        `order ${at % 10 === 0 ? "tent " : ""}${at % 3 === 0 ? "the refund" : "a"} ${at % 7 === 0 ? "order" : ""}`,
    );
    const best = indexOf(...texts).search("order a tent", { accepts: () => true, limit: 100 });
    const plain = new Map(plainSearch(texts, "order a tent").map(({ text, score }) => [text, score]));
    expect(best).toHaveLength(100);
    for (const { text, score } of best) expect(score).toBeCloseTo(plain.get(text)!, 9);
    expect(best[0]!.score).toBeCloseTo(Math.max(...plain.values()), 9);
  });

  it("of equally good texts the one added first comes first", () => {
    expect(found(indexOf("a stove", "a tent", "a tent", "a stove", "a tent"), "tent")).toEqual([1, 2, 4]);
  });

  it("a removed text is gone, and the rest is as if it had never been there", () => {
    const texts = fc.array(fc.stringMatching(/^(?:tent|stove|order|refund|the|a| )+$/), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.nat(), (given, at) => {
        const gone = at % given.length;
        const index = indexOf(...given);
        index.remove(gone);
        index.remove(gone);
        const fresh = indexOf(...given.filter((_, place) => place !== gone));
        const renumbered = fresh
          .search("tent order", all)
          .map(({ text, score }) => ({ text: text >= gone ? text + 1 : text, score }));
        expect(index.search("tent order", all)).toEqual(renumbered);
        expect(index.size).toBe(given.length - 1);
      }),
    );
  });

  it("scores are between 0 and 1 and go down, whatever is asked", () => {
    const index = indexOf("a tent with poles", "tent pegs", "Zelt und Stangen", "テント", "x".repeat(500));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.lorem()), (query) => {
        const scores = index.search(query, all).map(({ score }) => score);
        for (const [place, score] of scores.entries()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          if (place > 0) expect(score).toBeLessThanOrEqual(scores[place - 1]!);
        }
      }),
    );
  });

  it("a search leaves nothing behind for the next one", () => {
    const index = indexOf("a tent", "a stove");
    const before = index.search("tent", all);
    index.search("stove tent", { accepts: () => false, limit: 1 });
    expect(index.search("tent", all)).toEqual(before);
  });
});

test.each([
  ["charges", "charged"],
  ["charging", "charge"],
  ["cancelled", "cancelling"],
  ["policies", "policy"],
  ["Rechnungen", "Rechnung"],
  ["Bestellung", "Bestellungen"],
])("%s and %s have one stem", (a, b) => {
  expect(stemOf(wordsOf(a)[0]!)).toBe(stemOf(wordsOf(b)[0]!));
});

it("identifiers are no words, error codes and years are", () => {
  expect(wordsOf("Order 4711123 of 2026: error 500 ⟨Straße⟩")).toEqual([
    "order",
    "of",
    "2026",
    "error",
    "500",
    "strasse",
  ]);
});
