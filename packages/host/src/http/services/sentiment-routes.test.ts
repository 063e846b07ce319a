import { readdirSync, readFileSync } from "node:fs";
import { analyzeRequestSchema, sentimentSchema } from "@otai/service-api/sentiment";
import { alertSchema } from "@otai/service-api/sentiment-alerts";
import { escalationsSchema } from "@otai/service-api/sentiment-escalations";
import { ingestAnswerSchema } from "@otai/service-api/sentiment-ingest";
import { timelineSchema } from "@otai/service-api/sentiment-timeline";
import { createSentimentBench, type SentimentBench } from "@otai/services/sentiment/testing/sentiment-bench";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { z } from "zod";
import { type HttpBench, openHttpBench } from "../../testing/http-bench.ts";

interface Fixture {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly response: unknown;
}

const folder = new URL("../../../../../fixtures/service-api/sentiment/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture);
const alerts = z.array(alertSchema);
const spellings = ["", "/api/v1"] as const;

function schemaOf(path: string): z.ZodType {
  if (path.startsWith("/analyze")) return sentimentSchema;
  return path.startsWith("/alerts") ? alerts : timelineSchema;
}

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});
const angry = { customer_id: "80014400482", text: "This is unacceptable, I want to cancel!", ticket_id: "123" };

let bench: HttpBench;
let service: SentimentBench;
beforeEach(async () => {
  service = await createSentimentBench();
  bench = await openHttpBench({ store: service.store, services: { sentiment: service.sentiment } });
});
afterEach(() => service.close());

async function analyze(more: object = {}) {
  return sentimentSchema.parse(await (await bench.ask("/analyze", post({ ...angry, ...more }))).json());
}

describe("1.6: the examples of the reference", () => {
  test.each(fixtures)("$name: in both spellings, with the same result", async ({ method, path, request, response }) => {
    await analyze();
    const results = [];
    for (const spelling of spellings) {
      const body = request === null ? undefined : { ...(request as object), message_id: "m-1" };
      const answer = await bench.ask(`${spelling}${path}`, method === "GET" ? {} : post(body));
      expect(answer.status).toBe(200);
      const answered = await answer.json();
      expect(schemaOf(path).parse(answered)).toEqual(answered);
      results.push(answered);
    }
    expect(results[0]).toEqual(results[1]);
    if (response === null) return;
    const [example, answered] = [response, results[0]].map((one) => (Array.isArray(one) ? one[0] : one) as object);
    expect(Object.keys(answered!)).toEqual(expect.arrayContaining(Object.keys(example!)));
  });

  it("their requests are requests, and what they answer has our form but for the additions", () => {
    const resolution = { resolved_at: null, resolved_by: null, resolve_reason: null };
    const additions = { skipped: null, total: 0, ticket_system: null, ...resolution };
    for (const { path, request, response } of fixtures) {
      if (request !== null) analyzeRequestSchema.parse(request);
      if (response === null) continue;
      const whole = Array.isArray(response)
        ? response.map((one) => ({ ...additions, ...one }))
        : { ...additions, ...(response as object) };
      expect(schemaOf(path).safeParse(whole).error).toBeUndefined();
    }
  });

  it("the judgement is the published one", async () => {
    const { request, response } = fixtures.find(({ path, name }) => path === "/analyze" && name.includes("leave"))!;
    const { score, label, escalation_risk, triggers } = response as z.output<typeof sentimentSchema>;
    const answer = await (await bench.ask("/analyze", post(request))).json();
    expect(answer).toMatchObject({ score, label, escalation_risk, triggers });
  });
});

describe("1.6: what a request may be", () => {
  it("ids may be numbers, empty ids mean none, unknown keys are ignored", async () => {
    expect(
      (await bench.ask("/analyze", post({ ...angry, customer_id: 7, ticket_id: "", message_id: null, x: 1 }))).status,
    ).toBe(200);
    expect((await (await bench.ask("/alerts")).json()) as object[]).toMatchObject([
      { customer_id: "7", ticket_id: null },
    ]);
  });

  test.each([
    ["customer_id", { text: "a" }],
    ["customer_id", { customer_id: "-a", text: "a" }],
    ["customer_id", { customer_id: "a".repeat(65), text: "a" }],
    ["customer_id", { customer_id: "mara@customer.example", text: "a" }],
    ["text", { customer_id: "a", text: " \u0000 " }],
    ["text", { customer_id: "a", text: "a".repeat(10_001) }],
    ["channel", { customer_id: "a", text: "a", channel: "carrier pigeon" }],
    ["occurred_at", { customer_id: "a", text: "a", occurred_at: "yesterday" }],
    ["language", { customer_id: "a", text: "a", language: "english please" }],
  ])("422 names the field %s", async (field, body) => {
    const answer = await bench.ask("/analyze", post(body));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error_code: "VALIDATION_ERROR", errors: [{ field }] });
  });

  it("10,000 characters are taken, trimmed ones not counted", async () => {
    expect((await bench.ask("/analyze", post({ ...angry, text: ` ${"a".repeat(10_000)} ` }))).status).toBe(200);
  });

  test.each([
    ["/customers/%20/sentiment", 400],
    ["/customers/a%2Fb/sentiment", 400],
    [`/customers/${"a".repeat(65)}/sentiment`, 400],
    ["/customers/a/sentiment?limit=0", 422],
    ["/customers/a/sentiment?limit=501", 422],
    ["/customers/a/sentiment?offset=-1", 422],
    ["/alerts?severity=severe", 422],
    ["/alerts?status=gone", 422],
    ["/alerts?resolved_since=yesterday", 422],
    ["/escalations?capacity=0", 422],
    ["/escalations?capacity=101", 422],
  ])("%s is refused with %i", async (path, status) => {
    expect((await bench.ask(path)).status).toBe(status);
    expect((await bench.ask(`/api/v1${path}`)).status).toBe(status);
  });
});

describe("alerts over HTTP", () => {
  it("are acknowledged and resolved by the key that asked", async () => {
    const { alert_id } = await analyze();
    const acknowledged = await bench.ask(`/api/v1/alerts/${alert_id}/ack`, { method: "POST" });
    expect(alertSchema.parse(await acknowledged.json())).toMatchObject({
      status: "acknowledged",
      acknowledged_by: "local",
    });
    const resolved = await bench.ask(`/alerts/${alert_id}/resolve`, { method: "POST" });
    expect(alertSchema.parse(await resolved.json())).toMatchObject({ status: "resolved", resolved_by: "local" });
    expect(await (await bench.ask("/alerts")).json()).toEqual([]);
    expect(await (await bench.ask("/alerts?status=resolved")).json()).toMatchObject([{ id: alert_id }]);
    expect((await bench.ask(`/alerts/${alert_id}/ack`, { method: "POST" })).status).toBe(409);
    expect((await bench.ask("/alerts/al-none/resolve", { method: "POST" })).status).toBe(404);
  });
});

describe("alerts by what happened to them", () => {
  it("are found by their ticket, with the connection that it was said to be of", async () => {
    await analyze({ connection: "desk" });
    await analyze({ ticket_id: "124" });
    const found = alerts.parse(await (await bench.ask("/alerts?ticket_id=123")).json());
    expect(found).toMatchObject([{ ticket_id: "123", ticket_system: "desk" }]);
  });

  it("D04: and by when they were resolved, so that a middleware elsewhere can take the tag off", async () => {
    const { alert_id } = await analyze();
    const since = (instant: number) =>
      bench.ask(`/api/v1/alerts?resolved_since=${new Date(instant).toISOString()}`).then((answer) => answer.json());
    expect(await since(0)).toEqual([]);
    await bench.ask(`/alerts/${alert_id}/resolve`, { method: "POST" });
    const [resolved] = alerts.parse(await since(0));
    expect(resolved).toMatchObject({ id: alert_id, status: "resolved" });
    expect(await since(Date.parse(resolved!.resolved_at!) + 1)).toEqual([]);
  });
});

describe("F19: GET /escalations", () => {
  test.each(spellings)("%s: the riskiest first, cut to the capacity, and how many there would be", async (spelling) => {
    await analyze({ connection: "desk" });
    await analyze({ customer_id: "7", text: `${angry.text} My lawyer will call you.`, connection: "other" });
    const board = async (query = "") =>
      escalationsSchema.parse(await (await bench.ask(`${spelling}/escalations${query}`)).json());
    expect(await board()).toMatchObject({
      capacity: 10,
      total: 2,
      escalations: [
        { rank: 1, customer_id: "7", ticket_system: "other" },
        { rank: 2, customer_id: angry.customer_id, ticket_id: "123", ticket_system: "desk", severity: "medium" },
      ],
    });
    expect(await board("?capacity=1")).toMatchObject({ capacity: 1, total: 2, escalations: [{ customer_id: "7" }] });
    expect(await board("?ticket_system=desk")).toMatchObject({ total: 1, escalations: [{ ticket_id: "123" }] });
  });
});

describe("POST /ingest", () => {
  function upload(file: File | null, mappings?: string): RequestInit {
    const body = new FormData();
    if (file !== null) body.set("file", file);
    if (mappings !== undefined) body.set("mappings", mappings);
    return { method: "POST", body };
  }
  const csv = (name: string) => new File(["Kunde,Text\nk-1,Danke!\nk 2,Hallo\n"], name);
  const mappings = '{"customer_id":"Kunde","text":"Text"}';

  test.each(spellings)("%s/ingest takes a file and mappings", async (spelling) => {
    const answer = await bench.ask(`${spelling}/ingest`, upload(csv("tickets.csv"), mappings));
    expect(answer.status).toBe(200);
    const body = ingestAnswerSchema.parse(await answer.json());
    expect(body).toMatchObject({
      total: 2,
      processed: 1,
      results: [{ index: 0, label: "positive" }],
      errors: [{ index: 1 }],
    });
  });

  test.each([
    ["no file", upload(null, mappings), 422, "file"],
    ["a file of another kind", upload(csv("tickets.xlsx"), mappings), 422, "file"],
    ["mappings that are no JSON", upload(csv("tickets.csv"), "customer_id=Kunde"), 422, "mappings"],
    ["JSON for a form", post({ file: "a" }), 415, null],
  ] as const)("%s", async (_, init, status, field) => {
    const answer = await bench.ask("/api/v1/ingest", init);
    expect(answer.status).toBe(status);
    const { errors } = (await answer.json()) as { errors?: { field: string }[] };
    if (field !== null) expect(errors?.[0]?.field).toBe(field);
  });

  it("what is out of scope does not exist", async () => {
    expect((await bench.ask("/api/v1/ingest/salesforce", post({}))).status).toBe(404);
  });
});

it("all endpoints are in the machine description, in both spellings", async () => {
  const { paths } = (await (await bench.ask("/openapi.json")).json()) as { paths: Record<string, object> };
  const own = [
    "/analyze",
    "/customers/{customer_id}/sentiment",
    "/alerts",
    "/escalations",
    "/alerts/{id}/ack",
    "/alerts/{id}/resolve",
    "/ingest",
  ];
  for (const path of own) for (const spelling of spellings) expect(paths[`${spelling}${path}`]).toBeDefined();
});
