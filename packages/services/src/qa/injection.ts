import type { Thread } from "./thread.ts";

/**
 * Words that address an evaluator instead of the other person. Plain alternations without nested repetition. What customers do
 * write ("please ignore my previous message", "System: Windows 11", "give me 100 %") is none. Where one is found no language
 * model is asked: what was measured cannot be talked to.
 */
const attempts: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rubric|rules|prompt|criteria|guidelines)\b/i,
  /\b(?:ignorieren?|vergiss|vergessen|missachten?)\b.{0,40}\b(?:anweisung(?:en)?|regeln|bewertung|rubrik|vorgaben|kriterien)\b/i,
  /\b(?:give|rate|score|grade|assign|award|bewerten?|vergib|gib)\b.{0,40}(?:\b(?:5 ?\/ ?5|10 ?\/ ?10)\b|\b(?:maximum|highest|full|top|perfect|höchste|volle|beste)\b.{0,15}\b(?:score|rating|marks|points|grade|note|punktzahl|punkte|bewertung)\b)/i,
  /\b(?:system|developer|evaluator|assistant) ?(?:prompt|message|instruction|note):/i,
  /\b(?:system|evaluator|assistant):.{0,60}\b(?:rubric|scores?|rating|evaluat|instructions?|criteria)/i,
  /<\/?(?:system|assistant|instructions?|conversation)>|\[\/?inst\]|<\|[a-z_]{1,30}\|>/i,
  /\byou are (?:now )?(?:an?|the) (?:evaluator|grader|assistant|ai|language model)\b|\bdu bist (?:jetzt )?(?:ein|der|die) (?:ki|bewerter|assistent)/i,
];

export function suspectsInjection({ messages }: Thread): boolean {
  // As it came and without invisible characters, behind which words are hidden from patterns.
  return messages.some(({ content, text }) => attempts.some((attempt) => attempt.test(content) || attempt.test(text)));
}
