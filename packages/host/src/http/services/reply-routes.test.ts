import { readdirSync, readFileSync } from "node:fs";
import { draftRequestSchema, draftResponseSchema, storedDraftSchema } from "@otai/service-api/reply-draft";
import {
  acceptanceResponseSchema,
  feedbackRequestSchema,
  feedbackResponseSchema,
} from "@otai/service-api/reply-feedback";
import { styleListSchema } from "@otai/service-api/reply-styles";
import { openReplyBench, type ReplyBench } from "@otai/services/reply/testing/reply-bench";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { type HttpBench, openHttpBench } from "../../testing/http-bench.ts";

interface Fixture {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly response: unknown;
}

const folder = new URL("../../../../../fixtures/service-api/reply/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture);
const schemas = {
  "/api/v1/draft": { request: draftRequestSchema, response: draftResponseSchema },
  "/api/v1/feedback": { request: feedbackRequestSchema, response: feedbackResponseSchema },
  "/api/v1/styles": { request: null, response: styleListSchema },
} as const;

let bench: HttpBench;
let service: ReplyBench;
beforeEach(async () => {
  service = await openReplyBench();
  bench = await openHttpBench({ store: service.store, services: { reply: service.reply } });
  const example = fixtures.find(({ name }) => name === "a draft with citations")!;
  const answer = draftResponseSchema.parse(example.response);
  const draft = {
    id: "d-abc123",
    ticketId: "T-123",
    connection: null,
    queue: null,
    query: "",
    support: 0.82,
    createdAt: 1,
  };
  await service.store.write((tx) => tx.drafts.add({ ...draft, answer }));
});
afterEach(() => service.close());

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

describe("1.4: the examples of the reference", () => {
  test.each(fixtures)("$name: in both spellings, with the same result", async ({ method, path, request, response }) => {
    const known = schemas[path as keyof typeof schemas];
    if (response !== null) known.response.parse(response);
    const answers: object[] = [];
    for (const spelling of [path, path.replace("/api/v1", "")]) {
      const answer = await bench.ask(spelling, method === "GET" ? { method } : post(request));
      expect(answer.status).toBe(200);
      const body = await answer.json();
      known.response.parse(body);
      const keys = Object.keys((response ?? {}) as object);
      expect(Object.keys(body as object)).toEqual(expect.arrayContaining(keys));
      answers.push({ ...(body as object), draft_id: "d-1", latency_ms: 0 });
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it("the list of styles is the published one", async () => {
    const example = fixtures.find(({ path }) => path === "/api/v1/styles")!;
    expect(await (await bench.ask("/styles")).json()).toEqual(example.response);
  });

  it("the thread of the example is answered from the article, with a refusal or a citation and never both", async () => {
    const example = fixtures.find(({ name }) => name === "a draft with citations")!;
    const body = draftResponseSchema.parse(await (await bench.ask("/draft", post(example.request))).json());
    expect(body).toMatchObject({ refused: false, language: "en", style: "friendly", engine: "rules", degraded: false });
    expect(body.draft).toContain("Duplicate charges are reversed within 5 business days");
    expect(body.citations[0]).toMatchObject({ index: 1, article_id: "a-77" });
  });
});

describe("1.4: what a request may be", () => {
  const customer = { role: "customer", content: "How do I export my data as CSV?" };

  it("messages is another name of conversation, ids may be numbers, unknown keys are ignored", async () => {
    const answer = await bench.ask("/draft", post({ ticket_id: 7, messages: [customer], unheard_of: 1, style: "" }));
    expect(answer.status).toBe(200);
    const { draft_id } = draftResponseSchema.parse(await answer.json());
    const stored = await bench.ask(`/api/v1/drafts/${draft_id}`);
    expect(storedDraftSchema.parse(await stored.json())).toMatchObject({ draft_id, ticket_id: "7", outcome: null });
  });

  test.each([
    ["conversation", { ticket_id: "1", conversation: [{ role: "agent", content: "Hello" }] }],
    ["conversation", { ticket_id: "1", conversation: [] }],
    ["conversation.0.content", { ticket_id: "1", conversation: [{ role: "customer", content: " \u0000 " }] }],
    ["style", { ticket_id: "1", conversation: [customer], style: "shouting" }],
    ["language", { ticket_id: "1", conversation: [customer], language: "english please" }],
    ["variants", { ticket_id: "1", conversation: [customer], variants: 4 }],
    ["top_k", { ticket_id: "1", conversation: [customer], top_k: 0 }],
    ["max_chars", { ticket_id: "1", conversation: [customer], max_chars: 199 }],
    ["audience", { ticket_id: "1", conversation: [customer], audience: "restricted" }],
    ["ticket_id", { conversation: [customer] }],
  ])("422 names the field %s", async (field, body) => {
    const answer = await bench.ask("/draft", post(body));
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(errors[0]?.field).toBe(field);
    if (field === "style") expect(errors[0]?.message).toContain("friendly, formal");
  });
});

describe("feedback and statistics", () => {
  it("feedback for a draft that is not there is 404", async () => {
    const answer = await bench.ask("/feedback", post({ draft_id: "d-9", accepted: true, edited_text: null }));
    expect(answer.status).toBe(404);
    expect((await bench.ask("/drafts/d-9")).status).toBe(404);
  });

  it("shows how drafts were received", async () => {
    const answer = await bench.ask("/api/v1/feedback/acceptance?days=7");
    expect(acceptanceResponseSchema.parse(await answer.json())).toEqual({ window_days: 7, items: [] });
    expect((await bench.ask("/feedback/acceptance?days=0")).status).toBe(422);
  });
});

it("all endpoints are in the machine description, in both spellings", async () => {
  const { paths } = (await (await bench.ask("/openapi.json")).json()) as { paths: Record<string, unknown> };
  for (const path of ["/draft", "/drafts/{draft_id}", "/feedback", "/feedback/acceptance", "/styles"]) {
    expect(paths[path]).toBeDefined();
    expect(paths[`/api/v1${path}`]).toBeDefined();
  }
  expect(JSON.stringify(paths["/draft"])).toContain("conversation");
});
