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
import { brambelwerkArticles, brambelwerkTitles } from "@otai/services/reply/testing/brambelwerk-knowledge";
import { brambelwerkQuestions } from "@otai/services/reply/testing/brambelwerk-questions";
import { hideArticle } from "@otai/services/reply/testing/hide-article";
import { createSolvedAnswers } from "@otai/services/solved-answers/create-solved-answers";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";

/**
 * What a draft by the embedded engine costs in process, everything included (search in 1,000 articles, language, rules, the durable
 * write), and how often it answers: 75 questions to 25 articles, alone and within a long mail, and with their article hidden; and 107
 * questions in English and German to the help pages of the sandbox, taken over from one helpdesk and from three. At last, how long
 * one of 10,000 answers to solved tickets takes to find.
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
    ...{
      store,
      clock,
      ids,
      detector,
      passages,
      solvedAnswers: null,
      templates: { list: async () => [] },
      misses: null,
    },
    ...{ languageModel: null, modelLimits: defaultModelLimits, promptKey: "bench" },
    ...{ styles: [], defaultStyle: "friendly", allowedHosts: [], stopwatch: () => performance.now() },
  });
}

function draftOf(question: string, passages: Passages, more: object = { language: "en" }) {
  const conversation = [{ role: "customer", content: question }];
  return replyOver(passages).draft(draftRequestSchema.parse({ ticket_id: "T-1", conversation, ...more }));
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

for (const sources of [["one"], ["one", "two", "three"]]) {
  const desk = await openSqliteStore({ path: ":memory:", ids });
  const help = createKnowledgeBase({ store: desk, clock, ids, languageDetector: null, embedder: null });
  for (const article of brambelwerkArticles(sources)) {
    await help.articles.upsert(articleRequestSchema.parse(article), "bench");
  }
  const counts = { right: 0, wrong: 0, answerable: 0, refusedWithout: 0, refusedHidden: 0, without: 0 };
  for (const { text, answer } of brambelwerkQuestions) {
    const { refused, citations } = await draftOf(text, help.passages, { audience: "authenticated" });
    if (answer === null) {
      counts.without += 1;
      counts.refusedWithout += refused ? 1 : 0;
      continue;
    }
    const titles = brambelwerkTitles(answer);
    counts.answerable += 1;
    if (!refused) counts[titles.includes(citations[0]!.title) ? "right" : "wrong"] += 1;
    const hidden = titles.reduce(hideArticle, help.passages);
    counts.refusedHidden += (await draftOf(text, hidden, { audience: "authenticated" })).refused ? 1 : 0;
  }
  const facts = { sources: sources.length, questions: counts.answerable };
  print("help_pages_right_share", counts.right / counts.answerable, { ...facts, wrong_article: counts.wrong });
  print("help_pages_refusal_share_article_hidden", counts.refusedHidden / counts.answerable, facts);
  print("help_pages_refusal_share_no_article", counts.refusedWithout / counts.without, {
    sources: sources.length,
    questions: counts.without,
  });
  await desk.close();
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
const solvedTickets = 10_000;
const solved = createSolvedAnswers({ store, detector, connections: ["desk"], most: solvedTickets });
const history = generateHistory({ seed: 2, solved: solvedTickets, open: 0, now });
await store.write(async ({ solvedAnswers }) => {
  for (const [at, { subject, body }] of history.entries()) {
    const question = `${subject}\n${body}`.slice(0, 2_000);
    const record = { connection: "desk", ticketId: `${at}`, question, answer: body, language: null, at };
    await solvedAnswers.put({ ...record, revision: await solvedAnswers.nextRevision() });
  }
});
const opening = performance.now();
await solved.find("warm up", { connection: "desk", language: "en", topK: 5 });
print("solved_answers_open_ms", performance.now() - opening, { answers: solvedTickets });
const searches: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const { question } of questions) {
    const before = performance.now();
    await solved.find(question, { connection: "desk", language: "en", topK: 5 });
    if (round > 0) searches.push(performance.now() - before);
  }
}
searches.sort((a, b) => a - b);
for (const share of [50, 95]) {
  const value = searches[Math.floor((searches.length * share) / 100)]!;
  print(`solved_answers_find_ms_p${share}`, value, { answers: solvedTickets, searches: searches.length });
}
await knowledge.settle();
await store.close();
rmSync(folder, { recursive: true });

function print(metric: string, value: number, facts: Record<string, unknown>): void {
  const rounded = Math.round(value * 1000) / 1000;
  process.stdout.write(`${JSON.stringify({ bench: "reply", metric, value: rounded, ...facts })}\n`);
}
