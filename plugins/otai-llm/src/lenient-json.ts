/** A JSON value as language models write it. */
export interface LenientValue {
  readonly value: object;
  /** Where the text goes on behind it. */
  readonly end: number;
  /** The text ended within it; what was begun last and not finished is left out, so that no value is half of one. */
  readonly cut: boolean;
}

const deepest = 64;
const incomplete = Symbol("the text ended");
const words: Readonly<Record<string, unknown>> = {
  ...{ true: true, false: false, null: null },
  ...{ True: true, False: false, None: null },
};
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

class MalformedError extends Error {}

/**
 * Reads the object or array that begins at `start`. More than JSON is understood: comments, commas at the end, keys without quotes, single
 * quotes, line breaks in strings, Python's words, and an end that is missing (U08).
 * @returns `null` when it is none.
 */
export function readLenientJson(text: string, start: number): LenientValue | null {
  const blanks = /(?:\s+|\/\/[^\n]*|#[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$))*/y;
  const plain = /[A-Za-z0-9_$.+-]+/y;
  let at = start;
  let cut = false;

  /** Moves behind what has no meaning. @returns whether the text goes on */
  function goesOn(): boolean {
    blanks.lastIndex = at;
    at += blanks.exec(text)![0].length;
    return at < text.length;
  }

  function readQuoted(): string | typeof incomplete {
    const quote = text[at];
    let read = "";
    for (at += 1; at < text.length; at += 1) {
      const character = text[at]!;
      if (character === quote) {
        at += 1;
        return read;
      }
      if (character !== "\\") {
        read += character;
        continue;
      }
      at += 1;
      const escaped = text[at] ?? "";
      if (escaped !== "u") {
        read += escapes[escaped] ?? escaped;
        continue;
      }
      const code = text.slice(at + 1, at + 5);
      if (!/^[0-9a-f]{4}$/i.test(code)) {
        if (at + 5 > text.length) break;
        throw new MalformedError();
      }
      read += String.fromCharCode(Number.parseInt(code, 16));
      at += 4;
    }
    at = text.length;
    return incomplete;
  }

  function readPlain(): string {
    plain.lastIndex = at;
    const found = plain.exec(text)?.[0];
    if (found === undefined) throw new MalformedError();
    at += found.length;
    return found;
  }

  function readScalar(): unknown {
    const word = readPlain();
    // It may have gone on: 1 of 12.
    if (at === text.length) return incomplete;
    if (Object.hasOwn(words, word)) return words[word];
    if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(word)) throw new MalformedError();
    return Number(word);
  }

  function readValue(depth: number): unknown {
    if (depth > deepest) throw new MalformedError();
    const first = text[at];
    if (first === "{") return readObject(depth);
    if (first === "[") return readArray(depth);
    return first === '"' || first === "'" ? readQuoted() : readScalar();
  }

  /** Reads members up to `close`; `readMember` says whether there was a whole one. */
  function readMembers(close: string, readMember: () => boolean): void {
    at += 1;
    while (goesOn()) {
      if (text[at] === close) {
        at += 1;
        return;
      }
      if (!readMember() || cut || !goesOn()) break;
      if (text[at] === ",") at += 1;
      else if (text[at] !== close) throw new MalformedError();
    }
    cut = true;
  }

  function readArray(depth: number): unknown[] {
    const items: unknown[] = [];
    readMembers("]", () => {
      const item = readValue(depth + 1);
      if (item === incomplete || cut) return false;
      items.push(item);
      return true;
    });
    return items;
  }

  function readObject(depth: number): object {
    const entries: [string, unknown][] = [];
    readMembers("}", () => {
      const key = text[at] === '"' || text[at] === "'" ? readQuoted() : readPlain();
      if (key === incomplete || !goesOn()) return false;
      if (text[at] !== ":") throw new MalformedError();
      at += 1;
      if (!goesOn()) return false;
      const value = readValue(depth + 1);
      if (value === incomplete) return false;
      entries.push([key, value]);
      return true;
    });
    // Not by assignment: `__proto__` must become a key like any other.
    return Object.fromEntries(entries);
  }

  try {
    if (text[start] !== "{" && text[start] !== "[") return null;
    const value = readValue(0) as object;
    return { value, end: at, cut };
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}
