import { confirmation, done, solvedCheck, steps, stillOpen, stopWords, thanks } from "./lexicon.ts";
import { type Found, findPhrases, isPhrase } from "./phrases.ts";
import { combine, holds, type Measurement, quotePhrases, type Signal } from "./signal.ts";
import { agentMessages, customerMessages, type Thread, type ThreadMessage } from "./thread.ts";

/** Was the customer's matter taken up, with something concrete, and what did the customer say at the end? */
export function measureResolution(thread: Thread): Measurement {
  const last = thread.messages.at(-1)!;
  const word = last.role === "customer" ? lastWord(thread, last) : silence;
  const agents = agentMessages(thread);
  const signals = [word, vocabulary(thread, agents), concrete(thread, agents), check(thread, agents, word)];
  return combine(signals, last.role === "customer" ? 0.75 : 0.45, word.cap);
}

type LastWord = Signal & { readonly cap: number };

const silence: LastWord = {
  name: "last word",
  value: 0.6,
  weight: 0.4,
  said: "the customer did not answer the last reply",
  evidence: [],
  advice: null,
  cap: 1,
};

function lastWord(thread: Thread, last: ThreadMessage): LastWord {
  const open = isStillOpen(last);
  const confirmed = confirmations(last).some(({ negated }) => !negated);
  const quote = (phrases: typeof thanks) => quotePhrases(thread, [last], phrases, 1);
  const base = { name: "last word", weight: 0.4 };
  const advice = "Do not close while the customer's last message is unanswered or says that it is not solved.";
  if (open && confirmed)
    return {
      ...base,
      value: 0.5,
      said: "the customer's last message says both that it works and that it does not",
      evidence: quote(stillOpen),
      advice,
      cap: 0.6,
    };
  if (open)
    return {
      ...base,
      value: 0,
      said: "the customer's last message says that it is not solved",
      evidence: quote(stillOpen),
      advice,
      cap: 0.3,
    };
  if (confirmed)
    return {
      ...base,
      value: 1,
      said: "the customer confirms that it is solved",
      evidence: quote(confirmation),
      advice: null,
      cap: 1,
    };
  if (last.text.includes("?"))
    return {
      ...base,
      value: 0.2,
      said: "the customer's last question was not answered",
      evidence: [],
      advice,
      cap: 0.5,
    };
  if (holds([last], thanks))
    return { ...base, value: 0.85, said: "the customer says thank you", evidence: quote(thanks), advice: null, cap: 1 };
  return { ...base, value: 0.5, said: "the customer's last message does not tell", evidence: [], advice, cap: 1 };
}

const negations = new Set("not no never isnt doesnt didnt dont cant wont nicht nie kein keine noch kaum".split(" "));

/** "It works" and, as its opposite, "not solved yet": a negation stands at most two words before. */
function confirmations({ words }: ThreadMessage): (Found & { readonly negated: boolean })[] {
  return findPhrases(words, confirmation).map((found) => {
    const before = words.filter(({ end }) => end <= found.start).slice(-2);
    const inside = words.filter(({ start, end }) => start >= found.start && end <= found.end);
    const negated = [...before, ...inside].some((word) => negations.has(word.text.toLowerCase().replace(/['’]/g, "")));
    return { ...found, negated };
  });
}

function isStillOpen(message: ThreadMessage): boolean {
  return findPhrases(message.words, stillOpen).length > 0 || confirmations(message).some(({ negated }) => negated);
}

/** Words of the matter that are looked for. */
const mostTerms = 20;
/** Fewer words say nothing. */
const leastTerms = 3;
/** Nobody repeats every word of a question. */
const wellAnswered = 0.4;

function vocabulary(thread: Thread, agents: readonly ThreadMessage[]): Signal {
  const base = { name: "vocabulary", weight: 0.25, evidence: [] };
  const asked = [...new Set(customerMessages(thread).flatMap(stemsOf))].slice(0, mostTerms);
  if (asked.length < leastTerms) return { ...base, value: 0.6, said: "", advice: null };
  const answered = new Set(agents.flatMap(stemsOf));
  const taken = asked.filter((stem) => answered.has(stem)).length;
  return {
    ...base,
    value: Math.min(1, taken / asked.length / wellAnswered),
    said: `${taken} of ${asked.length} words of the matter come up in the replies`,
    advice: "Answer what was asked, point by point, in the customer's own words.",
  };
}

/** The first letters of words with a meaning, so that an ending does not hide a word. */
function stemsOf({ words }: ThreadMessage): string[] {
  return words
    .filter((word) => word.text.length >= 4 && !isPhrase(word, stopWords))
    .map((word) => word.text.toLowerCase().slice(0, 5));
}

function concrete(thread: Thread, agents: readonly ThreadMessage[]): Signal {
  const evidence = [...quotePhrases(thread, agents, done, 1), ...quotePhrases(thread, agents, steps, 1)];
  const listed = agents.some(({ text }) => /^ ?(?:\d{1,2}[.)]|[-*•]) \S/m.test(text) || /https?:\/\//.test(text));
  const found = evidence.length > 0 || listed;
  return {
    name: "steps",
    value: found ? 1 : 0,
    weight: 0.25,
    said: found ? "concrete steps, or what was done" : "no concrete step and nothing that was done",
    evidence,
    advice: "Name the concrete next step, or what you have done.",
  };
}

function check(thread: Thread, agents: readonly ThreadMessage[], word: LastWord): Signal {
  const evidence = quotePhrases(thread, agents, solvedCheck, 1);
  const checked = evidence.length > 0 || word.value === 1;
  return {
    name: "check",
    value: checked ? 1 : 0,
    weight: 0.1,
    said: checked ? "it was checked whether it is solved" : "nobody asked whether it is solved",
    evidence,
    advice: "Confirm the fix before closing.",
  };
}
