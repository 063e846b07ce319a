import { round } from "@otai/service-api/fields";

/** Beyond so many words the texts are compared by their beginnings: quadratic time ends here. */
const mostWords = 4_000;

/**
 * Levenshtein distance on words over the longer text's words: 0 equal, 1 nothing in common; 4 decimals. Citation numbers are for the
 * agent: taking them out is no edit.
 */
export function wordEditDistance(before: string, after: string): number {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  let row = Uint32Array.from({ length: b.length + 1 }, (_, at) => at);
  a.forEach((word, at) => {
    const next = new Uint32Array(b.length + 1);
    next[0] = at + 1;
    for (let other = 1; other <= b.length; other += 1) {
      const replaced = row[other - 1]! + (word === b[other - 1] ? 0 : 1);
      next[other] = Math.min(replaced, row[other]! + 1, next[other - 1]! + 1);
    }
    row = next;
  });
  return round(row[b.length]! / longer, 4);
}

function wordsOf(text: string): string[] {
  return text
    .replace(/ ?\[\d{1,2}\]/g, "")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords);
}
