import type { Notation } from "../fill-slots.ts";
import type { Intent } from "../parse-phrases.ts";
import type { QueueKey } from "../queues.ts";
import type { MANNER_LISTS, WORD_LISTS } from "./manner-lists.ts";

/** Everything the corpus can say in one language. */
export interface CorpusLanguage {
  /** ISO 639-1. */
  code: "en" | "de" | "fr" | "es";
  notation: Notation;
  intents: Readonly<Record<QueueKey, readonly Intent[]>>;
  manners: Readonly<Record<(typeof MANNER_LISTS)[number], readonly string[]>>;
  words: Readonly<Record<(typeof WORD_LISTS)[number], readonly string[]>>;
  /** Lines that could come from several queues; the key lists these queues, separated by spaces. */
  hazy: ReadonlyMap<string, readonly string[]>;
}
