import { describe, expect, test } from "vitest";
import { readAnswer } from "./read-answer.ts";
import { verdict } from "./testing/model-bench.ts";

const good = '{"category": "billing", "score": 0.5}';
const value = { category: "billing", score: 0.5, quotes: [] };
const other = good.replace("0.5", "0.9");

describe("U08: an answer is found in what a model writes", () => {
  test.each([
    ["plain", good],
    ["fenced", `\`\`\`json\n${good}\n\`\`\``],
    ["within prose that has brackets of its own", `As asked [see 1] here {it is}: ${good} I hope it helps.`],
    ["commented", '{"category": "billing", // about money\n "score": 0.5}'],
    ["with invented keys", '{"category": "billing", "score": 0.5, "mood": "sunny", "delete_ticket": true}'],
    ["doubled", `${good}\n${good}`],
    ["after thinking aloud", `<think>Perhaps ${other}? No.</think>${good}`],
    ["after one that does not fit", `{"category": "refunds"} or rather ${good}`],
    [
      "without its end, all that is required being there",
      '{"category": "billing", "score": 0.5, "quotes": ["a whole one", "a ha',
    ],
  ])("%s", (name, text) => {
    const quotes = name.startsWith("without") ? ["a whole one"] : [];
    expect(readAnswer(text, verdict)).toMatchObject({ fits: true, value: { ...value, quotes } });
  });

  test.each([
    ["", "There is no JSON object in it."],
    ["I cannot do that.", "There is no JSON object in it."],
    [`${good} ${other}`, "It holds 2 different answers; one is wanted."],
    ['{"category": "billing", "sco', "It was cut off before its end; be shorter."],
    [`<think>Perhaps ${good}`, "It ended while thinking; answer without."],
    ['{"category": "billing", "score": 7}', "score: Too big: expected number to be <=1"],
    ['{"category": "other", "score": "0.5"}', expect.stringMatching(/^category: .*; score: /)],
  ])("%j is refused with the reason", (text, fault) => {
    expect(readAnswer(text, verdict)).toEqual({ fits: false, fault });
  });

  test("an answer full of brackets is given up soon", () => {
    expect(readAnswer("{".repeat(200_000), verdict).fits).toBe(false);
  });
});
