/** Below this share of the history a language was hardly seen, and confidences in it mean nothing. */
const leastShare = 0.02;

export interface LanguageVerdict {
  /** BCP-47, or `null` when nothing tells. */
  readonly language: string | null;
  readonly supported: boolean;
}

/**
 * Is there history in this language? A text too short to tell follows the hint; without one the gate stays open, since a
 * wrong guess on `pwd reset` would turn away good tickets.
 */
export function judgeLanguage(
  detected: { readonly language: string | null; readonly confidence: number },
  hint: string | null,
  history: Readonly<Record<string, number>>,
): LanguageVerdict {
  const sure = detected.language !== null && detected.confidence >= 0.5;
  const language = sure ? detected.language : (hint?.split("-")[0] ?? null);
  if (language === null || Object.keys(history).length === 0) return { language, supported: true };
  return { language, supported: (history[language] ?? 0) >= leastShare };
}
