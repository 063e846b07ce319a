import type { SparseVector } from "@otai/intelligence/search/short-texts";
import { stemOf, wordsOf } from "@otai/intelligence/search/words";

const TOPIC_WORDS = 4;
const LONGEST_TITLE = 90;

/** The words of the most typical question that most of the others have too, in its order. */
export function topicOf(question: string, centroid: SparseVector, unimportant: ReadonlySet<string>): string {
  const words = [...new Map(wordsOf(question).map((word) => [stemOf(word), word]))].filter(
    ([stem]) => !unimportant.has(stem),
  );
  const heaviest = words
    .map(([stem]) => centroid.get(stem) ?? 0)
    .sort((a, b) => b - a)
    .slice(0, TOPIC_WORDS);
  const least = Math.max(heaviest.at(-1) ?? 0, (heaviest[0] ?? 0) / 3);
  const chosen = words.filter(([stem]) => (centroid.get(stem) ?? 0) >= least).slice(0, TOPIC_WORDS);
  return chosen.map(([, word]) => word).join(" ") || wordsOf(question).slice(0, TOPIC_WORDS).join(" ");
}

/** A title in the askers' own words: "how do i export my data?" → "How to export your data". */
export function titleOf(question: string): string {
  const asked = question
    .replace(
      /^(?:(?:hi|hello|hey|dear \w+|hallo|guten (?:tag|morgen))\b[\s,!.]*(?:there|team|zusammen)?[\s,!.]*)/iu,
      "",
    )
    .replace(/[\s?!.]+$/u, "");
  const how =
    /^(?:please\s+)?(?:how (?:do|can|could|should|would) (?:i|we|you)|how to|can (?:i|we)|is it possible to)\s+(.+)$/iu.exec(
      asked,
    );
  const title = how === null ? asked : `How to ${how[1]!.replace(/\b(?:my|our)\b/giu, "your")}`;
  const short = title.length <= LONGEST_TITLE ? title : title.slice(0, title.lastIndexOf(" ", LONGEST_TITLE)).trimEnd();
  return short.charAt(0).toUpperCase() + short.slice(1);
}
