import type { TriggerKind } from "./trigger-kind.ts";

/** Weight → entries. Strength: 3 strong, 2 clear, 1 mild; below 0.6 a word alone colours nothing. */
export type ToneGroups = readonly (readonly [weight: number, entries: string])[];

/**
 * What is known of one language. Entries are separated by blanks; `_` joins the words of a phrase, `*` at the end of a word
 * stands for any ending. The longest phrase counts, and an exact word before a stem.
 */
export interface LexiconSource {
  /** BCP-47. */
  readonly language: string;
  /** Words that tell the language and nothing else. */
  readonly functionWords: string;
  readonly tone: readonly ToneGroups[];
  /** Politeness that a complaint begins or ends with. */
  readonly courtesies: string;
  /** Thanks; behind a request they are how a letter ends. */
  readonly thanks: string;
  /** How somebody asks for something to be done. */
  readonly requests: string;
  /** Words that a question for a fact begins with. */
  readonly questionOpeners: string;
  readonly negations: string;
  readonly intensifiers: string;
  readonly diminishers: string;
  /** What stands behind them counts more than what stands before. */
  readonly contrasts: string;
  /** A negation may also stand behind what it negates: "gefällt mir nicht". */
  readonly negatesBackwards: boolean;
  readonly triggers: readonly (readonly [kind: TriggerKind, entries: string])[];
  /** Phrases that take back a trigger behind them: "no need to cancel". */
  readonly reassurances: string;
}
