import { describe, expect, it, test } from "vitest";
import { findUrgencySignal } from "./urgency-signals.ts";

describe("5.4: hard signals of urgency", () => {
  test.each([
    ["The charger caught fire.", "critical"],
    ["Achtung, es brennt im Lager!", "critical"],
    ["Un choc électrique, puis plus rien.", "critical"],
    ["My account was hacked.", "critical"],
    ["Mon compte est piraté depuis hier.", "critical"],
    ["Production is down since 8.", "high"],
    ["Totalausfall im Werk", "high"],
    ["The transfer has been lost.", "high"],
    ["Unsere Überweisung ist verschwunden.", "high"],
    ["We need it by end of day.", "high"],
    ["Bitte spätestens morgen.", "high"],
  ] as const)("%s → %s", (text, urgency) => {
    expect(findUrgencySignal(text)).toMatchObject({ raisesTo: urgency });
  });

  test.each([
    "URGENT!!! please answer",
    "DRINGEND: Frage zur Rechnung",
    "The lamp is not burning: die Lampe brennt nicht",
    "The deadline is in March.",
    "Bis morgen!",
    "Our system is downloading the file.",
    "",
  ])("%j is none", (text) => {
    expect(findUrgencySignal(text)).toBeNull();
  });

  it("the strongest one counts, and the words are quoted", () => {
    const text = "Service is down and a router caught fire.";
    expect(findUrgencySignal(text)).toEqual({ raisesTo: "critical", sign: 'A sign of safety: "caught fire"' });
  });

  it("the highest tiers are at least high, the others say nothing", () => {
    expect(findUrgencySignal("Hello", "VIP")).toEqual({ raisesTo: "high", sign: "A customer of the tier vip" });
    expect(findUrgencySignal("A router caught fire", "enterprise")?.raisesTo).toBe("critical");
    expect(findUrgencySignal("Hello", "premium")).toBeNull();
  });

  it("S08: a hostile text takes no longer than a plain one of its length", () => {
    for (const piece of ["caught ", "bis heute ", "system ", "by end of the "]) {
      expect(findUrgencySignal(piece.repeat(20_000))).toBeNull();
    }
  });
});
