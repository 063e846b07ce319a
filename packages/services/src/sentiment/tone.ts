import { round } from "@otai/service-api/fields";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { factualQuestions } from "./questions.ts";
import type { Word } from "./words.ts";

/** A phrase that coloured the text. */
export interface ToneHit {
  readonly start: number;
  readonly end: number;
  /** After negation, intensity and place. */
  readonly weight: number;
}

export interface Tone {
  /** −1..1 with 2 decimals. */
  readonly score: number;
  /** 0..1, not calibrated. */
  readonly confidence: number;
  readonly hits: readonly ToneHit[];
}

interface Placed {
  /** Number of its first word. */
  readonly at: number;
  readonly hit: ToneHit;
}

/** How far a negation reaches, in words: "not", and "I don't think", which is about all that follows. */
const reach = { word: 4, phrase: 8 };
/** A negated praise is a complaint; a negated complaint is hardly praise. */
const negated = { praise: -0.8, complaint: -0.4 };
/** Lighter words only shade a text; "not again" is no praise. */
const shade = 0.6;
const intensified = 1.35;
const diminished = 0.6;
const shouted = 1.2;
const perMark = 0.08;
const mostMarks = 3;
const beforeContrast = 0.6;
const afterContrast = 1.3;
/** "Thanks" in a complaint is politeness, or worse. */
const aComplaint = -1.4;
const merelyPolite = 0.2;
/** "Which is the best plan?" praises nothing, and who asks what to do about a fault is hardly angry. */
const asked = { praise: 0.25, complaint: 0.6 };
/** Faults, as against words that no calm person uses. */
const mild = 1.5;
/** Where nothing is asked for, a fault is told because it hurts, and what is good because it pleased. */
const toldOnly = { praise: 1.2, complaint: 1.4 };
/** The sum of weights at which a score is ±0.71; a single mild word stays below the label's line. */
const softness = 8;

/** The tone of a text by its words alone: negation, intensity, contrast and shouting considered. */
export function readTone(text: string, words: readonly Word[], lexicon: Lexicon): Tone {
  const hits: Placed[] = [];
  const shouting = words.length > 0 && words.filter((word) => word.shouted).length > words.length / 2;
  for (let at = 0; at < words.length; ) {
    const found = lexicon.tone.find(words, at);
    if (found === null) {
      at += 1;
      continue;
    }
    if (found.value !== 0) {
      const weight =
        weightOf(found.value, at, found.length, words, lexicon) * (shoutedAt(words, at, shouting) ? shouted : 1);
      hits.push({ at, hit: { start: words[at]!.start, end: words[at + found.length - 1]!.end, weight } });
    }
    at += found.length;
  }
  const turn = lastContrast(words, lexicon);
  const marks = Math.min(text.split("!").length - 1 + text.split("??").length - 1, mostMarks);
  const questions = factualQuestions(text, words, lexicon);
  const request = words.findIndex((_, at) => lexicon.requests.has(words, at));
  const asksNothing = request < 0 && !text.includes("?");
  const complaint = hits.reduce((total, { hit }) => total + Math.min(hit.weight, 0), 0);
  const weighed = hits.map(({ at, hit }) => {
    const praises = hit.weight > 0;
    const polite =
      praises &&
      ((complaint <= aComplaint && lexicon.courtesies.has(words, at)) ||
        (request >= 0 && request < at && lexicon.thanks.has(words, at)));
    let weight = hit.weight * placed(at, turn, hits) * (polite ? merelyPolite : 1);
    if (questions[at]) weight *= praises ? asked.praise : -hit.weight < mild ? asked.complaint : 1;
    if (asksNothing) weight *= praises ? toldOnly.praise : toldOnly.complaint;
    return { ...hit, weight: weight * (1 + perMark * marks) };
  });
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const score = round(sum / Math.sqrt(sum * sum + softness), 2);
  return { score, confidence: confidenceOf(score, sum, weighed), hits: weighed };
}

function weightOf(base: number, at: number, length: number, words: readonly Word[], lexicon: Lexicon): number {
  const { clause } = words[at]!;
  let weight = base;
  let isNegated = false;
  for (let before = at - 1; before >= Math.max(0, at - reach.phrase) && words[before]!.clause === clause; before--) {
    const negation = lexicon.negations.find(words, before);
    if (negation !== null) isNegated ||= at - before <= (negation.length > 1 ? reach.phrase : reach.word);
    else if (at - before > 2) continue;
    else if (lexicon.intensifiers.has(words, before)) weight *= intensified;
    else if (lexicon.diminishers.has(words, before)) weight *= diminished;
  }
  if (lexicon.negatesBackwards && !isNegated) {
    const after = at + length;
    for (
      let next = after;
      next < Math.min(words.length, after + reach.word) && words[next]!.clause === clause;
      next++
    ) {
      // "Nicht" ends such a clause; in the middle it belongs to what follows.
      const ends = next + 1 >= words.length || words[next + 1]!.clause !== clause;
      if (ends && lexicon.negations.has(words, next)) isNegated = true;
    }
  }
  if (!isNegated || Math.abs(base) < shade) return weight;
  return weight * (weight > 0 ? negated.praise : negated.complaint);
}

/** One word in capitals among others; where all is in capitals none stands out. */
function shoutedAt(words: readonly Word[], at: number, everywhere: boolean): boolean {
  return !everywhere && words[at]!.shouted;
}

function lastContrast(words: readonly Word[], lexicon: Lexicon): number {
  for (let at = words.length - 1; at > 0; at--) if (lexicon.contrasts.has(words, at)) return at;
  return -1;
}

/** "Nice people, but nobody helped": what follows the "but" is what is meant. */
function placed(at: number, turn: number, hits: readonly Placed[]): number {
  if (turn < 0 || !hits.some((hit) => hit.at < turn) || !hits.some((hit) => hit.at > turn)) return 1;
  return at < turn ? beforeContrast : afterContrast;
}

function confidenceOf(score: number, sum: number, hits: readonly ToneHit[]): number {
  const mass = hits.reduce((total, { weight }) => total + Math.abs(weight), 0);
  if (mass === 0) return 0.6;
  const agreement = Math.abs(sum) / mass;
  return Math.abs(score) >= 0.3
    ? round(0.5 + 0.45 * Math.abs(score) * agreement, 4)
    : round(0.7 - Math.abs(score) / 2, 4);
}
