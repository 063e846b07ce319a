import { readdirSync, readFileSync } from "node:fs";
import { categoriesSchema, correctionAnswerSchema, correctionRequestSchema } from "@otai/service-api/categories";
import { classifyAnswerSchema, classifyRequestSchema } from "@otai/service-api/classify";
import { routeAnswerSchema, routeRequestSchema } from "@otai/service-api/route";
import { routingRulesSchema, ruleTestAnswersSchema, ruleTestRequestSchema } from "@otai/service-api/routing-rule";
import { sampleDesk, trainSample } from "@otai/services/triage/testing/samples";
import type { TriageBench } from "@otai/services/triage/testing/triage-bench";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import type { z } from "zod";
import type { HttpBench } from "../../testing/http-bench.ts";
import { openTriageHttp, post, problemOf, send, someRules } from "../../testing/triage-http.ts";

interface Fixture {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly response: unknown;
}

const folder = new URL("../../../../../fixtures/service-api/triage/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture);
const spellings = ["", "/api/v1"] as const;
const schemas: Readonly<Record<string, { readonly asks: z.ZodType; readonly answers: z.ZodType }>> = {
  "/classify": { asks: classifyRequestSchema, answers: classifyAnswerSchema },
  "/route": { asks: routeRequestSchema, answers: routeAnswerSchema },
  "/rules": { asks: routingRulesSchema, answers: routingRulesSchema },
  "/rules/test": { asks: ruleTestRequestSchema, answers: ruleTestAnswersSchema },
  "/corrections": { asks: correctionRequestSchema, answers: correctionAnswerSchema },
};
const example = (path: string) => fixtures.find((one) => one.path === path && one.response !== null)!;

let bench: HttpBench;
let service: TriageBench;
async function open(...parts: Parameters<typeof openTriageHttp>): Promise<void> {
  ({ service, bench } = await openTriageHttp(...parts));
}
beforeEach(() => open());
afterEach(() => service.close());

const routable = { ticket_id: "1", category: "billing", urgency: "high", sentiment: "neutral" };
const texts = { subject: "Can't pay", body: "The payment fails and the invoice is wrong" };

describe("1.3: the examples of the reference", () => {
  test.each(fixtures)("$name: in both spellings, with the same result", async ({ method, path, request, response }) => {
    await bench.ask("/rules", send("PUT", someRules));
    const results = [];
    for (const spelling of spellings) {
      const answer = await bench.ask(`${spelling}${path}`, method === "GET" ? {} : send(method, request));
      expect(answer.status).toBe(path === "/corrections" ? 202 : 200);
      const answered = (await answer.json()) as Record<string, unknown>;
      expect(schemas[path]!.answers.parse(answered)).toEqual(answered);
      const { classification_id, correction_id, latency_ms, ...same } = answered;
      results.push(same);
      if (response !== null && !Array.isArray(response)) {
        expect(Object.keys(answered)).toEqual(expect.arrayContaining(Object.keys(response as object)));
      }
    }
    expect(results[0]).toEqual(results[1]);
  });

  it("their requests are requests, and what they answer has our form", () => {
    for (const { path, request, response } of fixtures) {
      const { asks, answers } = schemas[path]!;
      if (request !== null) expect(asks.safeParse(request).error).toBeUndefined();
      if (response !== null) expect(answers.parse(response)).toEqual(response);
    }
  });

  it("the example's offsets hold the example's words", () => {
    const { request, response } = example("/classify") as { request: { body: string }; response: unknown };
    for (const { start, end, text } of classifyAnswerSchema.parse(response).explanation!.evidence) {
      expect(request.body.slice(start, end)).toBe(text);
    }
  });

  it("the judgement is the published one: billing, and its rule sends it to the same group", async () => {
    await bench.ask("/rules", send("PUT", someRules));
    const classified = await bench.ask("/classify", post(example("/classify").request));
    expect(await classified.json()).toMatchObject({ category: "billing", language: "en" });
    const routed = await bench.ask("/route", post(example("/route").request));
    const { team, group_id, group_name, rule_id } = example("/route").response as Record<string, unknown>;
    expect(await routed.json()).toMatchObject({ team, group_id, group_name, rule_id });
  });
});

describe("1.3: what a request may be", () => {
  it("number ids, empty ids, unknown keys, hints and metadata", async () => {
    const more = { ticket_id: 7, customer_id: "", connection: "", channel: "email", language: "en-GB", unheard_of: {} };
    const answer = await bench.ask("/classify", post({ ...texts, ...more, metadata: { product: ["x"] }, top_k: 10 }));
    expect(answer.status).toBe(200);
    const routed = { ticket_id: 7, category: "billing", urgency: "urgent", sentiment: "neutral", language: null, x: 1 };
    expect((await bench.ask("/route", post(routed))).status).toBe(200);
  });

  it("an empty body or subject is fine as long as the other says something", async () => {
    expect((await bench.ask("/classify", post({ subject: "", body: texts.body }))).status).toBe(200);
    expect((await bench.ask("/classify", post({ subject: texts.subject, body: "" }))).status).toBe(200);
  });

  it("what is longer than the limits is cut and said to be", async () => {
    const answer = await bench.ask("/classify", post({ ...texts, body: "The invoice is wrong. ".repeat(5_000) }));
    expect(await answer.json()).toMatchObject({ truncated: true });
  });

  test.each([
    ["/classify", "body", { subject: " \u0000", body: "\n" }],
    ["/classify", "body", { subject: "", body: "<p> </p>" }],
    ["/classify", "subject", { body: "a" }],
    ["/classify", "body", { subject: "a" }],
    ["/classify", "metadata", { ...texts, metadata: { a: "ä".repeat(8_200) } }],
    ["/classify", "metadata", { ...texts, metadata: ["a"] }],
    ["/classify", "channel", { ...texts, channel: "carrier pigeon" }],
    ["/classify", "language", { ...texts, language: "english please" }],
    ["/classify", "top_k", { ...texts, top_k: 0 }],
    ["/classify", "top_k", { ...texts, top_k: 11 }],
    ["/classify", "connection", { ...texts, connection: "gone" }],
    ["/route", "ticket_id", { category: "billing", urgency: "high", sentiment: "neutral" }],
    ["/route", "category", { ticket_id: "1", category: " ", urgency: "high", sentiment: "neutral" }],
    ["/route", "confidence", { ticket_id: "1", category: "a", urgency: "high", sentiment: "neutral", confidence: 1.1 }],
    [
      "/route",
      "platform",
      { ticket_id: "1", category: "a", urgency: "high", sentiment: "neutral", platform: "pigeon" },
    ],
    ["/corrections", "field", { ticket_id: "1", field: "mood", value: "a" }],
    ["/corrections", "value", { ticket_id: "1", field: "category", value: "gardening" }],
    ["/route", "alternatives.category", { ...routable, alternatives: { category: "sales" } }],
    ["/rules/test", "ticket", {}],
    ["/rules/test", "ticket", { ticket: routable, period: "last_week" }],
    ["/rules/test", "period", { period: "last_year" }],
    ["/rules/test", "connection", { period: "last_week", connection: "gone" }],
    ["/rules/test", "ticket.urgency", { ticket: { ticket_id: "1", category: "a", sentiment: "neutral" } }],
  ])("%s: 422 names the field %s", async (path, field, body) => {
    for (const spelling of spellings) {
      const answer = await bench.ask(`${spelling}${path}`, post(body));
      expect(answer.status).toBe(422);
      expect(await problemOf(answer)).toMatchObject({ error_code: "VALIDATION_ERROR", errors: [{ field }] });
    }
  });
});

describe("U02: a client of the four published fields never takes a weak guess for a fact", () => {
  it("an abstention is unclassified, medium and neutral, with a model and without", async () => {
    await service.close();
    for (const serving of [null, trainSample()]) {
      await open({ desks: [sampleDesk({ serving })] });
      const answer = await bench.ask("/classify", post({ subject: "Hm", body: "Xyzzy plugh" }));
      expect(await answer.json()).toMatchObject({
        category: "unclassified",
        urgency: "medium",
        sentiment: "neutral",
        abstained: true,
      });
      if (serving === null) await service.close();
    }
  });
});

it("GET /categories: the closed set, of a connection or the first one", async () => {
  for (const path of ["/categories", "/api/v1/categories?connection=desk"]) {
    const categories = categoriesSchema.parse(await (await bench.ask(path)).json());
    expect(categories.map(({ name }) => name)).toEqual(expect.arrayContaining(["billing", "unclassified"]));
  }
  expect((await bench.ask("/categories?connection=gone")).status).toBe(422);
});

it("all endpoints are in the machine description, in both spellings", async () => {
  const { paths } = (await (await bench.ask("/openapi.json")).json()) as { paths: Record<string, object> };
  for (const path of ["/classify", "/route", "/rules", "/rules/test", "/categories", "/corrections"]) {
    for (const spelling of spellings) expect(paths[`${spelling}${path}`]).toBeDefined();
  }
});
