import { afterEach, describe, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";

const keys = [
  { name: "reader", key: "key-that-reads", scopes: ["read"] },
  { name: "triage", key: "key-that-triages", scopes: ["triage"] },
  { name: "boss", key: "key-of-the-boss", scopes: ["admin"] },
];

let bench: HttpBench;
afterEach(() => bench.store.close());

const stats = (headers: Record<string, string> = {}) => bench.ask("/api/v1/stats", { headers });

describe("with keys", () => {
  test.each<[string, Record<string, string>]>([
    ["no key", {}],
    ["an empty key", { "X-API-Key": "" }],
    ["a wrong key", { "X-API-Key": "key-that-read" }],
    ["a wrong key before a right Bearer token", { "X-API-Key": "wrong", Authorization: "Bearer key-that-reads" }],
    ["another scheme", { Authorization: `Basic ${btoa("key-that-reads:")}` }],
  ])("%s: 401, and nothing of it is repeated", async (_, headers) => {
    bench = await openHttpBench({ keys });
    const answer = await stats(headers);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      error_code: "AUTHENTICATION_ERROR",
      detail: "Give a valid API key as X-API-Key or Bearer token",
      request_id: expect.stringMatching(/^rq-/),
    });
  });

  test.each<[string, number, number]>([
    ["key-that-reads", 200, 403],
    ["key-that-triages", 403, 403],
    ["key-of-the-boss", 200, 200],
  ])("%s: reading is answered with %i, pausing with %i", async (key, reading, pausing) => {
    bench = await openHttpBench({ keys });
    expect((await stats({ "X-API-Key": key })).status).toBe(reading);
    expect((await stats({ Authorization: `bearer ${key}` })).status).toBe(reading);
    expect((await bench.ask("/metrics", { headers: { "X-API-Key": key } })).status).toBe(reading);
    expect((await bench.ask("/api/v1/pause", { method: "POST", headers: { "X-API-Key": key } })).status).toBe(pausing);
    expect(await bench.store.read((tx) => tx.settings.isPaused())).toBe(pausing === 200);
  });

  test("a refusal for want of a scope names the scope", async () => {
    bench = await openHttpBench({ keys });
    const answer = await bench.ask("/api/v1/pause", { method: "POST", headers: { "X-API-Key": "key-that-reads" } });
    expect(await answer.json()).toMatchObject({ error_code: "FORBIDDEN", detail: "This key lacks the scope admin" });
  });

  test("the same key with two names has the scopes of both", async () => {
    bench = await openHttpBench({ keys: [...keys, { name: "both", key: "key-that-triages", scopes: ["read"] }] });
    expect((await stats({ "X-API-Key": "key-that-triages" })).status).toBe(200);
  });

  test("host name and origin do not matter: the key is the proof", async () => {
    bench = await openHttpBench({ keys });
    const headers = { "X-API-Key": "key-that-reads", Origin: "https://elsewhere.example" };
    expect((await bench.ask("https://otai.example/api/v1/stats", { headers })).status).toBe(200);
  });

  test("neither does loopback: who has set keys means them", async () => {
    bench = await openHttpBench({ keys, loopback: true });
    expect((await stats()).status).toBe(401);
  });
});

describe("without keys", () => {
  test("beyond loopback nobody may ask", async () => {
    bench = await openHttpBench({ loopback: false });
    expect((await stats()).status).toBe(401);
  });

  test.each([
    ["http://localhost:8080", undefined, 200],
    ["http://127.0.0.1:8080", undefined, 200],
    ["http://[::1]:8080", undefined, 200],
    ["http://localhost:8080", "http://localhost:8080", 200],
    ["http://127.0.0.1:8080", "http://localhost:3000", 200],
    ["http://evil.example:8080", undefined, 403],
    ["http://localhost.evil.example:8080", undefined, 403],
    ["http://localhost:8080", "https://evil.example", 403],
    ["http://localhost:8080", "http://localhost.evil.example", 403],
    ["http://localhost:8080", "null", 403],
    ["http://localhost:8080", "", 403],
  ])("on loopback, addressed as %s from a page of %s: %i (DNS rebinding, CSRF)", async (host, origin, status) => {
    bench = await openHttpBench();
    const headers: Record<string, string> = origin === undefined ? {} : { Origin: origin };
    const paths = ["/api/v1/stats", "/metrics"];
    for (const path of paths) expect((await bench.ask(`${host}${path}`, { headers })).status).toBe(status);
    const pause = await bench.ask(`${host}/api/v1/pause`, { method: "POST", headers });
    expect(pause.status).toBe(status);
    expect(await bench.store.read((tx) => tx.settings.isPaused())).toBe(status === 200);
  });
});
