import type { Draw } from "./draw.ts";

const WORD = /(?<![\w@./-])\p{L}{4,}(?![\w@/-])/gu;
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  ä: ["ae", "a"],
  ö: ["oe", "o"],
  ü: ["ue", "u"],
  ß: ["ss"],
  é: ["e"],
  è: ["e"],
  à: ["a"],
  ç: ["c"],
  ñ: ["n"],
  ó: ["o"],
  í: ["i"],
  á: ["a"],
};

/** Slips of fingers in about `rate` of the longer words; numbers, addresses and links stay as they are. */
export function misspell(text: string, rate: number, draw: Draw): string {
  return text.replace(WORD, (word) => (draw.chance(rate) ? slip(word, draw) : word));
}

/** What a keyboard without accents, or a customer without patience for them, makes of the text. */
export function dropAccents(text: string, draw: Draw): string {
  const choice = Object.fromEntries(Object.entries(PLAIN).map(([letter, plain]) => [letter, draw.pick(plain)]));
  return text.replace(/[äöüßéèàçñóíá]/g, (letter) => choice[letter] ?? letter);
}

function slip(word: string, draw: Draw): string {
  const at = draw.integer(1, word.length - 2);
  const before = word.slice(0, at);
  const letter = word.charAt(at);
  const after = word.slice(at + 1);
  switch (draw.integer(0, 4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + after.charAt(0) + letter + after.slice(1);
    case 3:
      return before + draw.pick([..."ersntadiuo"]) + after;
    default:
      return word.toLowerCase();
  }
}
