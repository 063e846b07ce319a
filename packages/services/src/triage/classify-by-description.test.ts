import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyByDescription } from "./classify-by-description.ts";
import { englishTickets, germanTickets } from "./quality/starter-tickets.fixture.ts";
import { starterCategories } from "./starter-categories.ts";
import type { CategorySetting } from "./triage-desk.ts";

const suggestFrom = 0.6;
const setting = (name: string, description: string, examples: readonly string[] = []): CategorySetting => ({
  name,
  description,
  examples,
  parent: null,
});

/** @param examples of each category and language, which are then not judged */
function judge(tickets: typeof englishTickets, examples: number) {
  const categories = starterCategories.map((category) => ({
    ...category,
    examples: [englishTickets, germanTickets].flatMap((set) =>
      (set[category.name] ?? []).slice(0, examples).map((ticket) => ticket.join("\n")),
    ),
  }));
  const classify = classifyByDescription(categories);
  const judged = Object.entries(tickets).flatMap(([category, list]) =>
    list.slice(examples).map((ticket) => {
      const best = classify(ticket.join("\n")).guesses[0]!;
      return { right: best.value === category, suggested: best.confidence >= suggestFrom };
    }),
  );
  const suggested = judged.filter((one) => one.suggested);
  return {
    top1: judged.filter(({ right }) => right).length / judged.length,
    suggested: suggested.length / judged.length,
    precision: suggested.filter(({ right }) => right).length / suggested.length,
  };
}

describe("U28: works from zero labels", () => {
  it.each([
    ["English", englishTickets],
    ["German", germanTickets],
  ])("%s tickets over the starter set by descriptions alone", (_, tickets) => {
    const { top1, suggested, precision } = judge(tickets, 0);
    expect(top1).toBeGreaterThanOrEqual(0.9);
    expect(suggested).toBeGreaterThanOrEqual(0.7);
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it("an example per category does no harm", () => {
    expect(judge(englishTickets, 1).precision).toBeGreaterThanOrEqual(0.95);
    expect(judge(germanTickets, 1).precision).toBeGreaterThanOrEqual(0.95);
  });

  it("the tickets cover the whole set in both languages", () => {
    const names = starterCategories.map(({ name }) => name);
    for (const set of [englishTickets, germanTickets]) expect(Object.keys(set)).toEqual(names);
  });
});

describe("what descriptions and examples say", () => {
  const network = [
    setting("t2_net_eu", "Network in Europe: VPN, firewall, router, WLAN access points in Paris and Berlin"),
    setting("t2_erp", "Purchase orders, stock and accounting in the ERP"),
  ];

  it("U07: queue T2-NET-EU is found by its description, not by its name", () => {
    const { guesses } = classifyByDescription(network)("The firewall in Berlin blocks our VPN");
    expect(guesses[0]?.value).toBe("t2_net_eu");
    expect(guesses[0]?.confidence).toBeGreaterThanOrEqual(suggestFrom);
  });

  it("a single word is not enough to suggest, none says nothing", () => {
    const classify = classifyByDescription(network);
    expect(classify("firewall").guesses[0]?.confidence).toBeLessThan(suggestFrom);
    expect(classify("Guten Tag, bitte helfen Sie mir").guesses.map(({ confidence }) => confidence)).toEqual([0, 0]);
  });

  it("words of examples count, and more when several have them", () => {
    const once = [setting("coffee", "Kitchen", ["the grinder is jammed"]), setting("parking", "Cars")];
    const thrice = [
      setting("coffee", "Kitchen", ["grinder jammed", "grinder is loud", "new grinder"]),
      setting("parking", "Cars"),
    ];
    const [few, many] = [once, thrice].map((set) => classifyByDescription(set)("grinder").guesses[0]!);
    expect(few?.value).toBe("coffee");
    expect(many!.confidence).toBeGreaterThan(few!.confidence);
  });

  it("words that two categories share decide nothing", () => {
    const classify = classifyByDescription([setting("a", "parcel invoice"), setting("b", "parcel crash")]);
    const [first, second] = classify("parcel").guesses;
    expect(first?.confidence).toBe(second?.confidence);
  });

  it("inflections of a word are one word, accents and case do not matter", () => {
    const classify = classifyByDescription([setting("a", "Rückerstattung"), setting("b", "Passwort")]);
    for (const text of ["RUCKERSTATTUNGEN", "rückerstattet"])
      expect(classify(text).guesses[0]).toMatchObject({ value: "a" });
  });

  it("whatever the text: shares are probabilities, evidence lies in the text", () => {
    const words = fc.constantFrom("invoice", "VPN", "Berlin", "😀", "Straße", "ERP", "…", "\u0301e", "-");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(words).map((list) => list.join(" ")),
        ),
        (text) => {
          const { guesses, evidence } = classifyByDescription(network)(text);
          expect(guesses.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1);
          for (const { start, end } of evidence) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]{3,40}$/u);
        },
      ),
    );
  });
});
