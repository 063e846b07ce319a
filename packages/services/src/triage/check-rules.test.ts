import { describe, expect, it, test } from "vitest";
import { checkRules, inOrder } from "./check-rules.ts";
import { sampleDesk, sampleRule } from "./testing/samples.ts";

const { groups } = sampleDesk();
const fallback = sampleRule("default", 99);
const messages = (...rules: Parameters<typeof checkRules>[0]) => checkRules(rules, groups);

describe("5.4: routing rules are checked before they are saved", () => {
  it("good rules have no problems, and none at all are good too", () => {
    expect(
      messages(sampleRule("a", 1, { category: ["billing"] }), sampleRule("b", 2, { urgency: ["high"] }), fallback),
    ).toEqual([]);
    expect(messages()).toEqual([]);
  });

  it("a missing default is told at the last rule", () => {
    const errors = messages(sampleRule("b", 2, { category: ["sales"] }), sampleRule("a", 1, { category: ["billing"] }));
    expect(errors).toEqual([{ field: "0", message: expect.stringContaining("default") }]);
  });

  it("a default that is switched off, or holds in business hours only, is none", () => {
    expect(messages(sampleRule("d", 1, {}, undefined, false))).toHaveLength(1);
    expect(messages(sampleRule("d", 1, { hours: "business" }))).toHaveLength(1);
  });

  test.each([
    ["by name", { team: "x", group_name: "Biling" }],
    ["by id", { team: "x", group_id: 13 }],
    ["by id and name of two groups", { team: "x", group_id: 12, group_name: "Shipping" }],
  ])("an unknown group %s", (_, then) => {
    const errors = messages(sampleRule("a", 1, { category: ["billing"] }, then), fallback);
    expect(errors).toEqual([{ field: "0.then", message: expect.stringContaining("no ticket system has the group") }]);
  });

  it("where no groups are known, none is unknown", () => {
    expect(checkRules([sampleRule("d", 1)], [])).toEqual([]);
  });

  test.each([
    ["the default", {}, { category: ["billing"] }],
    ["a wider list", { category: ["billing", "sales"] }, { category: ["billing"] }],
    ["fewer conditions", { category: ["billing"] }, { category: ["billing"], urgency: ["high"] }],
    ["a language with its countries", { language: ["de"] }, { language: ["de-AT"] }],
    ["the same in other letters", { category: ["Billing"] }, { category: ["billing"] }],
    ["all hours", { category: ["billing"] }, { category: ["billing"], hours: "business" }],
  ] as const)("a rule behind %s is never reached, and both are named", (_, first, second) => {
    const rules = [
      sampleRule("first", 1, first as object),
      sampleRule("second", 2, second as object),
      ...(Object.keys(first).length === 0 ? [] : [fallback]),
    ];
    const error = messages(...rules).find(({ message }) => message.includes("never reached"));
    expect(error).toEqual({ field: "1", message: '"second" is never reached, because "first" comes first' });
  });

  test.each([
    ["a narrower one", { category: ["billing"], urgency: ["high"] }, { category: ["billing"] }],
    ["other hours", { category: ["billing"], hours: "business" }, { category: ["billing"], hours: "off_hours" }],
    ["a country's language", { language: ["de-AT"] }, { language: ["de"] }],
  ] as const)("a rule behind %s is reached", (_, first, second) => {
    expect(messages(sampleRule("a", 1, first as object), sampleRule("b", 2, second as object), fallback)).toEqual([]);
  });

  it("a rule that is switched off hides nothing and may be unreachable", () => {
    const off = sampleRule("off", 1, {}, undefined, false);
    expect(messages(off, sampleRule("a", 2, { category: ["billing"] }), fallback)).toEqual([]);
  });

  it("an id that stands twice", () => {
    const errors = messages(
      sampleRule("a", 1, { category: ["billing"] }),
      sampleRule("a", 2, { category: ["sales"] }),
      fallback,
    );
    expect(errors).toEqual([{ field: "1.id", message: '"a" stands twice' }]);
  });

  it("order counts, not the place in the list; equal numbers keep it", () => {
    const [a, b, c] = [sampleRule("a", 2), sampleRule("b", 1), sampleRule("c", 2)];
    expect(inOrder([a, b, c]).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });
});
