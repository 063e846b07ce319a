import { expect, test } from "vitest";
import { titlesOfTests } from "./test-titles.ts";

/** The defects of the published sample code that the services' reference lists. */
const defects = Array.from({ length: 47 }, (_, index) => `D${String(index + 1).padStart(2, "0")}`);

test("every defect of the reference (D01…D47) stands in the title of a test", () => {
  const named = new Set(titlesOfTests().flatMap((title) => title.match(/\bD\d\d\b/g) ?? []));
  expect(
    defects.filter((defect) => !named.has(defect)),
    "defects without a test",
  ).toEqual([]);
});
