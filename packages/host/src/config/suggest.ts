import { closest, distance } from "fastest-levenshtein";

/** The known word that was probably meant, or `undefined` when none is near. */
function suggest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), nearest) <= Math.max(2, Math.floor(word.length / 3)) ? nearest : undefined;
}

/** `; did you mean "api_key"?`, or the known words when none is near and they are few. */
export function suggestionText(word: string, known: readonly string[]): string {
  const nearest = suggest(word, known);
  if (nearest !== undefined) return `; did you mean "${nearest}"?`;
  return known.length > 0 && known.length <= 16 ? `; known here: ${known.join(", ")}` : "";
}
