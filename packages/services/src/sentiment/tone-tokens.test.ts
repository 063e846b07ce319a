import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { toneTokens } from "./tone-tokens.ts";

const lexicons = builtInLexicons();
const tokens = (text: string) => toneTokens(text, lexicons);

describe("what a model learns beside the words", () => {
  it("words behind a negation, up to the end of the clause", () => {
    expect(tokens("It is not very good, the form works")).toEqual(expect.arrayContaining(["not very", "not good"]));
    expect(tokens("It is not very good, the form works")).not.toContain("not form");
    expect(tokens("The form works")).not.toContain("not form");
  });

  it("how much is praised and blamed, how strongly, and what stands first and last", () => {
    expect(tokens("Great form, terrible page")).toEqual(
      expect.arrayContaining(["praise:1", "complaint:1", "first:1", "last:-1"]),
    );
    expect(tokens("the form")).toEqual(expect.arrayContaining(["praise:0", "complaint:0", "best:0", "worst:0"]));
  });

  it.each([
    ["Which form do I need?", ["tone:?", "tone:ends?", "tone:opens?"]],
    ["Please send the form", ["tone:request"]],
    ["Thanks!!", ["tone:thanks", "tone:!", "tone:!!"]],
    ["WAITING for 2 hrs...", ["tone:shouted", "tone:span", "tone:digits", "tone:..."]],
    ["soooo late", ["tone:shouted"]],
    ["see https://page.example/a", ["tone:address"]],
  ])("the shape of %j", (text, expected) => expect(tokens(text)).toEqual(expect.arrayContaining(expected)));

  it("are few for any text, and the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(tokens(text)).toEqual(tokens(text));
        expect(tokens(text).length).toBeLessThan(40 + text.length);
      }),
    );
  });
});
