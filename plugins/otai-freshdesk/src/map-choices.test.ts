import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findChoice, mapChoices } from "./map-choices.ts";

describe("FD-10: choices in every form", () => {
  it.each([
    [
      "a list of words",
      ["Question", "Problem"],
      [
        ["Question", "Question"],
        ["Problem", "Problem"],
      ],
    ],
    ["a list of objects", [{ label: "Billing", value: "billing" }], [["billing", "Billing"]]],
    [
      "label to number",
      { Low: 1, Urgent: 4 },
      [
        ["1", "Low"],
        ["4", "Urgent"],
      ],
    ],
    ["number to labels", { 6: ["Waiting on Third Party", "Being Processed"] }, [["6", "Waiting on Third Party"]]],
    ["number to label", { 6: "Waiting" }, [["6", "Waiting"]]],
    ["dependent fields", { Germany: { Hesse: ["Kassel"] } }, [["Germany", "Germany"]]],
    ["nothing", null, []],
  ])("reads %s", (_, choices, expected) => {
    expect(mapChoices(choices).map(({ value, label }) => [value, label])).toEqual(expected);
  });

  it("never throws and never invents an empty choice", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (choices) => {
        for (const { value, label } of mapChoices(choices)) {
          expect(typeof value).toBe("string");
          expect(typeof label).toBe("string");
        }
      }),
    );
  });

  it("finds a choice by what is written or shown, whatever the case", () => {
    const choices = mapChoices({ Low: 1, Urgent: 4 });
    expect(findChoice(choices, "urgent")?.value).toBe("4");
    expect(findChoice(choices, "4")?.label).toBe("Urgent");
    expect(findChoice(choices, "severe")).toBeUndefined();
  });
});
