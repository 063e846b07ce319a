import { readdirSync, readFileSync } from "node:fs";
import { evaluateRequestSchema, evaluateResponseSchema } from "@otai/service-api/qa-evaluate";
import { createRubricRequestSchema, rubricResponseSchema } from "@otai/service-api/qa-rubric";
import { createQa } from "@otai/services/qa/create-qa";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HttpBench, openHttpBench } from "../../testing/http-bench.ts";
import { errorSchema } from "../api-schema.ts";

interface Fixture {
  readonly name: string;
  readonly path: string;
  readonly status?: number;
  readonly request: unknown;
  readonly response: unknown;
}

const folder = new URL("../../../../../fixtures/service-api/qa/", import.meta.url);
const fixtures = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Fixture);
const schemas = {
  "/evaluate": { request: evaluateRequestSchema, response: evaluateResponseSchema },
  "/rubrics": { request: createRubricRequestSchema, response: rubricResponseSchema },
} as const;

const clock = { now: () => Date.UTC(2026, 10, 20, 12) };
const keys = [
  { name: "middleware", key: "key-of-middleware", scopes: ["qa"] },
  { name: "team-lead", key: "key-of-team-lead", scopes: ["qa", "qa_agent_view"] },
  { name: "root", key: "key-of-root", scopes: ["admin"] },
];
const detector = await createLanguageDetector();

async function open(withKeys: boolean): Promise<HttpBench> {
  let given = 0;
  const ids = { next: (prefix: string) => `${prefix}-${++given}` };
  const store = await openSqliteStore({ path: ":memory:", ids, clock });
  const qa = createQa({ store, clock, ids, detector, languageModel: null });
  return openHttpBench({ store, services: { qa }, ...(withKeys ? { keys } : {}) });
}

let bench: HttpBench;
beforeEach(async () => {
  bench = await open(false);
});
afterEach(() => bench.store.close());

const send = (path: string, body: unknown, key?: string, method = "POST") =>
  bench.ask(path, {
    method,
    headers: { "Content-Type": "application/json", ...(key === undefined ? {} : { "X-API-Key": key }) },
    body: JSON.stringify(body),
  });
const evaluate = fixtures.find(({ name }) => name === "a conversation is scored")!;

describe.each(["", "/api/v1"])("the contract, as %s/…", (prefix) => {
  it.each(fixtures)("$name ($source)", async ({ path, status = 200, request, response }) => {
    const schema = schemas[path as keyof typeof schemas];
    schema.request.parse(request);
    const expected = status < 300 ? schema.response : errorSchema;
    expected.parse({ request_id: "r-1", ...(response as object) });
    const answer = await send(`${prefix}${path}`, request);
    const body: unknown = await answer.json();
    expect({ status: answer.status, body }).toEqual({ status, body: expected.parse(body) });
    const { reason } = response as { reason?: string };
    if (status >= 300) expect(body).toMatchObject({ reason });
  });

  it("an evaluation can be read, overridden, disputed and decided", async () => {
    const { evaluation_id } = (await (await send(`${prefix}/evaluate`, evaluate.request)).json()) as {
      evaluation_id: string;
    };
    const path = `${prefix}/evaluations/${evaluation_id}`;
    expect(await (await bench.ask(path)).json()).toMatchObject({ evaluation_id, human_score: null });
    const rated = await send(`${path}/override`, { dimensions: { empathy: 1 }, reason: "kind", actor: "kim" });
    expect(await rated.json()).toMatchObject({ human: { by: "kim" } });
    expect((await send(`${path}/dispute`, { reason: "unfair", actor: "lee" })).status).toBe(200);
    expect((await send(`${path}/dispute`, { reason: "unfair", actor: "lee" })).status).toBe(409);
    const outcome = { outcome: "upheld", reason: "seen" };
    expect((await send(`${path}/dispute/outcome`, { ...outcome, actor: "lee" })).status).toBe(403);
    expect(await (await send(`${path}/dispute/outcome`, { ...outcome, actor: "sam" })).json()).toMatchObject({
      dispute: { state: "upheld", outcome: { by: "sam" } },
    });
    expect((await bench.ask(`${prefix}/evaluations/e-none`)).status).toBe(404);
  });

  it("rubrics are listed, read by version and edited", async () => {
    const rubric = fixtures.find(({ path }) => path === "/rubrics")!.request as object;
    await send(`${prefix}/rubrics`, rubric);
    expect((await send(`${prefix}/rubrics`, rubric)).status).toBe(409);
    expect(
      await (await send(`${prefix}/rubrics/billing`, { ...rubric, name: "B" }, undefined, "PUT")).json(),
    ).toMatchObject({ version: 2 });
    expect(await (await bench.ask(`${prefix}/rubrics/billing@1`)).json()).toMatchObject({
      name: "Billing",
      version: 1,
    });
    expect(await (await bench.ask(`${prefix}/rubrics`)).json()).toMatchObject([
      { id: "standard" },
      { id: "billing", version: 2 },
    ]);
    const report = await bench.ask(`${prefix}/rubrics/billing/calibration`);
    expect(await report.json()).toMatchObject({ rubric: "billing@2", rated: 0 });
    const sample = await bench.ask(`${prefix}/rubrics/standard@1/calibration/sample?size=3`);
    expect(await sample.json()).toEqual({ rubric: "standard@1", items: [] });
  });

  it("scorecards are by team; the query is checked", async () => {
    await send(`${prefix}/evaluate`, { ...(evaluate.request as object), team: "A" });
    expect(await (await bench.ask(`${prefix}/scorecards`)).json()).toMatchObject({
      group_by: "team",
      items: [{ key: "A" }],
    });
    for (const query of ["group_by=person", "from=yesterday", "from=2026-11-21&to=2026-11-20"])
      expect((await bench.ask(`${prefix}/scorecards?${query}`)).status).toBe(422);
  });
});

it("1.5: wrong requests name the field", async () => {
  const request = evaluate.request as { messages: object[] };
  for (const [wrong, field] of [
    [{ messages: [] }, "messages"],
    [{ messages: [{ role: "bot", content: "x" }] }, "messages.0.role"],
    [{ messages: [{ role: "agent", content: "  " }] }, "messages.0.content"],
    [{ conversation_id: "" }, "conversation_id"],
    [{ rubric_id: "standard@0" }, "rubric_id"],
    [{ rubric_id: "none" }, "rubric_id"],
    [{ status: "half done" }, "status"],
  ] as const) {
    const answer = await send("/evaluate", { ...request, ...wrong });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error_code: "VALIDATION_ERROR", errors: [{ field }] });
  }
});

it("1.2: unknown keys are ignored, ids may be numbers, and null is absent", async () => {
  const more = { conversation_id: 123, agent_id: 42, rubric_id: null, status: null, unheard_of: { of: 1 } };
  const answer = await send("/evaluate", { ...(evaluate.request as object), ...more });
  expect(await answer.json()).toMatchObject({ conversation_id: "123", agent_id: "42" });
});

it("5.1, F23: by agent only with the scope qa_agent_view, which leaves an audit entry; admin alone does not open it", async () => {
  await bench.store.close();
  bench = await open(true);
  await send("/evaluate", evaluate.request, "key-of-middleware");
  const asked = (key: string) => bench.ask("/api/v1/scorecards?group_by=agent", { headers: { "X-API-Key": key } });
  expect((await asked("key-of-middleware")).status).toBe(403);
  expect((await asked("key-of-root")).status).toBe(403);
  expect(await (await asked("key-of-team-lead")).json()).toMatchObject({ items: [{ key: "42", evaluations: 1 }] });
  const { items } = await bench.store.read((tx) => tx.audit.list(10, null));
  expect(items).toMatchObject([{ actor: "team-lead", action: "qa-agent-view" }]);
});

it("docs/guides/qa.md: its requests are taken as they stand there", async () => {
  const guide = readFileSync(new URL("../../../../../docs/guides/qa.md", import.meta.url), "utf8");
  const [evaluation, rubric] = [...guide.matchAll(/```json\n(.+?)```/gs)].map(
    ([, json]) => JSON.parse(json!) as unknown,
  );
  expect((await send("/rubrics", rubric)).status).toBe(201);
  const answer = await send("/evaluate", evaluation);
  expect(await answer.json()).toMatchObject({ rubric: { id: "billing" }, not_applicable: [] });
});

it("every endpoint is in the machine description, in both spellings", async () => {
  const { paths } = (await (await bench.ask("/openapi.json")).json()) as { paths: object };
  for (const path of [
    "/evaluate",
    "/rubrics/{id}",
    "/evaluations/{id}/override",
    "/scorecards",
    "/rubrics/{id}/calibration",
  ])
    expect(Object.keys(paths)).toEqual(expect.arrayContaining([path, `/api/v1${path}`]));
});
