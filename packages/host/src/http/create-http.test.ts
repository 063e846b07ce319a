import { RefusedError } from "@otai/plugin-api/errors";
import type { OtaiStore } from "@otai/store/store-transaction";
import { afterEach, describe, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";

let bench: HttpBench;
afterEach(() => bench.store.close());

/** A store whose every reading fails like this. */
function failing(error: Error): OtaiStore {
  const fail = () => Promise.reject(error);
  return { read: fail, write: fail, onDoorbell: () => () => {}, scrub: fail, close: async () => {} };
}

describe("health", () => {
  test("/health says version and services without a key", async () => {
    bench = await openHttpBench({ keys: [{ name: "k", key: "secret-key", scopes: ["admin"] }] });
    const answer = await bench.ask("/health");
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: "ok", version: "1.2.3", services: [], degraded: false, checks: { store: "ok" } },
    ]);
  });

  test("/ready is 503 as long as something is waited for, and names it", async () => {
    const waitingFor = ["freshdesk: training"];
    bench = await openHttpBench({ notReady: () => waitingFor });
    const starting = await bench.ask("/ready");
    expect([starting.status, await starting.json()]).toEqual([
      503,
      { status: "starting", waiting_for: ["freshdesk: training"] },
    ]);
    waitingFor.pop();
    const ready = await bench.ask("/ready");
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ready", waiting_for: [] }]);
  });
});

describe("the request's id", () => {
  test("is that of the caller, in the header and in errors", async () => {
    bench = await openHttpBench();
    const answer = await bench.ask("/nothing", { headers: { "X-Request-ID": "call-7.b_c" } });
    expect(answer.headers.get("x-request-id")).toBe("call-7.b_c");
    expect(await answer.json()).toEqual({ error_code: "NOT_FOUND", detail: "Not found", request_id: "call-7.b_c" });
  });

  test.each([
    ["none", undefined],
    ["an empty one", ""],
    ["one with a space", "a b"],
    ["one with markup", "<b>"],
    ["one of 129 characters", "x".repeat(129)],
  ])("%s is replaced by one of ours", async (_, given) => {
    bench = await openHttpBench();
    const answer = await bench.ask("/health", given === undefined ? {} : { headers: { "X-Request-ID": given } });
    expect(answer.headers.get("x-request-id")).toMatch(/^rq-\d+$/);
  });
});

describe("errors", () => {
  test.each([
    "/api/v1/decisions?limit=0",
    "/api/v1/decisions?limit=501",
    "/api/v1/runs?limit=many",
    "/api/v1/tickets?limit=1.5",
    "/api/v1/dead-letters?limit=-1",
    "/api/v1/audit-log?limit=0",
  ])("%s is 422 and names the field", async (path) => {
    bench = await openHttpBench();
    const answer = await bench.ask(path);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      error_code: "VALIDATION_ERROR",
      detail: "Request validation failed",
      request_id: expect.stringMatching(/^rq-/),
      errors: [{ field: "limit", message: expect.any(String) }],
    });
  });

  test.each(["/api/v1/runs/r-none", "/api/v1/events/ev-none", "/api/v1/nothing", "/nothing"])(
    "%s is 404",
    async (path) => {
      bench = await openHttpBench();
      const answer = await bench.ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error_code: "NOT_FOUND", detail: expect.any(String) });
    },
  );

  test("a bug is 500 with a fixed text: it stands in the log, not in the answer", async () => {
    bench = await openHttpBench({ store: failing(new Error("SELECT secret FROM somewhere")) });
    const answer = await bench.ask("/api/v1/stats");
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      error_code: "INTERNAL_ERROR",
      detail: "Internal error",
      request_id: answer.headers.get("x-request-id"),
    });
    expect(bench.logged).toEqual(["a request failed"]);
  });

  test("what was refused for its content is 400 and says why", async () => {
    bench = await openHttpBench({ store: failing(new RefusedError("the body names no ticket")) });
    const answer = await bench.ask("/api/v1/stats");
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error_code: "BAD_REQUEST", detail: "the body names no ticket" },
    ]);
  });
});

describe("other origins", () => {
  const ask = () => bench.ask("/health", { headers: { Origin: "https://console.example" } });

  test("are not let in by default", async () => {
    bench = await openHttpBench();
    expect((await ask()).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("are let in by server.cors, only the one that is named", async () => {
    bench = await openHttpBench({ cors: ["https://console.example"] });
    expect((await ask()).headers.get("access-control-allow-origin")).toBe("https://console.example");
    const other = await bench.ask("/health", { headers: { Origin: "https://other.example" } });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
  });
});
