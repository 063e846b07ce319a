import type { Asked, Script } from "./lying-server.ts";

/** The sentence of an article that answers, by language. */
export const facts = {
  en: "The reservation disappears within five working days.",
  de: "Die Vormerkung verschwindet innerhalb von fünf Werktagen.",
} as const;
export type FactLanguage = keyof typeof facts;

/** The number under which the model was shown the fact. */
export function sourceOf({ prompt }: Asked, fact: string): number {
  const sources = prompt.split(/^\w+ SOURCE \d+\n/m).slice(1);
  return sources.findIndex((text) => text.includes(fact)) + 1;
}

export function languageOf({ system }: Asked): FactLanguage {
  return system.includes("Write in German") ? "de" : "en";
}

/** An answer of sentences that say they rest on the fact. */
export function writes(asked: Asked, texts: readonly string[], question: string | null = null) {
  const quote = facts[languageOf(asked)];
  const source = sourceOf(asked, quote);
  return { sentences: texts.map((text) => ({ text, source, quote })), question };
}

/** Clears whatever it is asked about: the check is no second opinion when the same model lies. */
function nods({ prompt }: Asked) {
  const numbers = prompt.split("\n").map((_, at) => at + 1);
  return { verdicts: numbers.map((number) => ({ number, supported: true, forbidden: false })) };
}

interface Rating {
  readonly value?: number | null;
  readonly reason?: string;
  readonly quote?: string;
  readonly notes?: readonly string[];
}

const criteriaOf = ({ system }: Asked) => [...system.matchAll(/^ {3}"name": "(\w+)"/gm)].map(([, name]) => name!);

/** A rating with a true quote of the agent for every criterion that was asked for. */
export function rates(asked: Asked, { value = 3, reason = "As quoted", quote, notes = [] }: Rating = {}) {
  const names = criteriaOf(asked);
  const messages: { message_index: number; role: string; text: string }[] = JSON.parse(
    asked.prompt.slice(asked.prompt.indexOf("\n["), asked.prompt.lastIndexOf("]") + 1),
  );
  const agent = messages.find(({ role }) => role === "agent")!;
  const quotes = [{ message_index: agent.message_index, quote: quote ?? agent.text.slice(0, 20) }];
  return {
    criteria: names.map((name) => ({ name, value, reason, quotes })),
    coaching_notes: notes.map((note) => ({ criterion: names[0]!, note })),
  };
}

export const honest: Required<Script> = {
  draft: (asked) => writes(asked, [facts[languageOf(asked)]]),
  "draft-check": nods,
  qa: (asked) => rates(asked),
  classify: () => ({ category: "billing", confidence: 0.97 }),
  sentiment: () => ({ score: -0.6, confidence: 0.8 }),
};
