import { z } from "@hono/zod-openapi";
import {
  articleAnswerSchema,
  articleBatchAnswerSchema,
  articleBatchRequestSchema,
  articleListQuerySchema,
  articleListSchema,
  articleReceiptSchema,
  articleRemovalSchema,
  articleRequestSchema,
  articleVersionsSchema,
} from "@otai/service-api/knowledge-base-article";
import {
  auditAnswerSchema,
  auditRequestSchema,
  staleAnswerSchema,
  staleQuerySchema,
} from "@otai/service-api/knowledge-base-audit";
import {
  gapChangeAnswerSchema,
  gapChangeRequestSchema,
  gapDraftAnswerSchema,
  gapsAnswerSchema,
  gapsQuerySchema,
} from "@otai/service-api/knowledge-base-gaps";
import {
  searchAnswerSchema,
  searchFeedbackAnswerSchema,
  searchFeedbackRequestSchema,
  searchRequestSchema,
} from "@otai/service-api/knowledge-base-search";
import { syncFinishRequestSchema, syncRunRequestSchema, syncRunSchema } from "@otai/service-api/knowledge-base-sync";
import type { KnowledgeBaseService } from "@otai/services/knowledge-base/knowledge-base";
import { answers, jsonBody, type ServiceEndpoints } from "./service-endpoints.ts";

const params = z.object({ id: z.string().min(1).max(128) });

const upsertArticle = {
  method: "post",
  path: "/articles",
  summary: "Takes an article in, by source and external id: created, updated or unchanged",
  request: { body: jsonBody(articleRequestSchema) },
  responses: { ...answers(articleReceiptSchema), ...answers(articleReceiptSchema, 201) },
} as const;

const upsertArticles = {
  method: "post",
  path: "/articles/batch",
  largestBody: 10,
  summary: "Takes up to 200 articles in; one result per entry, in order",
  request: { body: jsonBody(articleBatchRequestSchema) },
  responses: answers(articleBatchAnswerSchema),
} as const;

const listArticles = {
  method: "get",
  path: "/articles",
  summary: "Articles of every visibility and status, page by page",
  request: { query: articleListQuerySchema },
  responses: answers(articleListSchema),
} as const;

const getArticle = {
  method: "get",
  path: "/articles/{id}",
  summary: "One article with its text and its chunks",
  request: { params },
  responses: answers(articleAnswerSchema),
} as const;

const listVersions = {
  method: "get",
  path: "/articles/{id}/versions",
  summary: "The last 20 versions: who, when, hash",
  request: { params },
  responses: answers(articleVersionsSchema),
} as const;

const removeArticle = {
  method: "delete",
  path: "/articles/{id}",
  summary: "Removes an article with all its versions",
  request: { params },
  responses: answers(articleRemovalSchema),
} as const;

const auditArticles = {
  method: "post",
  path: "/articles/audit",
  summary: "Duplicates, conflicting numbers, thin and stale articles, with the sentences",
  request: { body: jsonBody(auditRequestSchema) },
  responses: answers(auditAnswerSchema),
} as const;

const search = {
  method: "post",
  path: "/search",
  summary: "The best articles for a question that the audience may see",
  request: { body: jsonBody(searchRequestSchema) },
  responses: answers(searchAnswerSchema),
} as const;

const giveFeedback = {
  method: "post",
  path: "/search/{query_id}/feedback",
  summary: "Did the answer to this query help? If not, it counts as a miss",
  request: { params: z.object({ query_id: params.shape.id }), body: jsonBody(searchFeedbackRequestSchema) },
  responses: answers(searchFeedbackAnswerSchema),
} as const;

const listGaps = {
  method: "get",
  path: "/gaps",
  summary: "What was asked and not answered, by topic, the most asked first",
  request: { query: gapsQuerySchema },
  responses: answers(gapsAnswerSchema),
} as const;

const changeGap = {
  method: "post",
  path: "/gaps/{id}",
  summary: "Says that a gap is being worked on, closed or none",
  request: { params, body: jsonBody(gapChangeRequestSchema) },
  responses: answers(gapChangeAnswerSchema),
} as const;

const draftForGap = {
  method: "post",
  path: "/gaps/{id}/draft",
  summary:
    "An article for the gap from answers to solved tickets, kept as a draft that nobody is shown until a person publishes it",
  request: { params },
  responses: answers(gapDraftAnswerSchema, 201),
} as const;

const listStale = {
  method: "get",
  path: "/stale",
  summary: "Articles that want a look, with the reasons",
  request: { query: staleQuerySchema },
  responses: answers(staleAnswerSchema),
} as const;

const listSyncs = {
  method: "get",
  path: "/sync-runs",
  summary: "The newest run of every source",
  responses: answers(z.array(syncRunSchema)),
} as const;

const startSync = {
  method: "post",
  path: "/sync-runs",
  summary: "Begins a run that lists everything a source has",
  request: { body: jsonBody(syncRunRequestSchema) },
  responses: answers(syncRunSchema, 201),
} as const;

const finishSync = {
  method: "post",
  path: "/sync-runs/{id}/finish",
  summary: "Archives what the run has not seen, unless too much would vanish",
  request: { params, body: jsonBody(syncFinishRequestSchema) },
  responses: answers(syncRunSchema),
} as const;

export function knowledgeBaseRoutes(endpoint: ServiceEndpoints, knowledgeBase: KnowledgeBaseService): void {
  const { articles } = knowledgeBase;
  endpoint(auditArticles, async (context) =>
    context.json(await knowledgeBase.auditArticles(context.req.valid("json")), 200),
  );
  endpoint(upsertArticles, async (context) =>
    context.json(
      await articles.upsertBatch(context.req.valid("json").articles, context.get("keyName") ?? "local"),
      200,
    ),
  );
  endpoint(upsertArticle, async (context) => {
    const receipt = await articles.upsert(context.req.valid("json"), context.get("keyName") ?? "local");
    return context.json(receipt, receipt.status === "created" ? 201 : 200);
  });
  endpoint(listArticles, async (context) => context.json(await articles.list(context.req.valid("query")), 200));
  endpoint(getArticle, async (context) => context.json(await articles.get(context.req.valid("param").id), 200));
  endpoint(listVersions, async (context) =>
    context.json(await articles.listVersions(context.req.valid("param").id), 200),
  );
  endpoint(removeArticle, async (context) => context.json(await articles.remove(context.req.valid("param").id), 200));
  endpoint(search, async (context) => context.json(await knowledgeBase.search(context.req.valid("json")), 200));
  endpoint(giveFeedback, async (context) =>
    context.json(await knowledgeBase.giveFeedback(context.req.valid("param").query_id, context.req.valid("json")), 200),
  );
  endpoint(listGaps, async (context) => context.json(await knowledgeBase.listGaps(context.req.valid("query")), 200));
  endpoint(changeGap, async (context) =>
    context.json(await knowledgeBase.changeGap(context.req.valid("param").id, context.req.valid("json")), 200),
  );
  endpoint(draftForGap, async (context) =>
    context.json(await knowledgeBase.draftForGap(context.req.valid("param").id), 201),
  );
  endpoint(listStale, async (context) => context.json(await knowledgeBase.listStale(context.req.valid("query")), 200));
  endpoint(listSyncs, async (context) => context.json(await knowledgeBase.listSyncs(), 200));
  endpoint(startSync, async (context) => context.json(await knowledgeBase.startSync(context.req.valid("json")), 201));
  endpoint(finishSync, async (context) =>
    context.json(await knowledgeBase.finishSync(context.req.valid("param").id, context.req.valid("json")), 200),
  );
}
