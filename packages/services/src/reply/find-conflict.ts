import { findQuantities } from "./quantities.ts";
import { splitSentences } from "./sentences.ts";
import type { Source } from "./source.ts";
import { contentStems, wordsOf } from "./terms.ts";

export interface Conflict {
  readonly sources: readonly [Source, Source];
  readonly quotes: readonly [string, string];
}

const sameMatter = 0.6;
const leastShared = 3;
const mostSources = 4;
const negation = new Set(
  "not no never cannot can't don't doesn't isn't aren't nicht kein keine keinen nie niemals".split(" "),
);
const unitWords = new Set(
  "second minut hour day week month year busin work workday calend percent euro dollar eur usd sekund stund tag woch monat jahr werktag arbeitstag".split(
    " ",
  ),
);

interface Statement {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly quantities: ReturnType<typeof findQuantities>;
  readonly negated: boolean;
}

/** Two articles that fit the question and say different numbers, or yes and no, about the same matter. */
export function findConflict(question: string, sources: readonly Source[]): Conflict | null {
  const asked = new Set(contentStems(question));
  const articles = sources.filter(({ kind }) => kind === "article" || kind === "context").slice(0, mostSources);
  const statements = articles.map((source) => statementsOf(source, asked));
  for (let left = 0; left < articles.length; left += 1) {
    for (let right = left + 1; right < articles.length; right += 1) {
      if (articles[left]!.articleId !== null && articles[left]!.articleId === articles[right]!.articleId) continue;
      const [mine, theirs] = withoutCommon(statements[left]!, statements[right]!);
      for (const one of mine) {
        const other = theirs.find((candidate) => contradict(one, candidate));
        if (other !== undefined)
          return { sources: [articles[left]!, articles[right]!], quotes: [one.text, other.text] };
      }
    }
  }
  return null;
}

/** What both say word for word is no conflict: the same article comes from more than one source. */
function withoutCommon(left: readonly Statement[], right: readonly Statement[]): [Statement[], Statement[]] {
  const only = (own: readonly Statement[], other: readonly Statement[]) => {
    const known = new Set(other.map(({ text }) => wordsOf(text).join(" ")));
    return own.filter(({ text }) => !known.has(wordsOf(text).join(" ")));
  };
  return [only(left, right), only(right, left)];
}

function statementsOf(source: Source, asked: ReadonlySet<string>): Statement[] {
  const title = contentStems(source.title);
  return splitSentences(source.text).flatMap(({ text, kind }) => {
    if (kind === "heading") return [];
    const stems = new Set(contentStems(text).filter((word) => !unitWords.has(word) && !/^\d/.test(word)));
    if (![...stems, ...title].some((word) => asked.has(word))) return [];
    return [
      { text, stems, quantities: findQuantities(text), negated: wordsOf(text).some((word) => negation.has(word)) },
    ];
  });
}

function contradict(one: Statement, other: Statement): boolean {
  const shared = [...one.stems].filter((word) => other.stems.has(word)).length;
  const smaller = Math.min(one.stems.size, other.stems.size);
  if (shared < Math.min(leastShared, smaller) || shared < 2 || shared < sameMatter * smaller) return false;
  if (one.negated !== other.negated && shared >= leastShared && shared === smaller) return true;
  return one.quantities.some(({ unit, value }) => {
    const same = other.quantities.filter((quantity) => unit !== null && family(quantity.unit) === family(unit));
    return same.length > 0 && !same.some((quantity) => quantity.unit === unit && quantity.value === value);
  });
}

/** Days and weeks measure the same thing. */
function family(unit: string | null): string | null {
  if (unit === null) return null;
  return ["second", "minute", "hour", "day", "workday", "week", "month", "year"].includes(unit) ? "time" : unit;
}
