import type { PreparedText } from "@otai/text/prepare";
import { builtInLexicons } from "./lexicon/built-in.ts";
import { isTone } from "./tone-target.ts";
import { toneTokens } from "./tone-tokens.ts";

/** Tokens for the metadata of a ticket, from its prepared text. */
export type ToneMetadata = (text: Pick<PreparedText, "subject" | "body">) => readonly string[];

/**
 * What the lexicons say of a ticket, for a model that learns these labels: words alone tell a tone less well, above all where few rows are
 * labelled.
 * @param labels those of each target; `null` where none is a tone
 */
export function toneMetadata(labels: readonly (readonly string[])[]): ToneMetadata | null {
  if (!labels.some(isTone)) return null;
  const lexicons = builtInLexicons();
  return ({ subject, body }) => toneTokens(subject === "" ? body : `${subject}\n${body}`, lexicons);
}
