import { describe, expect, it, test } from "vitest";
import { findVerbatim, isSupported, isWholeStatement } from "./support.ts";

describe("5.3: a sentence says no more than its quote", () => {
  test.each([
    ["a condition left out", "You send the parcel back.", "If the seal is whole, you send the parcel back."],
    ["a possibility made a fact", "The refund takes five days.", "The refund may take five days."],
    ["Vielleicht ausgelassen", "Die Erstattung dauert fünf Tage.", "Die Erstattung dauert vielleicht fünf Tage."],
  ])("%s", (_, sentence, quote) => {
    expect(isSupported(sentence, quote, "")).toBe(false);
    expect(isSupported(quote, quote, "")).toBe(true);
  });
});

describe("5.3: a quote that is cut out of its sentence", () => {
  test.each([
    ["behind its condition", "If the seal is whole, you send the parcel back.", "you send the parcel back"],
    ["before its condition", "You send the parcel back if the seal is whole.", "You send the parcel back"],
    ["behind its negation", "We do not refund the postage.", "refund the postage"],
    ["vor seiner Verneinung", "Sie zahlen das Porto für Rücksendungen nicht.", "Sie zahlen das Porto"],
    ["across two sentences", "We never pay the postage. Send the parcel back.", "the postage. Send the parcel"],
  ])("%s says something else", (_, source, quote) => {
    expect(isWholeStatement(findVerbatim(quote, source)!, source)).toBe(false);
  });

  it("may stand where the rest changes nothing, and whatever other sentences say", () => {
    const source = "We never pay the postage. Open the portal, print the label and send the parcel back.";
    expect(isWholeStatement(findVerbatim("print the label and send the parcel back", source)!, source)).toBe(true);
  });
});
