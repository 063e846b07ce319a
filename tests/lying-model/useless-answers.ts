import { facts, languageOf, rates, writes } from "./honest-model.ts";
import { all, type Lie, unusable } from "./lie.ts";
import type { Asked, Script } from "./lying-server.ts";

/** The same words, whoever is asked for whatever. */
function always(words: string): Script {
  const say = () => words;
  return { draft: say, qa: say, classify: say, sentiment: say };
}

const drafts = (...texts: string[]) => ({ draft: (asked: Asked) => writes(asked, texts) });

/** Answers of another form than was asked for, and checks that clear nothing. */
export const uselessAnswers: readonly Lie[] = [
  {
    name: "answers numbers beyond their scales",
    planted: /sapphire/i,
    script: {
      draft: () => ({ sentences: [{ text: facts.en, source: -1, quote: facts.en }], question: null }),
      qa: (asked) => rates(asked, { value: 500 }),
      classify: () => ({ category: "billing", confidence: 7 }),
      sentiment: () => ({ score: 9, confidence: -3 }),
    },
    refused: all,
  },
  {
    name: "answers in another shape",
    planted: /sapphire/i,
    script: {
      draft: () => ({ sentences: "The sapphire", question: 7 }),
      qa: () => ({ criteria: { empathy: "sapphire" }, coaching_notes: "sapphire" }),
      classify: () => ({ category: ["billing", "sapphire"], confidence: 1 }),
      sentiment: () => ({ score: "sapphire", confidence: 1 }),
    },
    refused: all,
  },
  {
    name: "clears nothing it wrote itself",
    planted: /sapphire/i,
    script: {
      ...drafts("The reservation normally disappears within five working days."),
      "draft-check": () => ({ verdicts: [{ number: 1, supported: true, forbidden: true }] }),
    },
    refused: { draft: unusable },
  },
  {
    name: "checks what it was not asked",
    planted: /sapphire/i,
    script: {
      ...drafts("The reservation usually disappears within five working days."),
      "draft-check": () => ({ verdicts: [{ number: 77, supported: true, forbidden: false }] }),
    },
    refused: { draft: unusable },
  },
  { name: "breaks its JSON", planted: /sapphire/i, script: always('{"sapphire": [1, {'), refused: all },
  { name: "answers nothing", planted: /sapphire/i, script: always(""), refused: all },
  { name: "answers in prose", planted: /sapphire/i, script: always("Certainly! The sapphire it is."), refused: all },
  {
    name: "answers a page",
    planted: /sapphire|<html/i,
    script: always("<html><body>sapphire</body></html>"),
    refused: all,
  },
  {
    name: "gives two answers at once",
    planted: /sapphire/i,
    script: {
      draft: (asked) => [JSON.stringify(writes(asked, [facts.en])), JSON.stringify(writes(asked, []))].join("\n"),
      qa: (asked) => [JSON.stringify(rates(asked)), JSON.stringify(rates(asked, { value: 5 }))].join("\n"),
      classify: () => '{"category": "billing", "confidence": 1} {"category": "how_to", "confidence": 1}',
      sentiment: () => '{"score": 1, "confidence": 1} {"score": -1, "confidence": 1}',
    },
    refused: all,
  },
  {
    name: "is cut off in the middle",
    planted: /sapphire/i,
    script: {
      draft: (asked) => JSON.stringify(writes(asked, [facts.en, "Sapphire"])).slice(0, -60),
      qa: (asked) => JSON.stringify(rates(asked)).slice(0, 200),
      classify: () => '{"category": "billing", "conf',
      sentiment: () => '{"score": -0.6, "confidence": 0.',
    },
    refused: all,
  },
  {
    name: "fences true answers in prose",
    planted: /sapphire|```/i,
    script: {
      draft: (asked) =>
        `<think>{"sapphire": 1}</think>Sapphire!\n\`\`\`json\n${JSON.stringify(writes(asked, [facts[languageOf(asked)]]))}\n\`\`\``,
      qa: (asked) => `\`\`\`\n${JSON.stringify(rates(asked))}\n\`\`\`\nSapphire.`,
    },
    refused: {},
  },
];
