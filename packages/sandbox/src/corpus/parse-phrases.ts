/** How pressing a matter usually is for those who write about it. */
export type Pressure = "calm" | "usual" | "pressing";

/** One thing customers write about, in one language. All lines are phrases for `expandPhrase`. */
export interface Intent {
  name: string;
  pressure: Pressure;
  /** The ticket type that agents set. */
  type: string;
  subjects: readonly string[];
  /** Each says what the customer wants. */
  asks: readonly string[];
  /** What they add, in any order. */
  details: readonly string[];
  /** What an agent answers. */
  replies: readonly string[];
}

const LISTS = { "?": "subjects", "-": "asks", "+": "details", ">": "replies" } as const;

/**
 * Reads intents from text: `= name, pressure, type` begins one; then a line each of `? subject`, `- what is asked`,
 * `+ detail` and `> reply`. Throws on a line of another shape and on an intent without subject, ask or reply.
 */
export function parseIntents(text: string): Intent[] {
  const intents: (Record<(typeof LISTS)[keyof typeof LISTS], string[]> & Pick<Intent, "name" | "pressure" | "type">)[] =
    [];
  for (const [mark, rest, line] of markedLines(text)) {
    if (mark === "=") {
      const [name = "", pressure = "", type = ""] = rest.split(",").map((part) => part.trim());
      if (!isPressure(pressure) || !type) throw new Error(`intent needs "= name, pressure, type": ${line}`);
      intents.push({ name, pressure, type, subjects: [], asks: [], details: [], replies: [] });
    } else {
      const list = LISTS[mark as keyof typeof LISTS];
      const intent = intents.at(-1);
      if (!list || !intent) throw new Error(`not a phrase of an intent: ${line}`);
      intent[list].push(rest);
    }
  }
  for (const { name, subjects, asks, replies } of intents) {
    if (!subjects.length || !asks.length || !replies.length) throw new Error(`intent ${name} lacks phrases`);
  }
  return intents;
}

/** Reads lists of phrases from text: `= name` begins a list, `- phrase` adds to it. Throws when a name is missing. */
export function parseLists<Name extends string>(names: readonly Name[], text: string): Record<Name, readonly string[]> {
  const lists = parseAllLists(text);
  const record: Partial<Record<Name, readonly string[]>> = {};
  for (const name of names) {
    const phrases = lists.get(name);
    if (!phrases?.length) throw new Error(`phrase list ${name} is missing or empty`);
    record[name] = phrases;
  }
  return record as Record<Name, readonly string[]>;
}

/** Like `parseLists`, with any names, in order. */
export function parseAllLists(text: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const [mark, rest, line] of markedLines(text)) {
    if (mark === "=") {
      current = lists.get(rest) ?? [];
      lists.set(rest, current);
    } else if (mark === "-" && current) current.push(rest);
    else throw new Error(`not a phrase of a list: ${line}`);
  }
  return lists;
}

function markedLines(text: string): [mark: string, rest: string, line: string][] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => [line.trim().charAt(0), line.trim().slice(1).trim(), line]);
}

function isPressure(word: string): word is Pressure {
  return word === "calm" || word === "usual" || word === "pressing";
}
