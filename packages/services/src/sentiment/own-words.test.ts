import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownWords } from "./own-words.ts";

const wordsOf = (text: string) => ownWords(text).own.split(/\s+/).filter(Boolean).join(" ");

describe("5.2, D29: only the customer's own words", () => {
  it("an angry quotation above and below a friendly reply is blank", () => {
    const text = [
      "On Mon, 2 Nov 2026 at 10:00, Mara <mara@shop.example> wrote:",
      "> this is terrible and unacceptable",
      "",
      "Thank you, all is well now!",
      "",
      "-----Original Message-----",
      "I hate this.",
    ].join("\r\n");
    expect(wordsOf(text)).toBe("Thank you, all is well now!");
  });

  it("signatures are blank", () => {
    expect(wordsOf("The door arrived in perfect shape today.\n\n-- \nBad Company Ltd\nAngry Street 5")).toBe(
      "The door arrived in perfect shape today.",
    );
  });

  it("HTML becomes text first, hidden text is none", () => {
    expect(wordsOf('<p>All <b>fine</b></p><div style="display:none">terrible</div>')).toBe("All fine");
  });

  it.each(["\n", "\r\n", "\r", "\u2028"])("lines may end with %j", (end) => {
    expect(wordsOf(["> terrible", "All is well", "now"].join(end))).toBe("All is well now");
  });

  it("what is left stands where it stood", () => {
    const line = fc.constantFrom(
      "Great, thank you",
      "> terrible",
      "",
      "It   works \t now",
      "Am 2.11.2026 schrieb Mara:",
      "-- ",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { plain, own } = ownWords(lines.join("\n"));
        expect(own).toHaveLength(plain.length);
        for (let at = 0; at < own.length; at++) if (own[at]!.trim() !== "") expect(own[at]).toBe(plain[at]);
        expect(own).not.toContain("terrible");
      }),
    );
  });
});
