import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCountingIds } from "@otai/conformance/store/counting-ids";
import { generateHistory } from "@otai/sandbox/corpus/generate-history";
import { articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import { draftRequestSchema } from "@otai/service-api/reply-draft";
import { createKnowledgeBase } from "@otai/services/knowledge-base/knowledge-base";
import type { Passages } from "@otai/services/knowledge-base/passages";
import { shopArticles } from "@otai/services/knowledge-base/testing/shop-articles";
import { createReply } from "@otai/services/reply/create-reply";
import { defaultModelLimits } from "@otai/services/reply/surroundings";
import { hideArticle } from "@otai/services/reply/testing/hide-article";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";

/**
 * What a draft by the embedded engine costs in process, everything included (search in 1,000 articles, language, rules, the durable
 * write), and how often it answers: 75 questions to 25 articles, alone and within a long mail, and with their article hidden.
 */
const articles = 1_000;
const rounds = 8;
const now = Date.UTC(2026, 10, 21);

const folder = mkdtempSync(join(tmpdir(), "otai-reply-bench-"));
const ids = createCountingIds();
const store = await openSqliteStore({ path: join(folder, "otai.db"), ids });
const clock = { now: () => Date.now() };
const detector = await createLanguageDetector();

const knowledge = createKnowledgeBase({ store, clock, ids, languageDetector: null, embedder: null });
async function write(article: { title: string; content: string; source: string }): Promise<void> {
  const request = articleRequestSchema.parse({ ...article, external_id: ids.next("x"), language: "en" });
  await knowledge.articles.upsert(request, "bench");
}
for (const { title, content } of shopArticles) await write({ title, content, source: "shop" });
const shop = createKnowledgeBase({ store, clock, ids, languageDetector: null, embedder: null }).passages;
const questions = shopArticles.flatMap(({ title, questions: asked }) => asked.map((question) => ({ title, question })));

function replyOver(passages: Passages) {
  return createReply({
    ...{ store, clock, ids, detector, passages, solvedAnswers: null, misses: null },
    ...{ languageModel: null, modelLimits: defaultModelLimits, promptKey: "bench" },
    ...{ styles: [], defaultStyle: "friendly", allowedHosts: [], stopwatch: () => performance.now() },
  });
}

function draftOf(question: string, passages: Passages) {
  const conversation = [{ role: "customer", content: question }];
  return replyOver(passages).draft(draftRequestSchema.parse({ ticket_id: "T-1", conversation, language: "en" }));
}

function inLongMail(question: string): string {
  return `Good morning,\n\nlast week we were on a trip and had a great time in the mountains, but now we are back. ${question}? My husband said that I should ask you directly. I have been a customer of yours for three years.\n\nThank you in advance and kind regards,\nMara Beispiel`;
}

for (const [metric, asked] of [
  ["right_article_share", (question: string) => question],
  ["right_article_share_long_mail", inLongMail],
] as const) {
  let right = 0;
  let wrong = 0;
  for (const { title, question } of questions) {
    const { refused, citations } = await draftOf(asked(question), shop);
    if (refused) continue;
    if (citations[0]?.title === title) right += 1;
    else wrong += 1;
  }
  print(metric, right / questions.length, { questions: questions.length, wrong_article: wrong });
}
for (const [metric, asked] of [
  ["refusal_share_without_article", (question: string) => question],
  ["refusal_share_without_article_long_mail", inLongMail],
] as const) {
  let refusals = 0;
  for (const { title, question } of questions) {
    refusals += (await draftOf(asked(question), hideArticle(shop, title))).refused ? 1 : 0;
  }
  print(metric, refusals / questions.length, { questions: questions.length });
}

const tickets = generateHistory({ seed: 1, solved: articles, open: 0, now }).slice(0, articles - shopArticles.length);
for (const { subject, body } of tickets) await write({ title: subject || "Note", content: body, source: "notes" });
for (const [metric, asked] of [
  ["draft_ms", (question: string) => question],
  ["draft_long_mail_ms", inLongMail],
] as const) {
  const latencies: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { question } of questions) {
      const before = performance.now();
      await draftOf(asked(question), knowledge.passages);
      if (round > 0) latencies.push(performance.now() - before);
    }
  }
  latencies.sort((a, b) => a - b);
  for (const share of [50, 95]) {
    const value = latencies[Math.floor((latencies.length * share) / 100)]!;
    print(`${metric}_p${share}`, value, { drafts: latencies.length, articles });
  }
}
await knowledge.settle();
await store.close();
rmSync(folder, { recursive: true });

function print(metric: string, value: number, facts: Record<string, unknown>): void {
  const rounded = Math.round(value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ bench: "reply", metric, value: rounded, ...facts })}\n`);
}
