import { writeFileSync } from "node:fs";
import { openKnowledgeBench } from "@otai/services/knowledge-base/testing/knowledge-bench";
import { shopArticles } from "@otai/services/knowledge-base/testing/shop-articles";
import { contentStems, wordsOf } from "@otai/services/reply/terms";
import { brambelwerkArticles, brambelwerkTitles } from "@otai/services/reply/testing/brambelwerk-knowledge";
import { brambelwerkQuestions } from "@otai/services/reply/testing/brambelwerk-questions";
import { replyText } from "@otai/text/prepare";

const rows: any[] = [];
const like = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) >= 5 && (a.includes(b) || b.includes(a)));
function features(query: string, hits: any[]) {
  const [h] = hits;
  if (!h) return null;
  const q = [...new Set(contentStems(query))];
  const docs = hits.map((x) => new Set(contentStems(`${x.title} ${x.text}`)));
  const title = [...new Set(contentStems(h.title))];
  const has = (d: Set<string>, s: string) => d.has(s) || [...d].some((x) => like(x, s));
  const N = docs.length;
  let all = 0,
    got = 0,
    spec = 0,
    n = 0;
  for (const s of q) {
    const df = docs.filter((d) => has(d, s)).length;
    const w = Math.log((1 + N) / (0.5 + df));
    all += w;
    if (has(docs[0]!, s)) {
      got += w;
      n++;
      if (df === 1 || df <= N / 4) spec++;
    }
  }
  const tmatch = title.filter((t) => q.some((s) => like(s, t))).length;
  const other = hits.find((x) => x.title !== h.title);
  return {
    score: h.score,
    cov: all === 0 ? 0 : got / all,
    raw: q.length ? n / q.length : 0,
    n,
    spec,
    q: q.length,
    title: title.length ? tmatch / title.length : 0,
    tm: tmatch,
    margin: other ? 1 - other.score / h.score : 1,
    top: h.title,
  };
}
const sentenceBreak = /(?<=[.!?])\s+|\n+/;
async function run(set: string, qs: { text: string; titles: string[]; language: string }[], kb: any) {
  for (const [i, q] of qs.entries()) {
    const text = replyText(q.text);
    for (const hidden of [false, true]) {
      if (hidden && q.titles.length === 0) continue;
      const find = async (s: string) =>
        (await kb.knowledgeBase.passages.find(s, { audience: "authenticated", language: q.language, topK: 12 }))
          .filter((h: any) => !hidden || !q.titles.includes(h.title))
          .slice(0, 10);
      const f = features(text, await find(text));
      if (f)
        rows.push({
          set,
          i,
          hidden,
          sub: -1,
          y: q.titles.includes(f.top) ? 1 : 0,
          answerable: q.titles.length > 0 && !hidden,
          text,
          ...f,
        });
      for (const [j, s] of text.split(sentenceBreak).entries()) {
        if (s.length >= text.length || contentStems(s).length < 2) continue;
        const g = features(s, await find(s));
        if (g)
          rows.push({
            set,
            i,
            hidden,
            sub: j,
            y: q.titles.includes(g.top) ? 1 : 0,
            answerable: q.titles.length > 0 && !hidden,
            text: s,
            ...g,
            same: f?.top === g.top,
          });
      }
    }
  }
}
const a = await openKnowledgeBench();
for (const x of brambelwerkArticles(["one"])) await a.upsert(x);
await run(
  "bw",
  brambelwerkQuestions.map((q) => ({
    text: q.text,
    language: q.language,
    titles: q.answer === null ? [] : brambelwerkTitles(q.answer),
  })),
  a,
);
const b = await openKnowledgeBench();
for (const { title, content } of shopArticles)
  await b.upsert({ title, content, language: "en", external_id: title, source: "shop" });
await run(
  "shop",
  shopArticles.flatMap(({ title, questions }) => questions.map((text) => ({ text, language: "en", titles: [title] }))),
  b,
);
const long = (question: string) =>
  `Good morning,\n\nlast week we were on a trip and had a great time in the mountains, but now we are back. ${question}? My husband said that I should ask you directly. I have been a customer of yours for three years.\n\nThank you in advance and kind regards,\nMara Beispiel`;
await run(
  "long",
  shopArticles.flatMap(({ title, questions }) =>
    questions.map((text) => ({ text: long(text), language: "en", titles: [title] })),
  ),
  b,
);
writeFileSync("/tmp/replywire/features.json", JSON.stringify(rows));
await a.close();
await b.close();
