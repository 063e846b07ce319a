import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  AuthenticationError,
  ConflictError,
  NotFoundError,
  OtaiError,
  PermissionError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
  UnexpectedAnswerError,
} from "@otai/plugin-api/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpClient, type HttpClientOptions, type HttpRequest } from "./http-client.ts";
import { readRateHeaders } from "./rate-headers.ts";
import { createTestContext, type TestContext } from "./testing/plugin-context.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let asked: string[];
let answers: Answer[];
let context: TestContext;
let pauses: number[];

beforeEach(async () => {
  asked = [];
  answers = [];
  pauses = [];
  context = createTestContext();
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    (answers.length > 1 ? answers.shift()! : answers[0]!)(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});

afterEach(async () => {
  context.stop();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function client(options: Partial<HttpClientOptions> = {}) {
  return createHttpClient({
    baseUrl: base,
    authorization: () => "Basic c2VjcmV0LWtleQ==",
    timeoutMs: 2_000,
    tls: { rejectUnauthorized: true },
    context,
    rate: {
      classOf: (_, path) => (path.startsWith("/tickets") ? "tickets" : "other"),
      read: (headers, now) => readRateHeaders(headers, { limit: "x-limit", remaining: "x-remaining" }, now),
    },
    explain: (status, body) => ({ message: (body as { message?: string } | undefined)?.message ?? `status ${status}` }),
    jitter: () => 0.5,
    pause: async (ms) => void pauses.push(ms),
    ...options,
  });
}

const get: HttpRequest = { method: "GET", path: "/tickets/9", query: { token: "hidden" }, repeatable: true };
const note: HttpRequest = { method: "POST", path: "/tickets/9/notes", body: { text: "words" }, repeatable: false };
const put: HttpRequest = { method: "PUT", path: "/tickets/9", body: { priority: 3 }, repeatable: true };
const say =
  (status: number, text = "", headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(text);
const cut: Answer = (request) => void request.socket.destroy();
const failure = async (request: HttpRequest, options?: Partial<HttpClientOptions>): Promise<OtaiError> => {
  const error: unknown = await client(options)
    .request(request)
    .catch((thrown: unknown) => thrown);
  if (!OtaiError.is(error)) throw new Error(`expected a typed error, got ${String(error)}`);
  return error;
};

describe("answers", () => {
  it("gives status, headers in lower case and parsed JSON", async () => {
    answers = [say(200, '{"id":9}', { "X-Thing": "a" })];
    const answer = await client().request(get);
    expect(answer).toMatchObject({ status: 200, body: { id: 9 } });
    expect(answer.headers["x-thing"]).toBe("a");
  });

  it("does not parse an empty body", async () => {
    answers = [say(204)];
    expect((await client().request(put)).body).toBeUndefined();
  });

  it("sends a content type only with a body", async () => {
    const types: (string | undefined)[] = [];
    answers = [
      (request, response) => {
        types.push(request.headers["content-type"]);
        response.end("{}");
      },
    ];
    await client().request(get);
    await client().request(put);
    expect(types).toEqual([undefined, "application/json"]);
  });

  it("tells a web page from data in words for an administrator (D13)", async () => {
    answers = [say(200, "<!DOCTYPE html><title>Log in</title>")];
    const error = await failure(get);
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error.message).toContain("answered a web page instead of data");
    expect(error.message).toContain("is the domain right");
  });

  it.each([403, 404])(
    "takes the web page of a proxy with %d for what it is, not for a missing ticket",
    async (status) => {
      answers = [say(status, "<html>Blocked</html>")];
      expect(await failure(get)).toBeInstanceOf(UnexpectedAnswerError);
    },
  );

  it.each(["{not json", "OK"])("refuses %j where JSON was promised", async (text) => {
    answers = [say(200, text)];
    expect(await failure(get)).toBeInstanceOf(UnexpectedAnswerError);
  });

  it("does not follow a redirect with the key", async () => {
    answers = [say(302, "", { location: "https://elsewhere.example/" })];
    expect(await failure(get)).toBeInstanceOf(UnexpectedAnswerError);
    expect(asked).toHaveLength(1);
  });

  it("stops reading an answer that is too large", async () => {
    answers = [say(200, JSON.stringify("x".repeat(5_000_000)))];
    const error = await failure(get, { maxBytes: 1_000_000 });
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error.message).toContain("larger than 1 MB");
  });
});

describe("D13: every status has its typed error", () => {
  it.each([
    [400, RefusedError, false],
    [401, AuthenticationError, false],
    [403, PermissionError, false],
    [404, NotFoundError, false],
    [409, ConflictError, false],
    [422, RefusedError, false],
    [429, RateLimitedError, false],
    [500, UnavailableError, true],
    [503, UnavailableError, true],
  ])("%d", async (status, type, outcomeUnknown) => {
    answers = [say(status, '{"message":"said so"}')];
    const error = await failure(note);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ status, outcomeUnknown, url: `${base}/tickets/9/notes` });
    expect(error.message).toContain("said so");
  });

  it("lets the vendor's own meaning come first", async () => {
    answers = [say(405)];
    const own = new NotFoundError("spam");
    expect(
      await failure(put, {
        throwFor: ({ status }) => {
          if (status === 405) throw own;
        },
      }),
    ).toBe(own);
  });
});

describe("R07: quick repetition", () => {
  it.each([
    ["a cut connection", cut],
    ["502", say(502)],
    ["503", say(503)],
    ["504", say(504)],
  ])("repeats a read after %s, with short pauses", async (_, fault) => {
    answers = [fault, fault, say(200, "{}")];
    expect((await client().request(get)).status).toBe(200);
    expect(pauses).toEqual([250, 500]);
  });

  it("gives up after two repetitions", async () => {
    answers = [say(503)];
    expect(await failure(get)).toBeInstanceOf(UnavailableError);
    expect(asked).toHaveLength(3);
  });

  it("repeats a write that says it may be repeated", async () => {
    answers = [cut, say(200, "{}")];
    await client().request(put);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["a cut connection", cut],
    ["502", say(502)],
    ["silence", () => {}],
  ])("never repeats a note after %s: its outcome is unknown", async (_, fault) => {
    answers = [fault];
    expect(await failure(note, { timeoutMs: 150 })).toMatchObject({ code: "unavailable", outcomeUnknown: true });
    expect(asked).toHaveLength(1);
  });

  it.each([400, 401, 404, 429, 500])("does not repeat after %d", async (status) => {
    answers = [say(status)];
    await failure(get);
    expect(asked).toHaveLength(1);
  });

  it("leaves a server alone that names a time", async () => {
    answers = [say(503, "", { "retry-after": "30" })];
    expect(await failure(get)).toMatchObject({ retryAfterMs: 30_000 });
    expect(asked).toHaveLength(1);
  });

  it("names the time-out and where to change it", async () => {
    answers = [() => {}];
    expect((await failure(get, { timeoutMs: 100 })).message).toContain("did not answer within 0.1 s (params.timeout)");
  });

  it("knows that nothing happened when nobody listened", async () => {
    const error = await failure(note, { baseUrl: "http://127.0.0.1:1/api" });
    expect(error).toMatchObject({ code: "unavailable", outcomeUnknown: false });
  });

  it("does not forget that an earlier try may have been carried out when a later one cannot even be made", async () => {
    answers = [cut];
    const lost = failure(put, { pause: async () => context.budget.block("tickets", context.now + 1_000) });
    expect(await lost).toMatchObject({ code: "unavailable", outcomeUnknown: true });
    expect(asked).toHaveLength(1);
  });

  it("ends while it waits for the next try", async () => {
    answers = [cut];
    const stopped = failure(get, {
      pause: async () => {
        context.stop();
        throw new Error("aborted");
      },
    });
    expect(await stopped).toBeInstanceOf(UnavailableError);
    expect(asked).toHaveLength(1);
  });

  it("ends with the host", async () => {
    answers = [() => context.stop()];
    expect((await failure(get)).message).toContain("stopped");
  });
});

describe("limits", () => {
  it.each([
    ["34", 34_000],
    ["Sun, 01 Nov 2026 09:01:00 GMT", 60_000],
    ["abc", 60_000],
    [undefined, 60_000],
    ["86400", 3_600_000],
  ])("D15: 429 with Retry-After %s blocks the class for %d ms and burns no attempt", async (header, ms) => {
    answers = [say(429, "", header === undefined ? {} : { "retry-after": header })];
    expect(await failure(get)).toMatchObject({ code: "rate-limited", retryAfterMs: ms });
    expect(context.blockedUntil.get("tickets")).toBe(context.now + ms);
    expect(await failure(get)).toMatchObject({ code: "rate-limited", retryAfterMs: ms });
    expect(asked).toHaveLength(1);
  });

  it("D16: counts every class on its own, by the headers", async () => {
    answers = [say(200, "{}", { "x-limit": "40", "x-remaining": "0" })];
    await client().request(get);
    expect(context.readings.get("tickets")).toEqual({ limit: 40, remaining: 0, resetsAt: null });
    expect(await failure(get)).toBeInstanceOf(RateLimitedError);
    expect((await client().request({ ...get, path: "/groups" })).status).toBe(200);
    expect(asked).toHaveLength(2);
  });

  it("reserves for every single try", async () => {
    answers = [say(503), say(200, "{}")];
    await client().request(get);
    expect(context.reserved).toEqual(["tickets", "tickets"]);
  });
});

describe("S03: what is secret stays secret", () => {
  it("shows neither query nor key nor text in errors and log", async () => {
    answers = [cut];
    const errors = [await failure(get), await failure(note)];
    const shown = JSON.stringify([errors.map(({ message, url }) => [message, url]), context.lines]);
    expect(shown).not.toMatch(/hidden|c2VjcmV0|words/);
    expect(context.lines.length).toBeGreaterThan(0);
  });
});
