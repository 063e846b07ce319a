import { type Claim, type NumberedAnswer, numberCitations, toParagraphs } from "./answer.ts";
import type { Phrases } from "./phrases.ts";

export interface LetterParts {
  readonly phrases: Phrases;
  /** The best first: what does not fit is left out from the end. */
  readonly claims: readonly Claim[];
  /** Asked back instead of the usual closing question. */
  readonly followUp: string | null;
  /** UTF-16 code units. */
  readonly maxChars: number;
}

export interface Letter extends NumberedAnswer {
  readonly text: string;
  /** Those of the claims that are in it. */
  readonly claims: readonly Claim[];
}

/** The longest letter that keeps to the limit: courtesy goes first, the answer last. `null` if not even one claim fits. */
export function composeLetter({ phrases, claims, followUp, maxChars }: LetterParts): Letter | null {
  for (let count = claims.length; count > 0; count -= 1) {
    const kept = claims.slice(0, count);
    const numbered = numberCitations(kept);
    const answer = toParagraphs(kept, numbered.indexes);
    const { greeting, empathy, signOff } = phrases;
    const question = followUp ?? phrases.followUp;
    const forms = [
      [greeting, empathy, ...answer, readMoreOf(phrases, kept), question, signOff],
      [greeting, empathy, ...answer, question, signOff],
      [greeting, ...answer, question, signOff],
      [greeting, ...answer, signOff],
      answer,
    ];
    for (const form of forms) {
      const text = form.filter((part) => part !== "").join("\n\n");
      if (text.length <= maxChars) return { ...numbered, text, claims: kept };
    }
  }
  return null;
}

/** Where the article can be read as a whole, if it has an address. */
function readMoreOf(phrases: Phrases, claims: readonly Claim[]): string {
  const url = claims.find(({ source }) => source.url !== null)?.source.url ?? null;
  return url !== null && /^https?:\/\/[^\s<>"]+$/i.test(url) ? phrases.readMore.replace("{url}", url) : "";
}
