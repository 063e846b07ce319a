import type { Evidence } from "@otai/service-api/qa-evaluate";
import { findPhrases, type Phrases } from "./phrases.ts";
import { locateQuote } from "./quotes.ts";
import type { Thread, ThreadMessage } from "./thread.ts";

/** One thing that was measured. */
export interface Signal {
  readonly name: string;
  /** 0..1 */
  readonly value: number;
  /** Against the other signals of its criterion. */
  readonly weight: number;
  /** What was measured, for people. */
  readonly said: string;
  readonly evidence: readonly Evidence[];
  /** What would raise it; `null` where there is nothing to say. */
  readonly advice: string | null;
}

export interface Measurement {
  readonly score: number;
  readonly confidence: number;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly signals: readonly Signal[];
}

/** Quotes per criterion. */
const mostEvidence = 4;

/** The weighted mean of the signals, at most `cap`. */
export function combine(signals: readonly Signal[], confidence: number, cap = 1): Measurement {
  const weights = signals.reduce((sum, { weight }) => sum + weight, 0);
  const mean = signals.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
  const said = signals.map((signal) => signal.said).filter((text) => text !== "");
  return {
    score: Math.min(cap, mean),
    confidence,
    reason: `Measured: ${said.join("; ")}`,
    evidence: signals.flatMap(({ evidence }) => evidence.slice(0, 2)).slice(0, mostEvidence),
    signals,
  };
}

/** The first sentences of the messages that hold a phrase of the list, as quotes. */
export function quotePhrases(
  thread: Thread,
  messages: readonly ThreadMessage[],
  phrases: Phrases,
  most = 2,
): Evidence[] {
  const quotes: Evidence[] = [];
  for (const message of messages) {
    const found = findPhrases(message.words, phrases)[0];
    if (found === undefined) continue;
    const quote =
      locateQuote(thread, message.index, clauseAround(message.text, found.start, found.end)) ??
      locateQuote(thread, message.index, message.text.slice(found.start, found.end));
    if (quote !== null) quotes.push(quote);
    if (quotes.length === most) break;
  }
  return quotes;
}

export function holds(messages: readonly ThreadMessage[], phrases: Phrases): boolean {
  return messages.some(({ words }) => findPhrases(words, phrases).length > 0);
}

const longestClause = 100;

/** The piece between punctuation marks that a phrase stands in, when that is short enough to quote. */
function clauseAround(text: string, start: number, end: number): string {
  const before = Math.max(...[..."\n.,;:!?"].map((mark) => text.lastIndexOf(mark, start - 1)));
  const after = Math.min(
    ...[..."\n.,;:!?"].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0),
    text.length,
  );
  const from = start === 0 ? 0 : before + 1;
  return after - from <= longestClause ? text.slice(from, after).trim() : text.slice(start, end);
}
