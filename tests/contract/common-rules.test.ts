import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorSchema } from "@otai/host/http/api-schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshdeskConnection } from "../stage/connection-config.ts";
import { freePort } from "../stage/free-port.ts";
import { type ServeProgram, startServe } from "../stage/otai-serve.ts";
import { type Endpoint, servedEndpoints } from "./served-endpoints.ts";

const scopes = ["triage", "reply", "qa", "sentiment", "kb", "admin", "read"];
const keys = scopes.map((scope) => ({ name: scope, key: `the-key-of-${scope}`, scopes: [scope] }));
/** A key of every scope that OTAI_API_KEY has. */
const everything = { name: "everything", key: "the-key-of-everything", scopes };

let folder: string;
let serving: ServeProgram;
let url: string;
let endpoints: Endpoint[];
const withBody = () => endpoints.filter(({ method, type }) => method === "POST" && type === "application/json");
const withExample = () => withBody().filter(({ example }) => example !== undefined);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-contract-rules-"));
  // Nobody listens there: the services answer without the helpdesk.
  const away = freshdeskConnection({ sandboxUrl: `http://127.0.0.1:${await freePort()}` });
  const config = { ticket_systems: { desk: away }, server: { keys: [...keys, everything] } };
  writeFileSync(join(folder, "services.yml"), JSON.stringify(config));
  serving = await startServe({ folder, args: ["--config", "services.yml", "--port", "0"] });
  url = serving.urls.triage!;
  endpoints = await servedEndpoints(url);
});
afterAll(async () => {
  expect(await serving?.stop()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string | null;
}

function send(path: string, { method = "POST", body, headers, key = everything.key }: Sent = {}): Promise<Response> {
  return fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(key === null ? {} : { "X-API-Key": key }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

/** Every answer that is not 2xx has exactly the published shape (1.2). */
async function refusal(answer: Response): Promise<[number, string]> {
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  const body = (await answer.json()) as Record<string, unknown>;
  expect(errorSchema.strict().parse(body)).toEqual(body);
  expect(body.request_id).toBe(answer.headers.get("x-request-id"));
  return [answer.status, String(body.error_code)];
}

async function everyPost(list: readonly Endpoint[], sent: Sent, wanted: readonly [number, string]): Promise<void> {
  for (const { path } of list) expect([path, ...(await refusal(await send(path, sent)))]).toEqual([path, ...wanted]);
}

const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${"}".repeat(depth - 1)}`;

describe("1.2, for every POST that takes JSON, in both spellings", () => {
  it("there are all of them", () => {
    const bare = withBody().filter(({ path }) => !path.startsWith("/api/v1/"));
    expect(withBody()).toHaveLength(2 * bare.length);
    expect(bare.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "/classify",
        "/route",
        "/draft",
        "/feedback",
        "/evaluate",
        "/analyze",
        "/articles",
        "/search",
      ]),
    );
    expect(withExample()).toHaveLength(16);
  });

  it("another content type, or none: 415", async () => {
    const refused = [415, "UNSUPPORTED_MEDIA_TYPE"] as const;
    await everyPost(withBody(), { body: "{}", headers: { "Content-Type": "text/plain" } }, refused);
    await everyPost(withBody(), { body: "{}", headers: { "Content-Type": "" } }, refused);
  });

  it("malformed JSON, and NaN, which is none: 400", async () => {
    for (const body of ["", "{", '{"confidence":NaN}', '{"confidence":-Infinity}', "{'a':1}"])
      await everyPost(withBody(), { body }, [400, "BAD_REQUEST"]);
  });

  it("nesting deeper than 32: 400, and 32 is not too deep", async () => {
    await everyPost(withBody(), { body: nested(33) }, [400, "BAD_REQUEST"]);
    for (const { path } of withBody())
      expect([200, 404, 422]).toContain((await send(path, { body: nested(32) })).status);
  });

  it("more than 1 MiB, where articles come in batches more than 10: 413", async () => {
    for (const { path } of withBody()) {
      const mebibytes = path.endsWith("/articles/batch") ? 10 : 1;
      const body = `{"a":"${"x".repeat(mebibytes * 1024 * 1024)}"}`;
      expect([path, ...(await refusal(await send(path, { body })))]).toEqual([path, 413, "PAYLOAD_TOO_LARGE"]);
    }
  });

  it("no object: 422 with the errors by field", async () => {
    for (const { path } of withBody()) {
      const answer = await send(path, { body: "null" });
      const { error_code, errors } = (await answer.json()) as { error_code: string; errors?: unknown[] };
      expect([path, answer.status, error_code]).toEqual([path, 422, "VALIDATION_ERROR"]);
      expect(errors?.length).toBeGreaterThan(0);
    }
  });

  it("unknown keys are ignored", async () => {
    for (const { path, example } of withExample().filter((endpoint) => !endpoint.path.endsWith("/feedback"))) {
      const body = JSON.stringify({ ...(example as object), unheard_of: { of: [1] }, tomorrow: null });
      expect([path, (await send(path, { body })).ok]).toEqual([path, true]);
    }
  });

  it("a number that is not finite is refused", async () => {
    const body = '{"ticket_id":"1","category":"billing","urgency":"high","sentiment":"neutral","confidence":1e999}';
    expect(await refusal(await send("/route", { body }))).toEqual([422, "VALIDATION_ERROR"]);
  });

  it("X-Request-ID is echoed when it is well-formed, else a new one is made", async () => {
    for (const { path } of withBody()) {
      const asked = async (id: string) =>
        (await send(path, { body: "{}", headers: { "X-Request-ID": id } })).headers.get("x-request-id");
      expect(await asked("Req.1_a-b")).toBe("Req.1_a-b");
      for (const wrong of ["a b", "x".repeat(129), "<script>"]) expect(await asked(wrong)).toMatch(/^rq-[0-9a-z]{18}$/);
    }
  });

  it("Idempotency-Key: the stored answer again, another body is a conflict", async () => {
    for (const { path, example } of withExample().filter((endpoint) => !endpoint.path.startsWith("/api/v1/"))) {
      const headers = { "Idempotency-Key": `key-of-${path}` };
      const body = JSON.stringify(example);
      const first = await send(path, { body, headers });
      const again = await send(`/api/v1${path}`, { body, headers });
      expect([path, again.status, again.headers.get("idempotency-replayed")]).toEqual([path, first.status, "true"]);
      expect(first.headers.get("idempotency-replayed")).toBeNull();
      expect(JSON.parse(await again.text())).toEqual(JSON.parse(await first.text()));
      const other = await send(path, { body: JSON.stringify({ ...(example as object), other: 1 }), headers });
      expect(await refusal(other)).toEqual([409, "CONFLICT"]);
    }
    const tooLong = { "Idempotency-Key": "k".repeat(129) };
    expect(await refusal(await send("/classify", { body: "{}", headers: tooLong }))).toEqual([400, "BAD_REQUEST"]);
  });
});

describe("1.2, for every path", () => {
  it("another method: 405 with what is allowed", async () => {
    const paths = Map.groupBy(endpoints, ({ path }) => path);
    for (const [path, there] of paths) {
      const answer = await send(path, { method: "PATCH" });
      const allowed = (answer.headers.get("allow") ?? "").split(", ").sort();
      // Where a parameter was filled in, a longer path of another endpoint may be meant as well.
      expect(allowed).toEqual(expect.arrayContaining(there.map(({ method }) => method)));
      expect([path, ...(await refusal(answer))]).toEqual([path, 405, "METHOD_NOT_ALLOWED"]);
    }
  });

  it("no key, a wrong one, or one of another scope is refused; admin is not; read reads", async () => {
    for (const { method, path, service } of endpoints) {
      const asked = async (key: string | null) => (await send(path, { method, key })).status;
      const outcome = async (key: string | null) => {
        const status = await asked(key);
        return status === 401 || status === 403 ? status : "in";
      };
      expect([path, await outcome(null), await outcome("nobody's"), await outcome("the-key-of-admin")]).toEqual([
        path,
        401,
        401,
        "in",
      ]);
      const other = service === "reply" ? "kb" : "reply";
      expect([method, path, await outcome(`the-key-of-${other}`)]).toEqual([method, path, 403]);
      if (method !== "GET") expect([path, await outcome("the-key-of-read")]).toEqual([path, 403]);
    }
    for (const free of ["/health", "/docs", "/redoc", "/openapi.json"])
      expect([free, (await send(free, { method: "GET", key: null })).status]).toEqual([free, 200]);
  });

  it("no rejected key is ever written to the log (S03)", async () => {
    await send("/classify", { body: "{}", key: "a-rejected-key-4711" });
    expect(serving.output()).not.toContain("a-rejected");
  });

  it("an unknown path: 404 in the same shape", async () => {
    for (const path of ["/nowhere", "/api/v1/nowhere", "/api/v1/ingest/salesforce"])
      expect(await refusal(await send(path, { body: "{}" }))).toEqual([404, "NOT_FOUND"]);
  });
});

describe("the helpdesk cannot be reached", () => {
  it("services answer, /health is 200, says which services and that it is degraded", async () => {
    const example = withExample().find(({ path }) => path === "/route")!.example;
    const routed = await send("/route", { body: JSON.stringify(example) });
    expect(await routed.json()).toMatchObject({ group_id: null, team: "support" });
    await expect
      .poll(async () => (await send("/health", { method: "GET", key: null })).json())
      .toEqual({
        status: "ok",
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        services: ["triage", "reply", "qa", "sentiment", "kb"],
        degraded: true,
        checks: { store: "ok", "ticket_system.desk": "unreachable" },
      });
  });
});
