import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, cutText, foldBlanks } from "./clean.ts";

const anyText = fc.string({ unit: "binary" });

describe("cleanText", () => {
  test("removes NUL, controls, zero-width and bidirectional marks, soft hyphens and tag characters", () => {
    expect(cleanText("a\u0000b\u200bc\u202ed\u00ade\ufefff\u{e0041}g\u0007")).toBe("abcdefg");
  });

  test("mends lone surrogates and keeps pairs", () => {
    expect(cleanText("x\ud83dy")).toBe("x\ufffdy");
    expect(cleanText("ok 😀")).toBe("ok 😀");
  });

  test("composes to NFC and unifies line ends", () => {
    expect(cleanText("u\u0308ber\r\nzwei\rdrei\u2028vier")).toBe("über\nzwei\ndrei\nvier");
  });

  test("S08: hundreds of thousands of combining marks in reverse order do not hang", () => {
    const text = `a${"\u0301".repeat(200_000)}${"\u0316".repeat(200_000)}`;
    expect(cleanText(text).length).toBeLessThan(40);
  });

  test("is idempotent, gives well-formed text without controls and never grows beyond NFC's factor of three", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.length).toBeLessThanOrEqual(text.length * 3);
      }),
    );
  });
});

describe("foldBlanks", () => {
  test("keeps paragraphs and drops every other blank", () => {
    expect(foldBlanks("  a \t b\u00a0c  \n\n \n\n d\t\n e  ")).toBe("a b c\n\nd\ne");
  });

  test("is idempotent and never longer", () => {
    const blanks = fc.string({ unit: fc.constantFrom("a", " ", "\t", "\n", "\u00a0", "\u3000") });
    fc.assert(
      fc.property(fc.oneof(blanks, anyText), (text) => {
        const folded = foldBlanks(text);
        expect(foldBlanks(folded)).toBe(folded);
        expect(folded.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("cutText", () => {
  test("never cuts a surrogate pair in half", () => {
    expect(cutText("ab😀", 3)).toBe("ab");
    expect(cutText("ab😀", 4)).toBe("ab😀");
  });
});
