import type { TriageService } from "@otai/services/triage/triage";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { type HttpBench, openHttpBench } from "../../testing/http-bench.ts";
import { nestingOf } from "./request-guards.ts";

/** Answers what it was asked, so that the tests see what came through. */
function echoingTriage(asked: unknown[]): TriageService {
  const never = () => Promise.reject(new Error("not asked in this test"));
  return {
    async correct(request) {
      asked.push(request);
      return { id: `co-${asked.length}`, recordedAt: Date.UTC(2026, 10, 1) };
    },
    classify: never,
    route: never,
    routeByRule: never,
    listRules: async () => ({ version: 4, rules: [] }),
    replaceRules: never,
    testRules: never,
    dryRunRules: never,
    listCategories: never,
  };
}

const correction = { ticket_id: 7, field: "category", value: " billing " };
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

let bench: HttpBench;
let asked: unknown[];
beforeEach(async () => {
  asked = [];
  bench = await openHttpBench({ services: { triage: echoingTriage(asked) } });
});
afterEach(() => bench.store.close());

describe("what is common to all endpoints of the services (1.2)", () => {
  test.each(["/corrections", "/api/v1/corrections"])("both spellings: %s", async (path) => {
    const answer = await bench.ask(path, post({ ...correction, unheard_of: 1, classification_id: "" }));
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({
      status: "accepted",
      correction_id: "co-1",
      recorded_at: "2026-11-01T00:00:00.000Z",
    });
    expect(asked).toMatchObject([{ ticket_id: "7", classification_id: null, field: "category", value: "billing" }]);
  });

  test.each([
    ["no content type", { method: "POST", body: "{}" }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["broken JSON", post("{"), 400, "BAD_REQUEST"],
    ["too deep", post("[".repeat(40) + "]".repeat(40)), 400, "BAD_REQUEST"],
    ["too large", post(`"${"a".repeat(1024 * 1024)}"`), 413, "PAYLOAD_TOO_LARGE"],
    ["wrong fields", post({ ticket_id: "", field: "colour", value: "x" }), 422, "VALIDATION_ERROR"],
    ["no object", post("null"), 422, "VALIDATION_ERROR"],
  ])("%s", async (_, init, status, code) => {
    const answer = await bench.ask("/corrections", { ...init, headers: { ...init.headers, "X-Request-ID": "r-1" } });
    expect(answer.status).toBe(status);
    const body = (await answer.json()) as { errors: unknown[] };
    expect(body).toMatchObject({ error_code: code, request_id: "r-1" });
    expect(answer.headers.get("x-request-id")).toBe("r-1");
    if (status === 422) expect(body.errors.length).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  it("another method is answered with 405 and what is allowed", async () => {
    for (const path of ["/corrections", "/api/v1/rules"]) {
      const answer = await bench.ask(path, { method: "DELETE" });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("allow")).toBe(path === "/corrections" ? "POST" : "GET, PUT");
      expect(await answer.json()).toMatchObject({ error_code: "METHOD_NOT_ALLOWED" });
    }
  });

  it("both spellings are in the machine description", async () => {
    const document = await (await bench.ask("/openapi.json")).json();
    const { paths } = document as {
      paths: Record<string, { post: { requestBody: { content: Record<string, { schema: unknown }> } } }>;
    };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(["/classify", "/api/v1/classify", "/api/v1/rules"]));
    expect(paths["/classify"]?.post.requestBody.content["application/json"]?.schema).toBeDefined();
  });

  it("a path of a service that is not offered here does not exist", async () => {
    expect((await bench.ask("/draft", post({}))).status).toBe(404);
  });
});

it("keys that the contract does not know are ignored and counted by name, up to a limit", async () => {
  await bench.ask("/corrections", post({ ...correction, colour: 1, connection: "desk" }));
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key_${index}`, index]));
  await bench.ask("/api/v1/corrections", post({ ...correction, ...many, colour: 2 }));
  const metrics = await (await bench.ask("/metrics")).text();
  const counted = metrics.split("\n").filter((line) => line.startsWith("otai_unknown_request_keys_total{"));
  expect(counted).toContain('otai_unknown_request_keys_total{service="triage",key="colour"} 2');
  expect(metrics).not.toContain('key="connection"');
  expect(counted.length).toBeLessThanOrEqual(101);
  expect(counted.some((line) => line.includes('key="other"'))).toBe(true);
});

describe("keys and scopes", () => {
  test.each([
    ["triage", 202, 200],
    ["admin", 202, 200],
    ["read", 403, 200],
    ["reply", 403, 403],
  ])("a key with the scope %s: POST %i, GET %i", async (scope, posting, reading) => {
    const keys = [{ name: "program", key: "a-long-key", scopes: [scope] }];
    const own = await openHttpBench({ keys, services: { triage: echoingTriage(asked) } });
    const headers = { "X-API-Key": "a-long-key" };
    expect((await own.ask("/api/v1/corrections", post(correction, headers))).status).toBe(posting);
    expect((await own.ask("/rules", { headers })).status).toBe(reading);
    expect((await own.ask("/rules")).status).toBe(401);
    await own.store.close();
  });
});

describe("Idempotency-Key", () => {
  it("the same key and body give the stored answer, in either spelling, and nothing happens twice", async () => {
    const first = await bench.ask("/corrections", post(correction, { "Idempotency-Key": "k-1" }));
    const again = await bench.ask("/api/v1/corrections", post(correction, { "Idempotency-Key": "k-1" }));
    expect(again.status).toBe(202);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(await again.text()).toBe(await first.text());
    expect(asked).toHaveLength(1);
  });

  it("the same key with another body is a conflict", async () => {
    await bench.ask("/corrections", post(correction, { "Idempotency-Key": "k-1" }));
    const other = await bench.ask("/corrections", post({ ...correction, ticket_id: 8 }, { "Idempotency-Key": "k-1" }));
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ error_code: "CONFLICT" });
  });

  it("after an error of ours the key may be tried again", async () => {
    const request = post({ subject: "a", body: "b" }, { "Idempotency-Key": "k-2" });
    for (let time = 0; time < 2; time += 1) {
      const answer = await bench.ask("/classify", request);
      expect(answer.status).toBe(500);
      expect(await answer.json()).toMatchObject({ error_code: "INTERNAL_ERROR", detail: "Internal error" });
    }
  });
});

test("brackets within strings are no nesting", () => {
  expect(nestingOf('{"a":"[[[[\\"{{"}')).toBe(1);
  expect(nestingOf('[{"a":[1]}]')).toBe(3);
});
