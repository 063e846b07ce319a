/**
 * What the detectors of personal data find: labelled texts in English and German (some French, Spanish, Dutch), every way of writing a
 * value in every sentence, and generated letters that know their author's name. Prints one JSON line per kind:
 * `node benchmarks/personal-data.ts`
 */
import { generateHistory } from "@otai/sandbox/corpus/generate-history";
import { findPersonalData } from "@otai/text/personal-data";
import { labelledTexts } from "@otai/text/testing/labelled-texts";
import { measureDetectors } from "@otai/text/testing/measure-detectors";
import { writtenValues } from "@otai/text/testing/written-values";

for (const { kind, labels, recall, precision, missed, falsePositives } of measureDetectors([
  ...labelledTexts,
  ...writtenValues,
])) {
  print({ set: "labelled", kind, labels, recall, precision, missed, falsePositives });
}

const history = generateHistory({ seed: 5, solved: 1_500, open: 0, now: Date.UTC(2026, 2, 10) });
for (const language of ["en", "de", "fr", "es"]) {
  const letters = history
    .filter(({ truth }) => truth.language === language)
    .flatMap(({ body, requester }) => ({ text: body, labels: [{ kind: "NAME" as const, value: requester.name }] }));
  const written = letters.filter(({ text, labels: [label] }) => text.includes(label!.value));
  const { labels, recall } = measureDetectors(written).find(({ kind }) => kind === "NAME")!;
  print({ set: "letters", language, kind: "NAME", labels, recall });
}

const long = history
  .map(({ body }) => body)
  .join("\n")
  .slice(0, 1_000_000);
const started = performance.now();
findPersonalData(long);
print({ set: "one text", characters: long.length, ms: Math.round(performance.now() - started) });

function print(figures: object): void {
  process.stdout.write(
    `${JSON.stringify(figures, (_, value) => (typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value))}\n`,
  );
}
