import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import { searchRequestSchema } from "@otai/service-api/knowledge-base-search";
import { createKnowledgeBase } from "@otai/services/knowledge-base/knowledge-base";
import { openSqliteStore } from "@otai/store/sqlite-store";

/**
 * What a search finds and what it costs, in process and everything included (revision check, ranking, snippets, the log):
 * questions as articles (a test question is right when the best article is a training question of the same intent), and 10,000
 * articles of 250 words made of such questions.
 */
const { values: options } = parseArgs({
  options: {
    datasets: { type: "string", default: fileURLToPath(new URL("../../../shared/datasets", import.meta.url)) },
  },
});
if (!existsSync(options.datasets)) {
  process.stderr.write(`${options.datasets}: there is no such folder, give the data sets with --datasets\n`);
  process.exit(1);
}

interface Row {
  readonly text: string;
  readonly label: string;
}

/** An index of its own over the same data; the best of the published packages was 3 points behind. */
const anchors: Readonly<Record<string, number | null>> = { banking77: 79, hwu64: null };
const batch = 200;
const articles = 10_000;
const questionsPerArticle = 20;

for (const set of ["banking77", "hwu64"]) {
  const train = read(set, "train");
  const test = read(set, "test");
  await measure(
    set,
    train.map(({ text }) => ({ title: text.slice(0, 500), content: text })),
    test.map(({ text }) => text),
    (question, found) => found.map((article) => train[article]!.label === test[question]!.label),
  );
}
const questions = read("banking77", "train").map(({ text }) => text);
await measure(
  "250 words each",
  Array.from({ length: articles }, (_, at) => {
    const words = Array.from(
      { length: questionsPerArticle },
      (_, part) => questions[(at * 7919 + part * 104_729) % questions.length]!,
    );
    return { title: words[0]!.slice(0, 500), content: words.join("\n") };
  }),
  read("banking77", "test").map(({ text }) => text),
  null,
);

/** Takes the articles in, asks the questions, prints the figures. `judge` tells which of the found articles are right. */
async function measure(
  name: string,
  given: readonly { readonly title: string; readonly content: string }[],
  asked: readonly string[],
  judge: ((question: number, found: readonly number[]) => readonly boolean[]) | null,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "otai-knowledge-bench-"));
  const ids = createCountingIds();
  const store = await openSqliteStore({ path: join(folder, "otai.db"), ids });
  const clock = { now: () => Date.now() };
  const parts = { store, clock, ids, languageDetector: null, embedder: null };
  const writer = createKnowledgeBase(parts);
  const places = new Map<string, number>();
  const takenIn = performance.now();
  for (let start = 0; start < given.length; start += batch) {
    const entries = given
      .slice(start, start + batch)
      .map((article, at) => ({ ...article, external_id: String(start + at) }));
    const { results } = await writer.articles.upsertBatch(
      entries.map((entry) => articleRequestSchema.parse(entry)),
      "bench",
    );
    results.forEach((result, at) => {
      if (result.status !== "error") places.set(result.id, start + at);
    });
  }
  print(name, "articles_per_second", given.length / ((performance.now() - takenIn) / 1000), null);

  const before = process.memoryUsage().rss;
  const started = performance.now();
  const knowledgeBase = createKnowledgeBase(parts);
  await knowledgeBase.warmUp();
  print(name, "seconds_to_load", (performance.now() - started) / 1000, null);
  const latencies: number[] = [];
  let first = 0;
  let five = 0;
  let reciprocal = 0;
  for (const [question, query] of asked.entries()) {
    const request = searchRequestSchema.parse({ query, purpose: question === 0 ? "test" : "agent" });
    const at = performance.now();
    const { results } = await knowledgeBase.search(request);
    if (question > 0) latencies.push(performance.now() - at);
    const right =
      judge?.(
        question,
        results.map(({ article_id }) => places.get(article_id)!),
      ) ?? [];
    if (right[0] === true) first += 1;
    const place = right.indexOf(true);
    if (place >= 0) five += 1;
    if (place >= 0) reciprocal += 1 / (place + 1);
  }
  await knowledgeBase.settle();
  if (judge !== null) {
    print(name, "recall@1", (100 * first) / asked.length, anchors[name] ?? null);
    print(name, "recall@5", (100 * five) / asked.length, 85);
    print(name, "mrr", reciprocal / asked.length, 0.6);
  }
  latencies.sort((a, b) => a - b);
  print(name, "search_ms_p50", latencies[Math.floor(latencies.length / 2)]!, null);
  print(name, "search_ms_p95", latencies[Math.floor(latencies.length * 0.95)]!, 5);
  print(name, "index_rss_mb", (process.memoryUsage().rss - before) / 1e6, null);
  await store.close();
  rmSync(folder, { recursive: true });
}

function read(set: string, part: string): Row[] {
  const file = join(options.datasets, set, `${part}.jsonl`);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}

function print(set: string, metric: string, value: number, anchor: number | null): void {
  const rounded = Math.round(value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ bench: "knowledge-base", set, metric, value: rounded, anchor })}\n`);
}
