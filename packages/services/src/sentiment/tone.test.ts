import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelOf } from "./label.ts";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { readTone } from "./tone.ts";
import { wordsOf } from "./words.ts";

const [english, german] = builtInLexicons();
const tone = (text: string, lexicon = english!) => readTone(text, wordsOf(text), lexicon);
const score = (text: string) => tone(text).score;

describe("5.2 tone by words", () => {
  it('"not good" is not positive', () => {
    expect(labelOf(score("The service is good."))).toBe("positive");
    expect(labelOf(score("The service is not good."))).toBe("negative");
    expect(score("I don't think it is a good idea")).toBeLessThan(0);
    expect(labelOf(tone("Das gefällt mir nicht.", german).score)).not.toBe("positive");
  });

  it("a negation does not reach into the next clause", () => {
    expect(labelOf(score("It was not expensive. Good service!"))).toBe("positive");
  });

  it("stems are found: disappointed, disappointing, enttäuscht, enttäuschend, also as enttaeuscht", () => {
    for (const word of ["disappointed", "disappointing", "DISAPPOINTMENT"])
      expect(score(`I am ${word}`)).toBeLessThan(-0.3);
    for (const word of ["enttäuscht", "enttäuschend", "enttaeuscht"])
      expect(tone(`Das ist ${word}`, german).score).toBeLessThan(-0.3);
  });

  it("intensifiers strengthen, diminishers weaken", () => {
    expect(score("very disappointing")).toBeLessThan(score("disappointing"));
    expect(score("slightly disappointing")).toBeGreaterThan(score("disappointing"));
    expect(tone("sehr ärgerlich", german).score).toBeLessThan(tone("etwas ärgerlich", german).score);
  });

  it("what stands behind a but counts more", () => {
    expect(score("Good price, but terrible service.")).toBeLessThan(score("Terrible service, but good price."));
  });

  it("emoji and emoticons count", () => {
    expect(labelOf(score("My order 😍"))).toBe("positive");
    expect(labelOf(score("My order 😡"))).toBe("negative");
    expect(score("ok :)")).toBeGreaterThan(score("ok :("));
  });

  it("shouting and repeated punctuation strengthen a tone and are never the only reason for one", () => {
    expect(score("this is BAD, fix the page")).toBeLessThan(score("this is bad, fix the page"));
    expect(score("this is bad!!!")).toBeLessThan(score("this is bad"));
    for (const text of ["THE PRINTER IS ON FLOOR TWO", "Which form do I need???!!!", "HELLO!!!!!!!!"])
      expect(score(text)).toBe(0);
    expect(labelOf(score("WHERE IS MY ORDER???!!!"))).toBe("neutral");
  });

  it("letters that are drawn out are read as meant, and count as shouting does", () => {
    expect(score("this is sooo slow")).toBeLessThan(score("this is slow"));
    expect(labelOf(score("goooood service"))).toBe("positive");
    expect(score("this is baaaad")).toBeLessThan(score("this is bad"));
    expect(score("HMMMM which form do I need")).toBe(0);
  });

  it("praise in a complaint is scorn", () => {
    expect(labelOf(score("Three hours late and my bag is lost. Well done!"))).toBe("negative");
    expect(labelOf(score("Well done, everything arrived!"))).toBe("positive");
  });

  it("what is told weighs more than what is asked about, in both directions", () => {
    expect(score("The box came late.")).toBeLessThan(score("The box came late, can you help?"));
    expect(score("The box came early.")).toBeGreaterThan(score("The box came early, can you help?"));
  });

  it("thanks in a complaint are politeness", () => {
    expect(labelOf(score("Thanks for losing my parcel, terrible delivery."))).toBe("negative");
    expect(labelOf(score("Please send me the form. Thanks in advance!"))).toBe("neutral");
  });

  it("thanks at the end of a request are how a letter ends, at its beginning they are meant", () => {
    expect(labelOf(score("Please add the form to my account. Thank you"))).toBe("neutral");
    expect(labelOf(tone("Bitte senden Sie mir das Formular. Danke", german).score)).toBe("neutral");
    expect(labelOf(score("Thank you! Could you also send me the form?"))).toBe("positive");
    expect(labelOf(score("My form is here, thank you"))).toBe("positive");
  });

  it("who asks for a fact praises little and complains less than who tells", () => {
    expect(labelOf(score("Which is the best plan for two people?"))).toBe("neutral");
    expect(labelOf(score("It is the best plan for two people"))).toBe("positive");
    expect(labelOf(score("What do I do when the wrong form comes up?"))).toBe("neutral");
    expect(labelOf(score("The wrong form came up."))).toBe("negative");
    expect(labelOf(score("Why did the wrong form come up?"))).toBe("negative");
    expect(labelOf(score("Is this terrible form yours?"))).toBe("negative");
  });

  it("a question does not soften the sentence beside it", () => {
    expect(score("How do I get there? It was awful.")).toBe(score("I get there. It was awful?"));
    expect(score("It was awful. Who knows?")).toBeLessThan(-0.5);
  });

  it("offsets are those of the text, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (noise) => {
        const text = `${noise} terrible `;
        const { score, hits } = tone(text);
        expect(score).toBeGreaterThanOrEqual(-1);
        expect(score).toBeLessThanOrEqual(1);
        for (const { start, end } of hits) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }),
    );
    const hidden = "😀😀 ZWJ 👩‍💻 it is ter\u200brible";
    expect(tone(hidden).hits.at(-1)).toMatchObject({ start: hidden.indexOf("ter"), end: hidden.length });
  });
});
