import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBoilerplate, stripBoilerplate } from "./boilerplate.ts";

const form = (number: number, message: string) =>
  `New request ${number} from the shop\nName: Mara${"x".repeat(number)}\nMessage: ${message}\n\nSent by the contact form of shop.example`;

describe("U29: what a sender's mails have in common does not decide about their content", () => {
  const bodies = Array.from({ length: 12 }, (_, i) => form(i, `problem of kind ${"abcdefghijkl"[i]}`));

  test("a contact form is reduced to its content", () => {
    const boilerplate = findBoilerplate(bodies)!;
    expect(stripBoilerplate(form(99, "the invoice is wrong\nplease mend it"), boilerplate)).toBe(
      `Mara${"x".repeat(99)}\nthe invoice is wrong\nplease mend it`,
    );
  });

  test("fewer than ten mails, or mails without anything in common, teach nothing", () => {
    expect(findBoilerplate(bodies.slice(0, 9))).toBeNull();
    expect(findBoilerplate(Array.from({ length: 12 }, (_, i) => "abcdefghijkl"[i]!.repeat(5)))).toBeNull();
  });

  test("a mail that is the template alone stays", () => {
    const boilerplate = findBoilerplate(Array.from({ length: 10 }, () => "printer alarm"))!;
    expect(stripBoilerplate("printer alarm", boilerplate)).toBe("printer alarm");
  });

  test("never throws, never adds", () => {
    const text = fc.string({ unit: fc.constantFrom("a", ":", "\n", "1", " ", "\ud83d") });
    fc.assert(
      fc.property(fc.array(text, { minLength: 10, maxLength: 14 }), text, (learnt, body) => {
        const boilerplate = findBoilerplate(learnt);
        if (boilerplate !== null) expect(stripBoilerplate(body, boilerplate).length).toBeLessThanOrEqual(body.length);
      }),
    );
  });
});
