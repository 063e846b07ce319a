import { functionStems } from "./function-words.ts";
import { gramsOf, stemOf, wordsOf } from "./words.ts";

/** The formula of the search, worked out word by word for one text after the other: slow, with nothing to go wrong. */
export function plainSearch(texts: readonly string[], query: string): { text: number; score: number }[] {
  const rows = texts.map((text) => wordsOf(text));
  const gramsIn = (words: readonly string[]) => words.flatMap((word) => [...new Set(gramsOf(word))]);
  const functionGrams = new Set([...functionStems()].flatMap(gramsOf));
  const rarity = (having: number) =>
    Math.log(1 + (texts.length + 200 - Math.min(having, texts.length + 200) + 0.5) / (having + 0.5));
  const stemTexts = count(rows.map((row) => row.map(stemOf)));
  const gramTexts = count(rows.map(gramsIn));
  const rarityOfStem = (stem: string) => rarity((stemTexts.get(stem) ?? 0) + (functionStems().has(stem) ? 120 : 0));
  const rarityOfGram = (gram: string) => rarity((gramTexts.get(gram) ?? 0) + (functionGrams.has(gram) ? 60 : 0));
  const mean = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const [stemLength, gramLength] = [mean(rows.map((row) => row.length)), mean(rows.map((row) => gramsIn(row).length))];
  const worth = (times: number, length: number, average: number) =>
    (times * 2.2) / (times + 1.2 * (0.5 + (0.5 * length) / average));

  const asked = new Map(
    wordsOf(query)
      .toReversed()
      .map((word) => [stemOf(word), word]),
  );
  const grams = new Set([...asked.values()].flatMap(gramsOf));
  const share = (word: string) =>
    [...new Set(gramsOf(word))].filter((gram) => grams.has(gram)).length / new Set(gramsOf(word)).size;
  const related = [...new Set([...rows.flat(), ...functionStems()])].filter(
    (word) => share(word) >= 0.25 && !asked.has(stemOf(word)),
  );
  if (related.length > 64) throw new Error("made for few words");
  const found = new Set([...asked.keys(), ...related.map(stemOf)]);
  const total = (values: Iterable<string>, of: (value: string) => number) =>
    [...values].reduce((sum, value) => sum + of(value), 0);
  const full = 4 * total(asked.keys(), rarityOfStem) + total(grams, rarityOfGram);
  return rows
    .map((words, text) => {
      const times = (wanted: string, list: readonly string[]) => list.filter((item) => item === wanted).length;
      const stems = words.map(stemOf);
      const own = gramsIn(words);
      const byStems = total(
        asked.keys(),
        (stem) => rarityOfStem(stem) * worth(times(stem, stems), words.length, stemLength),
      );
      const byGrams = total(grams, (gram) => rarityOfGram(gram) * worth(times(gram, own), own.length, gramLength));
      const score = 1 - Math.exp((-1.6 * (4 * byStems + byGrams)) / full);
      return { text, score, found: stems.some((stem) => found.has(stem)) };
    })
    .filter((hit) => hit.found)
    .map(({ text, score }) => ({ text, score }))
    .sort((a, b) => b.score - a.score);
}

/** In how many rows each value stands. */
function count(rows: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of new Set(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
