import type { Channel } from "@otai/service-api/enums";
import { repetition } from "./lexicon.ts";
import { combine, type Measurement, quotePhrases, type Signal } from "./signal.ts";
import { agentMessages, agentTurns, customerMessages, type Thread } from "./thread.ts";
import { wordsOf } from "./words.ts";

/** How often agents had to answer, what had to be said twice, and how long the customer waited, where times are known. */
export function measureEfficiency(thread: Thread, channel: Channel): Measurement {
  const waited = waiting(thread, channel);
  const signals = [turns(thread), repeated(thread), ...(waited === null ? [] : [waited])];
  return combine(signals, waited === null ? 0.55 : 0.7);
}

function turns(thread: Thread): Signal {
  const count = agentTurns(thread);
  return {
    name: "turns",
    value: Math.max(0.1, 1 - 0.15 * Math.max(0, count - 2)),
    weight: 0.5,
    said: `${count} ${count === 1 ? "reply" : "replies"} of agents`,
    evidence: [],
    advice: `Ask for everything that is needed at once: ${count} replies were needed.`,
  };
}

function repeated(thread: Thread): Signal {
  const evidence = quotePhrases(thread, customerMessages(thread), repetition);
  const questions = repeatedQuestions(thread);
  const count = evidence.length + questions.length;
  return {
    name: "repetition",
    value: Math.max(0, 1 - 0.4 * count),
    weight: 0.3,
    said: count === 0 ? "nothing was asked or said twice" : `${count} times something was asked or said again`,
    evidence,
    advice: `Read the thread before you answer: ${count} times something had to be asked or said again.`,
  };
}

/** Compared with each other. */
const mostQuestions = 100;
const alike = 0.6;
const leastWords = 3;

/** Indices of messages in which an agent asks once more what an agent had asked before. */
function repeatedQuestions(thread: Thread): number[] {
  const questions = agentMessages(thread)
    .flatMap(({ index, text }) =>
      sentencesOf(text)
        .filter((sentence) => sentence.endsWith("?"))
        .map((question) => ({
          index,
          words: new Set(
            wordsOf(question.slice(-longestQuestion)).flatMap((word) => (word.text.length >= 3 ? [word.key] : [])),
          ),
        })),
    )
    .filter(({ words }) => words.size >= leastWords)
    .slice(0, mostQuestions);
  const again = questions.filter(({ index, words }, at) =>
    questions.slice(0, at).some((earlier) => earlier.index !== index && overlap(earlier.words, words) >= alike),
  );
  return [...new Set(again.map(({ index }) => index))];
}

/** UTF-16 units of a question that count. */
const longestQuestion = 300;

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?\n])/);
}

/** Jaccard's. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

const minute = 60_000;
const hour = 60 * minute;
/** Median waits that still are good, fair and poor. */
const live = [5 * minute, 15 * minute, hour] as const;
const written = [4 * hour, 24 * hour, 72 * hour] as const;

function waiting(thread: Thread, channel: Channel): Signal | null {
  const waits: number[] = [];
  let since: number | null = null;
  for (const { role, at } of thread.messages) {
    if (role === "customer") since ??= at;
    else {
      if (since !== null && at !== null && at >= since) waits.push(at - since);
      since = null;
    }
  }
  if (waits.length === 0) return null;
  const median = waits.sort((a, b) => a - b)[Math.floor((waits.length - 1) / 2)]!;
  const [good, fair, poor] = channel === "chat" || channel === "phone" ? live : written;
  const said = median < 2 * hour ? `${Math.round(median / minute)} minutes` : `${Math.round(median / hour)} hours`;
  return {
    name: "waiting",
    value: median <= good ? 1 : median <= fair ? 0.8 : median <= poor ? 0.5 : 0.2,
    weight: 0.4,
    said: `the customer waited ${said} at the median`,
    evidence: [],
    advice: `Answer sooner, or say when you will: the customer waited ${said}.`,
  };
}
