import type { Draw } from "./draw.ts";

/** Gives the value of a slot such as `order`; the same name has the same value all through a ticket. */
export type Slots = (name: string) => string;

const INNERMOST_CHOICE = /\[([^[\]]*)\]/;

/**
 * One wording of a phrase: `[a|b|]` chooses (nothing is a choice, too, and choices may lie in each other), `{order}`
 * takes the value of a slot, `\n` is a line break.
 */
export function expandPhrase(phrase: string, draw: Draw, slots: Slots): string {
  let text = phrase;
  for (let choice = INNERMOST_CHOICE.exec(text); choice; choice = INNERMOST_CHOICE.exec(text)) {
    const wording = draw.pick(choice[1]!.split("|"));
    text = text.slice(0, choice.index) + wording + text.slice(choice.index + choice[0].length);
  }
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => slots(name)).replaceAll("\\n", "\n");
  const tidy = filled
    .replace(/ {2,}/g, " ")
    .replace(/[ ,]*([.?!])(?=\s|$)/g, "$1")
    .replace(/ +,/g, ",")
    .replace(/([!?])\./g, "$1");
  return tidy.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
