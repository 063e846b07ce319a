import { openKnowledgeBench } from "@otai/services/knowledge-base/testing/knowledge-bench";
import { brambelwerkArticles, brambelwerkTitles } from "@otai/services/reply/testing/brambelwerk-knowledge";
import { brambelwerkQuestions } from "@otai/services/reply/testing/brambelwerk-questions";
import { openReplyBench } from "@otai/services/reply/testing/reply-bench";
import { createLanguageDetector } from "@otai/text/language";

const verbose = process.argv.includes("-v");
const detector = await createLanguageDetector();
for (const sources of [["one"], ["one", "two", "three"]]) {
  const kb = await openKnowledgeBench();
  for (const a of brambelwerkArticles(sources)) await kb.upsert(a);
  const reply = await openReplyBench({ detector, passages: kb.knowledgeBase.passages });
  const n: Record<string, number> = {};
  const bump = (k: string) => {
    n[k] = (n[k] ?? 0) + 1;
  };
  for (const [i, q] of brambelwerkQuestions.entries()) {
    const r = await reply.draft(q.text, { audience: "authenticated" });
    const half = i % 2 ? "B" : "A";
    let v: string;
    if (q.answer === null) v = r.refused ? "neg-refused" : "neg-DRAFTED";
    else if (r.refused) v = "pos-refused";
    else v = brambelwerkTitles(q.answer).includes(r.citations[0]!.title) ? "pos-right" : "pos-WRONG";
    bump(v);
    bump(`${half}:${v}`);
    if (verbose && v !== "pos-right" && v !== "neg-refused") {
      const hits = await kb.knowledgeBase.passages.find(q.text, {
        audience: "authenticated",
        language: q.language,
        topK: 3,
      });
      console.log(
        v,
        r.refusal_reason ?? r.citations[0]!.title,
        "|",
        q.text,
        "|",
        hits.map((h) => `${h.title} ${h.score}${h.answered ? "+" : "-"}`).join("; "),
      );
    }
  }
  // hidden
  let hid = 0,
    tot = 0;
  for (const q of brambelwerkQuestions) {
    if (q.answer === null) continue;
    const titles = brambelwerkTitles(q.answer);
    const passages = {
      async find(query: string, o: any) {
        return (await kb.knowledgeBase.passages.find(query, { ...o, topK: o.topK + 3 }))
          .filter((h) => !titles.includes(h.title))
          .slice(0, o.topK);
      },
    };
    const b = await openReplyBench({ ...reply.surroundings, passages });
    const r = await b.draft(q.text, { audience: "authenticated" });
    tot++;
    if (r.refused) hid++;
    else if (verbose) console.log("HIDDEN-DRAFTED", q.text, "→", r.citations[0]!.title, r.citations[0]!.score);
    await b.close();
  }
  console.log(
    sources.length,
    JSON.stringify(Object.fromEntries(Object.entries(n).sort())),
    "hidden refused",
    hid,
    "/",
    tot,
  );
  await reply.close();
  await kb.close();
}
