import { round } from "@otai/service-api/fields";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { TriggerKind } from "./lexicon/trigger-kind.ts";
import type { PhraseTable } from "./phrase-table.ts";
import type { Word } from "./words.ts";

export interface Trigger {
  readonly kind: TriggerKind;
  readonly start: number;
  readonly end: number;
}

/** How far each kind alone takes the risk; kinds join as independent chances do. */
const riskOf: Readonly<Record<TriggerKind, number>> = {
  legal: 0.55,
  churn: 0.4,
  public: 0.35,
  rival: 0.3,
  superior: 0.3,
  refund: 0.25,
  anger: 0.25,
  repeated: 0.25,
  deadline: 0.1,
  harmless: 0,
};
const riskOfNegativity = 0.3;

/** What one can say that one will not do. A refund that did not come is no reassurance. */
const retractable: ReadonlySet<TriggerKind> = new Set(["legal", "churn", "rival", "public", "superior"]);

/** Words that may stand between a reassurance and what it takes back: "no need for me to cancel", "not cancel". */
const gapBehind = { word: 1, phrase: 3 };
const longestReassurance = 5;

/** Phrases that announce an escalation, in the order of the text; those taken back are left out. */
export function findTriggers(words: readonly Word[], lexicon: Lexicon): Trigger[] {
  const triggers: Trigger[] = [];
  for (let at = 0; at < words.length; ) {
    const found = lexicon.triggers.find(words, at);
    if (found === null) {
      at += 1;
      continue;
    }
    const { value: kind, length } = found;
    const retracted = retractable.has(kind) && isRetracted(words, at, length, lexicon);
    if (kind !== "harmless" && !retracted)
      triggers.push({ kind, start: words[at]!.start, end: words[at + length - 1]!.end });
    at += length;
  }
  return triggers;
}

/** Words of a list of the administrator's, in any language. */
export function findWatchWords(words: readonly Word[], watched: PhraseTable<true>): { start: number; end: number }[] {
  return words.flatMap((word, at) => {
    const found = watched.find(words, at);
    return found === null ? [] : [{ start: word.start, end: words[at + found.length - 1]!.end }];
  });
}

/** 0..1 with 2 decimals. A friendly tone lowers it, a bad one raises it. */
export function riskFrom(triggers: readonly Trigger[], score: number): number {
  const kinds = new Set(triggers.map(({ kind }) => kind));
  let calm = 1 - riskOfNegativity * Math.max(0, -score);
  for (const kind of kinds) calm *= 1 - riskOf[kind];
  return round((1 - calm) * (1 - Math.max(0, score)), 2);
}

function isRetracted(words: readonly Word[], at: number, length: number, lexicon: Lexicon): boolean {
  const { clause } = words[at]!;
  for (let before = at - 1; before >= 0 && words[before]!.clause === clause; before--) {
    if (at - before > longestReassurance + gapBehind.phrase) break;
    const found = lexicon.reassurances.find(words, before);
    if (found === null || before + found.length > at) continue;
    const gap = at - before - found.length;
    if (gap <= (found.length > 1 ? gapBehind.phrase : gapBehind.word)) return true;
  }
  if (!lexicon.negatesBackwards) return false;
  // "Kündigen möchte ich nicht": only where the clause ends with it.
  const end = words.findLastIndex((word) => word.clause === clause);
  const gap = end - at - length;
  return gap >= 0 && gap < gapBehind.phrase && lexicon.reassurances.has(words, end);
}
