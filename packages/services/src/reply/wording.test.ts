import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { wordEditDistance } from "./edit-distance.ts";
import { findForbiddenPromises, findPromises } from "./promises.ts";
import { findQuantities, quantitiesAgree } from "./quantities.ts";
import { splitSentences } from "./sentences.ts";
import { findVerbatim, isSupported } from "./support.ts";
import { contentStems } from "./terms.ts";

describe("sentences", () => {
  test.each([
    ["Open it. Close it! Done?", ["Open it.", "Close it!", "Done?"]],
    [
      "Das gilt z. B. für Nr. 5 ab dem 3. Mai. Danach nicht.",
      ["Das gilt z. B. für Nr. 5 ab dem 3. Mai.", "Danach nicht."],
    ],
    [
      "It costs 4.50 EUR e.g. in Rome. See www.shop.example now.",
      ["It costs 4.50 EUR e.g. in Rome.", "See www.shop.example now."],
    ],
    ["Do this:\n- One.\n- Two.", ["Do this:", "- One.", "- Two."]],
  ])("%j", (text, expected) => {
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(expected);
  });

  it("headings and questions of an article are told apart from what it says", () => {
    const kinds = splitSentences("Refunds\nWhen do I get it?\nSoon.").map(({ kind }) => kind);
    expect(kinds).toEqual(["heading", "heading", "sentence"]);
  });

  it("are verbatim, in order and cover every word, whatever the text", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "B", " ", ".", "!", "?", "\n", "-", "1", "ä", ":", "„") });
    fc.assert(
      fc.property(texts, (text) => {
        const sentences = splitSentences(text);
        let at = 0;
        for (const sentence of sentences) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(text.slice(at, sentence.start).trim()).toBe("");
          at = sentence.end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});

describe("quantities", () => {
  test.each([
    ["1,000.50 EUR", "1.000,50 €", true],
    ["$5", "5 dollars", true],
    ["five days", "5 days", true],
    ["fünf Werktage", "5 Arbeitstagen", true],
    ["5 days", "5 business days", false],
    ["5 days", "5 weeks", false],
    ["3 days", "3–5 days", true],
    ["4 days", "3–5 days", false],
    ["20 %", "20 percent", true],
    ["5 EUR", "5 USD", false],
    ["one of our apps", "nothing", true],
  ])("%j within %j: %s", (text, source, agrees) => {
    expect(quantitiesAgree(text, source)).toBe(agrees);
  });

  it("every whole number is found with its value", () => {
    fc.assert(
      fc.property(fc.nat(999_999), (number) => {
        expect(findQuantities(`about ${number} days`)).toMatchObject([{ value: String(number), unit: "day" }]);
      }),
    );
  });
});

describe("5.3: support", () => {
  const quote = "To export your data, open Settings and choose Export.";
  test.each([
    ["Open Settings and choose Export.", true],
    ["You can export your data: open Settings and choose Export.", true],
    ["Open Settings and choose Delete.", false],
    ["Never open Settings.", false],
    ["Always open Settings and choose Export.", false],
    ["You must open Settings and choose Export.", false],
    ["Choose Settings, export, open data.", false],
    ["", false],
  ])("%j: %s", (sentence, supported) => {
    expect(isSupported(sentence, quote, "CSV")).toBe(supported);
  });

  it("a condition of the quote must not be left out", () => {
    const narrow = "Refunds are possible only within 14 days.";
    expect(isSupported("Refunds are possible within 14 days.", narrow, "")).toBe(false);
    expect(isSupported("Refunds are possible only within 14 days.", narrow, "")).toBe(true);
  });

  it.each([
    ["Die Erstattung dauert fünf Werktage.", true],
    ["Die Erstattung dauert 5 Werktage.", true],
    ["Die Erstattung dauert keine fünf Werktage.", false],
    ["Die Erstattung dauert fünf Tage.", false],
    ["Die Erstattung dauert immer fünf Werktage.", false],
  ])("German: %j: %s", (sentence, supported) => {
    expect(isSupported(sentence, "Die Erstattung dauert fünf Werktage.", "Erstattung")).toBe(supported);
  });

  it("a sentence supports itself, another word in it does not", () => {
    const words = fc.array(fc.constantFrom(..."parcel invoice refund printer router export account".split(" ")), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, (list) => {
        const sentence = `${list.join(" ")}.`;
        expect(isSupported(sentence, sentence, "")).toBe(true);
        expect(isSupported(`${list.join(" ")} burnt.`, sentence, "")).toBe(false);
      }),
    );
  });

  it("a quote is verbatim but for blanks and kinds of quotation marks", () => {
    const source = "First.  Press “Save” and\nwait. Last.";
    const place = findVerbatim('Press "Save" and wait.', source)!;
    expect(source.slice(place.start, place.end)).toBe("Press “Save” and\nwait.");
    expect(findVerbatim("press “Save” and wait.", source)).toBeNull();
    expect(findVerbatim("First.", source)).toBeNull();
  });
});

describe("5.3: forbidden promises", () => {
  test.each([
    ["action_done", "I have escalated your case."],
    ["action_done", "We've just refunded you."],
    ["action_done", "Your order has now been cancelled."],
    ["action_done", "Ich habe Ihren Fall an die Technik weitergeleitet."],
    ["action_done", "Der Betrag wurde Ihrem Konto gutgeschrieben."],
    ["commitment", "We will call you."],
    ["commitment", "You'll receive a replacement."],
    ["commitment", "Wir werden das klären."],
    ["commitment", "Wir kümmern uns darum."],
    ["deadline", "This takes 24 hours."],
    ["deadline", "It arrives by Monday."],
    ["deadline", "It arrives tomorrow."],
    ["deadline", "Das dauert drei Werktage."],
    ["deadline", "Es kommt am 3. Mai."],
    ["amount", "That is 49.90 EUR."],
    ["amount", "That is €5."],
    ["amount", "Das sind 20 Euro."],
    ["discount", "Here is a voucher."],
    ["discount", "You get 20% off."],
    ["discount", "Wir geben 10 % Rabatt."],
    ["legal_advice", "You are legally entitled to it."],
    ["legal_advice", "Sie haben einen Rechtsanspruch darauf."],
    ["medical_advice", "Take 20 mg of it."],
    ["medical_advice", "Fragen Sie Ihren Arzt."],
    ["fault", "This was our mistake."],
    ["fault", "Das war unser Fehler."],
    ["other_customer", "Many other customers have this."],
    ["other_customer", "Viele Kunden haben das Problem."],
  ])("%s: %s", (kind, text) => {
    expect(findPromises(text).map((found) => found.kind)).toContain(kind);
    expect(findForbiddenPromises(text, "", "article").length).toBeGreaterThan(0);
    expect(findForbiddenPromises(text, text, "solved").length).toBeGreaterThan(0);
  });

  test.each([
    "Open Settings and choose Export.",
    "Please restart the router.",
    "The invoice is in your account under Billing.",
    "Sie finden die Rechnung im Konto.",
    "Starten Sie den Router neu.",
    "Once you have changed the password, log in again.",
  ])("an ordinary sentence has none: %s", (text) => {
    expect(findPromises(text)).toEqual([]);
  });

  test.each([
    ["Refunds take 5 business days.", "article", true],
    ["Shipping costs 4.90 EUR.", "article", true],
    ["Wir erstatten den Betrag innerhalb von 14 Tagen.", "article", true],
    ["Once the refund has been issued, your bank needs 3 days.", "article", true],
    ["Your refund has been issued.", "article", false],
    ["Your refund has been issued.", "thread", true],
    ["Your refund has been issued.", "context", true],
    ["This was our mistake.", "article", false],
    ["Refunds take 5 business days.", "solved", false],
  ] as const)("%s, quoted from %s: %s", (text, source, fine) => {
    expect(findForbiddenPromises(text, text, source).length === 0).toBe(fine);
  });
});

test.each(["1,", "1.1.", "we have just ", "wurde a ", "your a b "])(
  "S08: hostile lengths of %j are read in linear time",
  (part) => {
    // Quadratic time would take minutes, and the test's limit ends it.
    expect(findPromises(part.repeat(400_000 / part.length)).length).toBeLessThan(9);
  },
);

describe("edit distance on words", () => {
  test.each([
    ["a b c d", "a b c d", 0],
    ["a b c d", "a x c d", 0.25],
    ["a b c d", "a b c", 0.25],
    ["a", "b", 1],
    ["", "", 0],
    ["Reversed [1].", "Reversed.", 0],
  ])("%j → %j: %d", (before, after, distance) => {
    expect(wordEditDistance(before, after)).toBe(distance);
  });

  it("is symmetric, within 0..1, and 0 only for the same words", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const distance = wordEditDistance(one, other);
        expect(distance).toBe(wordEditDistance(other, one));
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(distance === 0).toBe(one === other);
      }),
    );
  });
});

test.each([
  ["charges charged charging charge", 1],
  ["Rechnung Rechnungen", 1],
  ["Abbuchung Abbuchungen abgebucht", 2],
  ["setting settings", 1],
])("inflected forms of %j have %i stems", (text, count) => {
  expect(new Set(contentStems(text)).size).toBe(count);
});
