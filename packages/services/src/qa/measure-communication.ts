import { closing, greeting, solvedCheck, thanks } from "./lexicon.ts";
import { combine, type Measurement, quotePhrases, type Signal } from "./signal.ts";
import { agentMessages, type Thread, type ThreadMessage } from "./thread.ts";
import { wordsOf } from "./words.ts";

export interface ThreadLanguages {
  /** `null`: too short or too unsure to tell. */
  readonly customer: string | null;
  readonly agent: string | null;
}

const shoutingCap = 0.5;
const foreignCap = 0.4;

/** Greeting and closing, readable sentences, structure and length, no shouting, the customer's language. Spelling is not judged. */
export function measureCommunication(thread: Thread, languages: ThreadLanguages): Measurement {
  const agents = agentMessages(thread);
  const tone = calmness(agents);
  const language = sameLanguage(languages);
  const signals = [
    greetingSignal(thread),
    closingSignal(thread),
    readability(agents),
    length(agents),
    structure(agents),
    tone,
    ...(language === null ? [] : [language]),
  ];
  const words = agents.reduce((sum, message) => sum + message.words.length, 0);
  const cap = Math.min(tone.value === 0 ? shoutingCap : 1, language?.value === 0 ? foreignCap : 1);
  return combine(signals, 0.45 + 0.3 * Math.min(1, words / 80), cap);
}

export function greetingSignal(thread: Thread): Signal {
  const evidence = quotePhrases(thread, agentMessages(thread).slice(0, 1), greeting, 1);
  return {
    name: "greeting",
    value: evidence.length > 0 ? 1 : 0,
    weight: 0.2,
    said: evidence.length > 0 ? "the first reply greets" : "the first reply has no greeting",
    evidence,
    advice: "Greet the customer in the first reply.",
  };
}

export function closingSignal(thread: Thread): Signal {
  const last = agentMessages(thread).slice(-1);
  const evidence = [closing, solvedCheck, thanks]
    .flatMap((phrases) => quotePhrases(thread, last, phrases, 1))
    .slice(0, 1);
  return {
    name: "closing",
    value: evidence.length > 0 ? 1 : 0,
    weight: 0.15,
    said: evidence.length > 0 ? "the last reply offers more help" : "the last reply offers no further help",
    evidence,
    advice: "End the last reply with an offer of further help.",
  };
}

function readability(agents: readonly ThreadMessage[]): Signal {
  const sentences = agents.flatMap(({ text }) => text.split(/[.!?:]\s|\n/).map((sentence) => wordsOf(sentence).length));
  const filled = sentences.filter((words) => words > 0);
  const mean = filled.reduce((sum, words) => sum + words, 0) / Math.max(1, filled.length);
  return {
    name: "readability",
    value: Math.min(1, Math.max(0, (40 - mean) / 20)),
    weight: 0.2,
    said: `${Math.round(mean)} words per sentence`,
    evidence: [],
    advice: `Write shorter sentences: ${Math.round(mean)} words on average are hard to follow.`,
  };
}

function length(agents: readonly ThreadMessage[]): Signal {
  const mean = agents.reduce((sum, { words }) => sum + words.length, 0) / agents.length;
  return {
    name: "length",
    value: mean < 4 ? 0.2 : mean < 8 ? 0.6 : mean <= 250 ? 1 : mean <= 500 ? 0.6 : 0.3,
    weight: 0.15,
    said: `${Math.round(mean)} words per reply`,
    evidence: [],
    advice: mean < 8 ? "Write whole sentences; one or two words leave the customer guessing." : "Keep replies shorter.",
  };
}

/** Words from which on a reply wants paragraphs. */
const longReply = 120;

function structure(agents: readonly ThreadMessage[]): Signal {
  const walls = agents.filter(({ words, text }) => words.length > longReply && !/\n/.test(text));
  return {
    name: "structure",
    value: walls.length === 0 ? 1 : 0,
    weight: 0.1,
    said: walls.length === 0 ? "" : "long replies without a paragraph",
    evidence: [],
    advice: "Divide long replies into paragraphs or steps.",
  };
}

/** Of the longer words, from which share on capitals are shouting; an abbreviation is not. */
const loudShare = 0.3;

function calmness(agents: readonly ThreadMessage[]): Signal {
  const loud = agents.find((message) => {
    const words = message.words.filter((word) => /\p{L}{4}/u.test(word.text));
    const capitals = words.filter(
      (word) => word.text === word.text.toUpperCase() && word.text !== word.text.toLowerCase(),
    );
    return capitals.length >= 3 && capitals.length / words.length > loudShare;
  });
  const exclaims = agents.some(({ text }) => /!{2}/.test(text));
  return {
    name: "tone",
    value: loud !== undefined ? 0 : exclaims ? 0.5 : 1,
    weight: 0.2,
    said: loud !== undefined ? "capitals throughout a reply" : exclaims ? "repeated exclamation marks" : "no shouting",
    evidence: [],
    advice: loud !== undefined ? "Do not write in capitals." : "One exclamation mark is enough.",
  };
}

function sameLanguage({ customer, agent }: ThreadLanguages): Signal | null {
  if (customer === null || agent === null) return null;
  const same = customer === agent;
  return {
    name: "language",
    value: same ? 1 : 0,
    weight: 0.15,
    said: same ? "answered in the customer's language" : `the customer writes ${customer}, the replies are ${agent}`,
    evidence: [],
    advice: "Answer in the customer's language.",
  };
}
