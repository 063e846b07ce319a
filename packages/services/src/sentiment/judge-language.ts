import type { LanguageDetector } from "@otai/text/language";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { Word } from "./words.ts";

/** From this share of function words on a text is in that language whatever else is said of it. */
const certain = 0.5;
const likely = 0.2;
const foreignConfidence = 0.8;
const detectedConfidence = 0.5;

/**
 * BCP-47 of a text, or `null` when nothing tells. Customers write short and with names of products, where statistics of letters
 * err: the little words of a language that we know count for more than a middling guess of another.
 */
export function judgeLanguage(
  text: string,
  words: readonly Word[],
  { lexicons, detector, hint }: { lexicons: readonly Lexicon[]; detector: LanguageDetector; hint: string | null },
): string | null {
  const shares = lexicons
    .map(({ language, functionWords }) => ({
      language,
      share: words.filter(({ key }) => functionWords.has(key)).length / Math.max(words.length, 1),
    }))
    .sort((a, b) => b.share - a.share);
  const known = shares[0] ?? { language: null, share: 0 };
  if (known.share >= certain) return known.language;
  const detected = detector.detect(text);
  const foreign = !lexicons.some(({ language }) => language === detected.language);
  if (detected.language !== null && foreign && detected.confidence >= foreignConfidence) return detected.language;
  if (known.share >= likely) return known.language;
  if (detected.language !== null && detected.confidence >= detectedConfidence) return detected.language;
  return hint?.split("-")[0]?.toLowerCase() ?? null;
}
