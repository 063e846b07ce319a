import type { Thread } from "./thread.ts";

/**
 * Words that address an evaluator instead of the other person. Plain alternations without nested repetition. Where one is found no
 * language model is asked: what was measured cannot be talked to.
 */
const attempts: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:instructions?|rubric|rules|prompt|criteria|above|previous)\b/i,
  /\b(?:ignoriere|vergiss|missachte)\b.{0,30}\b(?:anweisung(?:en)?|regeln|bewertung|rubrik|vorherigen?|obigen?)\b/i,
  /\b(?:give|rate|score|grade|assign|award|bewerte|vergib|gib)\b.{0,40}(?:\b5 ?\/ ?5\b|\b10 ?\/ ?10\b|\b100 ?%|\b(?:maximum|highest|full|top|perfect|höchste|volle|beste)\b.{0,15}\b(?:score|rating|marks|points|grade|note|punktzahl|punkte|bewertung)\b)/i,
  /\b(?:system|developer|evaluator|assistant) ?(?:prompt|message|instruction|note)?:/i,
  /<\/?(?:system|assistant|instructions?|conversation|data)>|\[\/?inst\]|<\|[a-z_]+\|>/i,
  /\byou are (?:now )?(?:an?|the) (?:evaluator|grader|assistant|ai|language model)\b|\bdu bist (?:jetzt )?(?:ein|der|die) (?:ki|bewerter|assistent)/i,
];

export function suspectsInjection({ messages }: Thread): boolean {
  return messages.some(({ content }) => attempts.some((attempt) => attempt.test(content)));
}
