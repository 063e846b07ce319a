import { expect, test } from "vitest";
import { titlesOfTests } from "./test-titles.ts";

const numbered = (prefix: string, last: number) => Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);

/** The trap tables of the ticket systems' reference. */
const traps = [
  ...numbered("FD-", 18),
  ...numbered("FD-S", 14),
  ...numbered("ZD-", 22),
  ...numbered("ZM-", 18),
  ...numbered("OT-", 23),
  ...numbered("GW-", 8),
];

test("every trap of the reference (FD-1…18, FD-S1…14, ZD-1…22, ZM-1…18, OT-1…23, GW-1…8) stands in the title of a test", () => {
  const named = new Set(titlesOfTests().flatMap((title) => title.match(/\b(FD-S?|ZD-|ZM-|OT-|GW-)\d+\b/g) ?? []));
  expect(
    traps.filter((trap) => !named.has(trap)),
    "traps without a test",
  ).toEqual([]);
});
