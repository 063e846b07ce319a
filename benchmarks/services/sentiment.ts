import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createArrivals } from "@otai/sandbox/corpus/create-arrivals";
import { analyzeRequestSchema } from "@otai/service-api/sentiment";
import { createSentiment } from "@otai/services/sentiment/create-sentiment";
import { Judge } from "@otai/services/sentiment/judge";
import { labelOf } from "@otai/services/sentiment/label";
import { builtInLexicons, nearestLexicon } from "@otai/services/sentiment/lexicon/built-in";
import { tableOf } from "@otai/services/sentiment/lexicon/lexicon";
import { englishMessages } from "@otai/services/sentiment/quality/english-messages.fixture";
import { escalationMessages } from "@otai/services/sentiment/quality/escalation-messages.fixture";
import { freshGermanMessages, freshMessages } from "@otai/services/sentiment/quality/fresh-messages.fixture";
import { germanMessages } from "@otai/services/sentiment/quality/german-messages.fixture";
import { unseenMessages } from "@otai/services/sentiment/quality/unseen-messages.fixture";
import type { SentimentModel } from "@otai/services/sentiment/sentiment-model";
import { readTone } from "@otai/services/sentiment/tone";
import { type LabelledMessage, trainSentiment } from "@otai/services/sentiment/train-sentiment";
import { wordsOf } from "@otai/services/sentiment/words";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";

/**
 * What one message costs in process, before and after training: the judgement alone (own words, language, tone, triggers), and with
 * timeline, alert and the durable write; how many tones and escalations are told right before training (on messages of ours, which flatters, and on film reviews, which
 * were made for two labels); and how well tones are learned from short opinions (two labels), and with requests among them (three labels, unbalanced, every
 * fifth of them a guess, as with labels of many hands).
 */
const { values: options } = parseArgs({
  options: {
    datasets: { type: "string", default: fileURLToPath(new URL("../../../shared/datasets", import.meta.url)) },
  },
});
const warmUp = 200;
const measured = 2000;

const detector = await createLanguageDetector();
const lexicons = builtInLexicons();
const folder = mkdtempSync(join(tmpdir(), "otai-sentiment-bench-"));
let last = 0;
const ids = { next: (prefix: string) => `${prefix}-${String(++last).padStart(9, "0")}` };
const clock = { now: () => Date.now() };
const store = await openSqliteStore({ path: join(folder, "otai.db"), ids });

const own = [...labelled(englishMessages), ...labelled(germanMessages)];
await measureLatency("rules", null);
await measureLatency("linear", trainSentiment(own, { version: "bench", detector }));
measureBeforeTraining();
if (existsSync(join(options.datasets, "sst2"))) measureOnReviews();
else
  process.stderr.write(`${options.datasets}: no folder sst2, so learning is not measured (give it with --datasets)\n`);
await store.close();
rmSync(folder, { recursive: true });

async function measureLatency(engine: string, model: SentimentModel | null): Promise<void> {
  const judge = new Judge({
    lexicons,
    detector,
    model: () => model,
    languageModel: null,
    watchWords: tableOf(""),
    promptKey: "key of a benchmark",
  });
  await measure(`judge_${engine}`, (text) => judge.judge(text, null));
  const sentiment = createSentiment({
    store,
    clock,
    ids,
    detector,
    promptKey: "key of a benchmark",
    model: () => model,
  });
  await measure(`analyze_${engine}`, (text, index) =>
    sentiment.analyze(analyzeRequestSchema.parse({ customer_id: `c-${index % 300}`, ticket_id: `${index}`, text })),
  );
}

async function measure(metric: string, one: (text: string, index: number) => unknown): Promise<void> {
  const arrivals = createArrivals({ seed: 1 });
  const latencies: number[] = [];
  for (let index = 0; index < warmUp + measured; index += 1) {
    const { body } = arrivals.next(Date.UTC(2026, 10, 21) + index);
    const before = performance.now();
    await one(body.slice(0, 10_000), index);
    if (index >= warmUp) latencies.push(performance.now() - before);
  }
  latencies.sort((a, b) => a - b);
  for (const share of [0.5, 0.95, 0.99])
    print(`${metric}_ms_p${100 * share}`, latencies[Math.floor(latencies.length * share)]!, { messages: measured });
}

function measureBeforeTraining(): void {
  const watchWords = tableOf("");
  const judge = new Judge({
    lexicons,
    detector,
    model: () => null,
    languageModel: null,
    watchWords,
    promptKey: "key of a benchmark",
  });
  const sets = {
    en: englishMessages,
    de: germanMessages,
    en_unseen: unseenMessages,
    en_fresh: freshMessages,
    de_fresh: freshGermanMessages,
  };
  for (const [language, set] of Object.entries(sets)) {
    const messages = labelled(set);
    const right = messages.filter(({ text, label }) => labelOf(judge.judge(text, null).score) === label).length;
    print(`untrained_accuracy_${language}`, (100 * right) / messages.length, { messages: messages.length });
  }
  const raised = (texts: readonly string[]) =>
    texts.filter((text) => judge.judge(text, null).escalation_risk >= 0.5).length;
  const { alarming, calm } = escalationMessages;
  const hits = raised(alarming);
  print("escalation_recall", (100 * hits) / alarming.length, { messages: alarming.length });
  print("escalation_precision", (100 * hits) / (hits + raised(calm)), { messages: alarming.length + calm.length });
}

function measureOnReviews(): void {
  const train = reviews("train");
  const test = reviews("test");
  const untrained = test.filter(({ text, label }) => {
    const words = wordsOf(text);
    return labelOf(readTone(text, words, nearestLexicon(words, lexicons)).score) === label;
  }).length;
  print("untrained_accuracy_reviews", (100 * untrained) / test.length, { messages: test.length });
  for (const rows of [300, 1500, train.length]) {
    const model = trainSentiment(train.slice(0, rows), { version: "bench", detector });
    const right = test.filter(
      ({ text, label }) => model.read(text, lexicons).score > 0 === (label === "positive"),
    ).length;
    print("sst2_accuracy", (100 * right) / test.length, { train: rows, test: test.length });
  }
  if (existsSync(join(options.datasets, "hwu64"))) measureThreeLabels(train, test);
}

function measureThreeLabels(train: readonly LabelledMessage[], test: readonly LabelledMessage[]): void {
  const mixed = (opinions: readonly LabelledMessage[], requests: readonly string[], rows: number) => {
    const some = (label: LabelledMessage["label"], count: number) =>
      opinions.filter((one) => one.label === label).slice(0, count);
    const neutral = requests.slice(0, Math.round(rows * 0.22)).map((text) => ({ text, label: "neutral" as const }));
    return [...some("negative", Math.round(rows * 0.6)), ...some("positive", Math.round(rows * 0.18)), ...neutral];
  };
  const guesses = ["negative", "neutral", "positive"] as const;
  const unsure = mixed(train, spread(linesOf("hwu64", "train")), 5000).map((message, at) =>
    at % 5 === 0 ? { ...message, label: guesses[(at / 5) % guesses.length]! } : message,
  );
  const unseen = mixed(test, spread(linesOf("hwu64", "test")), 1500);
  const model = trainSentiment(unsure, { version: "bench", detector });
  const right = unseen.filter(({ text, label }) => labelOf(model.read(text, lexicons).score) === label).length;
  print("three_labels_accuracy", (100 * right) / unseen.length, { train: unsure.length, test: unseen.length });
}

function reviews(name: string): LabelledMessage[] {
  return linesOf("sst2", name).map(({ text, label }) => ({ text, label: label === "1" ? "positive" : "negative" }));
}

function linesOf(set: string, name: string): { readonly text: string; readonly label: string }[] {
  const lines = readFileSync(join(options.datasets, set, `${name}.jsonl`), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as { text: string; label: string });
}

/** Rows of such files stand by intent; every seventh of them, and again, is a mixture. */
function spread(rows: readonly { readonly text: string }[]): string[] {
  return [...rows.keys()].sort((a, b) => (a % 7) - (b % 7) || a - b).map((at) => rows[at]!.text);
}

function labelled(set: Readonly<Record<LabelledMessage["label"], readonly string[]>>): LabelledMessage[] {
  return (["negative", "neutral", "positive"] as const).flatMap((label) => set[label].map((text) => ({ text, label })));
}

function print(metric: string, value: number, facts: Record<string, unknown>): void {
  const rounded = Math.round(value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ bench: "sentiment", metric, value: rounded, ...facts })}\n`);
}
