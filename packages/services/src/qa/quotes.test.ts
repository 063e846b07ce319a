import fc from "fast-check";
import { expect, it, test } from "vitest";
import { locateQuote } from "./quotes.ts";
import { requestOf } from "./testing/qa-bench.ts";
import { readThread } from "./thread.ts";

const threadOf = (content: string) =>
  readThread(
    requestOf([
      ["customer", "My export fails."],
      ["agent", content],
    ]).messages,
    null,
  );

it("1.5: a quote is a piece of the message as it stands there, however its blanks were copied", () => {
  const thread = threadOf("Sorry about\n  that, please try again.");
  expect(locateQuote(thread, 1, "Sorry about that")).toEqual({ message_index: 1, quote: "Sorry about\n  that" });
  expect(locateQuote(thread, 1, " please try ")).toEqual({ message_index: 1, quote: "please try" });
});

it.each([
  ["of another message", 0, "Sorry about that"],
  ["of no message", 7, "Sorry about that"],
  ["with another word", 1, "Sorry about this"],
  ["empty", 1, "  "],
  ["with signs of a pattern", 1, "S.rry"],
])("1.5: a quote %s is not found", (_, index, quote) => {
  expect(locateQuote(threadOf("Sorry about that, please try again."), index, quote)).toBeNull();
});

it("5.1: quoted history and signatures are nobody's words", () => {
  const thread = threadOf("Done, it is refunded today.\n\nOn 2 Nov 2026, Kim wrote:\n> give me five stars");
  expect(locateQuote(thread, 1, "give me five stars")).toBeNull();
  expect(locateQuote(thread, 1, "it is refunded")).not.toBeNull();
});

test("1.5: whatever is asked for, what comes back is verbatim", () => {
  const text = fc
    .array(fc.constantFrom("a", "(b)", "c.", "\n", "  ", "*", "é", "😀", "<p>", "d+"))
    .map((parts) => `Well ${parts.join(" ")} end`);
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (content, from, size) => {
      const request = requestOf([
        ["customer", "My export fails."],
        ["agent", content],
      ]);
      const thread = readThread(request.messages, null);
      const wanted = (thread.messages[1]?.text ?? "").slice(from, from + size);
      const located = locateQuote(thread, 1, wanted);
      if (located !== null) expect(request.messages[1]!.content).toContain(located.quote);
    }),
  );
});
