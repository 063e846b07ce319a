import type { LanguageDetector } from "@otai/text/language";
import { judgeLanguage } from "./judge-language.ts";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { wordsOf } from "./words.ts";

/** Share of the texts by language (BCP-47), of those of which it can be told; a model of them is trusted with no other language. */
export function shareOfLanguages(texts: Iterable<string>, detector: LanguageDetector): Record<string, number> {
  const lexicons = builtInLexicons();
  const counts = new Map<string, number>();
  let known = 0;
  for (const text of texts) {
    const language = judgeLanguage(text, wordsOf(text), { lexicons, detector, hint: null });
    if (language === null) continue;
    counts.set(language, (counts.get(language) ?? 0) + 1);
    known += 1;
  }
  return Object.fromEntries(
    [...counts].map(([language, count]) => [language, Math.round((count / known) * 10_000) / 10_000]),
  );
}
