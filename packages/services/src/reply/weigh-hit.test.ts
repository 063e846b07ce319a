import { describe, expect, it } from "vitest";
import type { Passage } from "../knowledge-base/passages.ts";
import { createStemsOf, weighBest, withoutCopies } from "./weigh-hit.ts";

const passage = (articleId: string, title: string, text: string, score: number): Passage => ({
  ...{ articleId, title, text, score, version: 1, externalId: null, url: null, source: "s", language: null },
  ...{ chunkId: `${articleId}#0`, start: 0, end: text.length, answered: true, updatedAt: 0 },
});
const payTwice = passage("a", "I was charged twice", "A second charge is a reservation by your bank.", 0.66);
const sendBack = passage("b", "Send something back", "You have 30 days. The money is back within seven days.", 0.44);
const weigh = (query: string, ...hits: Passage[]) => weighBest(query, hits, createStemsOf());

describe("whether the best passage answers", () => {
  const question = "My card was charged twice. How do I get the money back?";

  it("the words of the question that are left unanswered count against it", () => {
    const all = weigh("Why was I charged twice?", payTwice)!;
    const some = weigh("Why was I charged twice for the blue kettle in March?", payTwice)!;
    expect(some.logOdds).toBeLessThan(all.logOdds);
  });

  it("a copy of the same article from another source is no rival, another article is", () => {
    const alone = weigh(question, payTwice)!;
    const copied = weigh(question, payTwice, { ...payTwice, articleId: "c", source: "t" })!;
    const rivalled = weigh(question, payTwice, { ...sendBack, score: 0.6 })!;
    expect(copied).toMatchObject({ logOdds: alone.logOdds, lead: 1 });
    expect(rivalled.logOdds).toBeLessThan(alone.logOdds);
  });

  it("where something goes is no word of the matter: money back is not a parcel back", () => {
    expect(weigh("How do I get the money back?", sendBack)!.titleWords).toBe(0);
    expect(weigh("How do I send a parcel back?", sendBack)!.titleWords).toBe(1);
  });

  it("parts of compounds are words of the question", () => {
    const parcel = passage("d", "Wo ist mein Paket?", "Die Nummer steht in der Mail.", 0.7);
    expect(weigh("Wie heißt die Paketnummer?", parcel)!.titleWords).toBe(1);
  });

  it("nothing found weighs nothing", () => {
    expect(weigh(question)).toBeNull();
  });
});

it("of passages with the same title and text the first one stays", () => {
  const copy = { ...payTwice, articleId: "c", text: payTwice.text.toUpperCase().replaceAll(" ", "\n") };
  const newer = { ...payTwice, articleId: "d", text: "A second charge is paid back." };
  expect(withoutCopies([payTwice, copy, newer]).map(({ articleId }) => articleId)).toEqual(["a", "d"]);
});
