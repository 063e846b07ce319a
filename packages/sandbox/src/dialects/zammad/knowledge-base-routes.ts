import type { Context, Hono } from "hono";
import { htmlToText } from "../../desk/html-text.ts";
import { jsonResponse, recordNotFound } from "./api-error.ts";
import { instant, readParams } from "./call.ts";
import { answerAssets, KNOWLEDGE_BASE_ID, knowledgeAssets, searchTranslations } from "./knowledge-base-json.ts";
import type { ZammadAccount } from "./zammad-account.ts";

/** The knowledge base as an editor sees it: the whole graph, single answers, search. There is no plain list. */
export function addKnowledgeBaseRoutes(routes: Hono, account: ZammadAccount): void {
  const written = instant(account.desk.bot.createdAt);

  routes.post("/knowledge_bases/init", () => jsonResponse(knowledgeAssets(written)));

  routes.get("/knowledge_bases/:base/answers/:id", (c) => {
    checkBase(c);
    const contentIds = (c.req.query("include_contents") ?? "").split(",").map(Number);
    const id = Number(c.req.param("id"));
    const assets = answerAssets(id, contentIds, written);
    if (assets === undefined) throw recordNotFound("KnowledgeBase::Answer", c.req.param("id"));
    return jsonResponse({ id, assets });
  });

  routes.post("/knowledge_bases/search", async (c) => {
    const params = await readParams(c);
    const hits = searchTranslations(String(params.query ?? ""), String(params.locale ?? "en-us"));
    return jsonResponse({
      result: hits.map(({ id }) => ({ id, type: "KnowledgeBase::Answer::Translation" })),
      details: hits.map(({ id, answerId, contentId, locale, text }) => ({
        id,
        type: "KnowledgeBase::Answer::Translation",
        icon: "knowledge-base-answer",
        date: written,
        url:
          params.url_type === "agent"
            ? `/api/v1/knowledge_bases/${KNOWLEDGE_BASE_ID}/answers/${answerId}?include_contents=${contentId}`
            : `/help/${locale.locale}/${answerId}`,
        title: text.title,
        subtitle: "",
        body: htmlToText(text.html).slice(0, 100),
      })),
    });
  });
}

function checkBase(c: Context): void {
  const base = c.req.param("base");
  if (Number(base) !== KNOWLEDGE_BASE_ID) throw recordNotFound("KnowledgeBase", base);
}
