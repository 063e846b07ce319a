import { PhraseTable } from "../phrase-table.ts";
import { fold } from "../words.ts";
import { emoji } from "./emoji.ts";
import type { LexiconSource } from "./lexicon-source.ts";
import type { TriggerKind } from "./trigger-kind.ts";

/** A language's words, ready to be looked up. */
export interface Lexicon {
  readonly language: string;
  readonly functionWords: ReadonlySet<string>;
  readonly tone: PhraseTable<number>;
  readonly courtesies: PhraseTable<true>;
  readonly thanks: PhraseTable<true>;
  readonly requests: PhraseTable<true>;
  readonly questionOpeners: ReadonlySet<string>;
  readonly negations: PhraseTable<true>;
  readonly intensifiers: PhraseTable<true>;
  readonly diminishers: PhraseTable<true>;
  readonly contrasts: PhraseTable<true>;
  readonly negatesBackwards: boolean;
  readonly triggers: PhraseTable<TriggerKind>;
  readonly reassurances: PhraseTable<true>;
}

export function compileLexicon(source: LexiconSource): Lexicon {
  const tone = new PhraseTable<number>();
  for (const groups of [...source.tone, emoji]) for (const [weight, entries] of groups) tone.add(entries, weight);
  const triggers = new PhraseTable<TriggerKind>();
  for (const [kind, entries] of source.triggers) triggers.add(entries, kind);
  return {
    language: source.language,
    functionWords: new Set(source.functionWords.split(/\s+/).map(fold)),
    tone,
    courtesies: tableOf(source.courtesies),
    thanks: tableOf(source.thanks),
    requests: tableOf(source.requests),
    questionOpeners: new Set(source.questionOpeners.split(/\s+/).map(fold)),
    negations: tableOf(source.negations),
    intensifiers: tableOf(source.intensifiers),
    diminishers: tableOf(source.diminishers),
    contrasts: tableOf(source.contrasts),
    negatesBackwards: source.negatesBackwards,
    triggers,
    reassurances: tableOf(source.reassurances),
  };
}

/** Words without a value of their own. */
export function tableOf(entries: string): PhraseTable<true> {
  const table = new PhraseTable<true>();
  table.add(entries, true);
  return table;
}
