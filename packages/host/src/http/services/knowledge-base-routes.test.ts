import { readdirSync, readFileSync } from "node:fs";
import { articleReceiptSchema, articleRequestSchema } from "@otai/service-api/knowledge-base-article";
import { auditAnswerSchema, staleAnswerSchema } from "@otai/service-api/knowledge-base-audit";
import { gapChangeAnswerSchema, gapChangeRequestSchema, gapsAnswerSchema } from "@otai/service-api/knowledge-base-gaps";
import {
  searchAnswerSchema,
  searchFeedbackAnswerSchema,
  searchFeedbackRequestSchema,
  searchRequestSchema,
} from "@otai/service-api/knowledge-base-search";
import { type KnowledgeBench, openKnowledgeBench } from "@otai/services/knowledge-base/testing/knowledge-bench";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { type HttpBench, openHttpBench } from "../../testing/http-bench.ts";

interface Fixture {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly response: Record<string, unknown> | null;
}

const folder = new URL("../../../../../fixtures/service-api/knowledge-base/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture);
/** Keys of ours that the reference's example answers were written without. */
const ours = { gaps: { weak_articles: [] }, gap: { reason: null, effect: null } };
const schemas: Record<
  string,
  { request: { parse(given: unknown): unknown } | null; answer: { parse(given: unknown): unknown } }
> = {
  "/articles": { request: articleRequestSchema, answer: articleReceiptSchema },
  "/search": { request: searchRequestSchema, answer: searchAnswerSchema },
  "/gaps": { request: null, answer: gapsAnswerSchema },
  "/stale": { request: null, answer: staleAnswerSchema },
  "/search/q-3/feedback": { request: searchFeedbackRequestSchema, answer: searchFeedbackAnswerSchema },
  "/gaps/g-4": { request: gapChangeRequestSchema, answer: gapChangeAnswerSchema },
};

let service: KnowledgeBench;
let bench: HttpBench;
beforeEach(async () => {
  service = await openKnowledgeBench();
  bench = await openHttpBench({ store: service.store, services: { kb: service.knowledgeBase } });
  const query = {
    at: service.now(),
    query: "csv export",
    language: null,
    purpose: "agent",
    ticketId: null,
    connection: null,
    personId: null,
  } as const;
  await service.store.write(async (tx) => {
    await tx.knowledgeQueries.add([
      { id: "q-3", ...query, articleId: null, bestScore: 0, missReason: "low_score", helpful: null },
    ]);
    await tx.knowledgeGaps.put({
      id: "g-4",
      status: "open",
      reason: null,
      articleId: null,
      centroid: { csv: 1 },
      topic: "csv export",
      title: "Csv export",
      firstSeen: 1,
      lastSeen: 2,
      changedAt: 1,
      rateBefore: null,
    });
  });
});
afterEach(() => service.close());

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

function withOurs(path: string, response: Record<string, unknown>): unknown {
  if (path !== "/gaps") return response;
  const gaps = (response.gaps as object[]).map((gap) => ({ ...ours.gap, ...gap }));
  return { ...ours.gaps, ...response, gaps };
}

describe("1.7: the examples of the reference", () => {
  test.each(fixtures)("$name: in both spellings, with the same result", async ({ method, path, request, response }) => {
    const { request: asked, answer: answered } = schemas[path.split("?")[0]!]!;
    asked?.parse(request);
    if (response !== null) answered.parse(withOurs(path.split("?")[0]!, response));
    const answers: Record<string, unknown>[] = [];
    for (const spelling of [path, `/api/v1${path}`]) {
      const answer = await bench.ask(spelling, method === "GET" ? { method } : post(request));
      expect([200, 201]).toContain(answer.status);
      const body = (await answer.json()) as Record<string, unknown>;
      answered.parse(body);
      expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(response ?? {})));
      answers.push({ ...body, query_id: null, latency_ms: 0, status: null });
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it("the article of the example is found by the question of the example", async () => {
    const article = fixtures.find(({ path }) => path === "/articles")!;
    const created = await bench.ask("/articles", post({ ...(article.request as object), external_id: 4411 }));
    expect(created.status).toBe(201);
    expect(await created.json()).toMatchObject({ status: "created", version: 1, external_id: "4411", warnings: [] });
    const answer = await bench.ask("/search", post({ query: "charged twice" }));
    expect(await answer.json()).toMatchObject({
      results: [{ external_id: "4411", title: "Duplicate charges", visibility: "public" }],
      total: 1,
      answered: true,
      miss_logged: false,
      engine: "keyword",
      degraded: false,
    });
  });
});

describe("1.7: what a request may be", () => {
  test.each([
    ["/articles", "title", { title: " ", content: "x" }],
    ["/articles", "content", { title: "x", content: "" }],
    ["/articles", "content", { title: "x", content: "<script>only()</script><p hidden>nothing</p>" }],
    ["/articles", "url", { title: "x", content: "x", url: "javascript:alert(1)" }],
    ["/articles", "visibility", { title: "x", content: "x", visibility: "secret" }],
    ["/articles", "sync_run_id", { title: "x", content: "x", sync_run_id: "sr-9" }],
    ["/articles/batch", "articles", { articles: [] }],
    ["/search", "query", { query: "  " }],
    ["/search", "query", { query: "x".repeat(2_001) }],
    ["/search", "top_k", { query: "x", top_k: 51 }],
    ["/search", "audience", { query: "x", audience: "restricted" }],
    ["/gaps/g-4", "reason", { status: "dismissed" }],
  ])("%s: 422 names the field %s", async (path, field, body) => {
    const answer = await bench.ask(path, post(body));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error_code: "VALIDATION_ERROR", errors: [{ field }] });
  });

  it("404 for what is not there", async () => {
    for (const path of ["/articles/a-9", "/articles/a-9/versions"]) {
      expect((await bench.ask(path)).status).toBe(404);
    }
    expect((await bench.ask("/articles/a-9", { method: "DELETE" })).status).toBe(404);
    expect((await bench.ask("/search/q-9/feedback", post({ helpful: true }))).status).toBe(404);
    expect((await bench.ask("/sync-runs/sr-9/finish", post({}))).status).toBe(404);
  });
});

it("a whole sync over HTTP: start, batch, finish, audit", async () => {
  const run = (await (await bench.ask("/sync-runs", post({ source: "otobo-faq" }))).json()) as { id: string };
  const batch = await bench.ask(
    "/articles/batch",
    post({
      articles: [
        {
          title: "A",
          content: "Refunds take 5 days to arrive.",
          source: "otobo-faq",
          external_id: "1",
          sync_run_id: run.id,
        },
        { title: "" },
      ],
    }),
  );
  expect(await batch.json()).toMatchObject({
    results: [{ status: "created" }, { status: "error", error_code: "VALIDATION_ERROR" }],
  });
  const finished = await bench.ask(`/api/v1/sync-runs/${run.id}/finish`, post({}));
  expect(await finished.json()).toMatchObject({ status: "finished", created: 1, archived: 0 });
  expect(await (await bench.ask("/sync-runs")).json()).toMatchObject([{ id: run.id, source: "otobo-faq" }]);
  const audit = auditAnswerSchema.parse(await (await bench.ask("/articles/audit", post({}))).json());
  expect(audit.thin).toMatchObject([{ title: "A", words: 6 }]);
  const list = (await (await bench.ask("/articles?limit=1")).json()) as { items: { id: string }[] };
  const article = await bench.ask(`/articles/${list.items[0]!.id}`);
  expect(await article.json()).toMatchObject({ text: "Refunds take 5 days to arrive.", status: "published" });
});

it("4.3: an article for a gap in both spellings; without answers to draw on 409 says why", async () => {
  for (const path of ["/gaps/g-4/draft", "/api/v1/gaps/g-4/draft"]) {
    const answer = await bench.ask(path, { method: "POST" });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error_code: "CONFLICT", detail: expect.stringContaining("here") });
  }
  expect((await bench.ask("/gaps/g-9/draft", { method: "POST" })).status).toBe(404);
});

const guide = readFileSync(new URL("../../../../../docs/guides/knowledge-base.md", import.meta.url), "utf8");
const shown = [...guide.matchAll(/`POST (\/[a-z/]+)`[^`]*(?:`[^`\n]+`[^`]*)*```json\n([\s\S]*?)```/g)];

it("the administrators' guide shows requests that work, in their order", async () => {
  expect(shown.map(([, path]) => path)).toEqual(["/articles", "/search", "/articles/audit"]);
  const answers = [];
  for (const [, path, body] of shown) answers.push(await bench.ask(path!, post(JSON.parse(body!))));
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
  expect(await answers[1]!.json()).toMatchObject({ answered: true, results: [{ external_id: "4411" }] });
});
