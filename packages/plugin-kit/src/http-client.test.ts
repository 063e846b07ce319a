import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import {
  AuthenticationError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
  UnexpectedAnswerError,
} from "@otai/plugin-api/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Answer,
  cut,
  get,
  note,
  put,
  type ScriptedServer,
  say,
  startScriptedServer,
} from "./testing/scripted-server.ts";

let desk: ScriptedServer;
beforeEach(async () => {
  desk = await startScriptedServer();
});
afterEach(() => desk.stop());

describe("answers", () => {
  it("gives status, headers in lower case and parsed JSON", async () => {
    desk.answer(say(200, '{"id":9}', { "X-Thing": "a" }));
    const answer = await desk.client().request(get);
    expect(answer).toMatchObject({ status: 200, body: { id: 9 } });
    expect(answer.headers["x-thing"]).toBe("a");
  });

  it("does not parse an empty body", async () => {
    desk.answer(say(204));
    expect((await desk.client().request(put)).body).toBeUndefined();
  });

  it("sends a content type only with a body", async () => {
    const types: (string | undefined)[] = [];
    desk.answer((request, response) => {
      types.push(request.headers["content-type"]);
      response.end("{}");
    });
    await desk.client().request(get);
    await desk.client().request(put);
    expect(types).toEqual([undefined, "application/json"]);
  });

  it("tells a web page from data in words for an administrator (D13)", async () => {
    desk.answer(say(200, "<!DOCTYPE html><title>Log in</title>"));
    const error = await desk.failure(get);
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error.message).toContain("answered a web page instead of data");
    expect(error.message).toContain("is the domain right");
  });

  it.each([403, 404])(
    "takes the web page of a proxy with %d for what it is, not for a missing ticket",
    async (status) => {
      desk.answer(say(status, "<html>Blocked</html>"));
      expect(await desk.failure(get)).toBeInstanceOf(UnexpectedAnswerError);
    },
  );

  it.each(["{not json", "OK"])("refuses %j where JSON was promised", async (text) => {
    desk.answer(say(200, text));
    expect(await desk.failure(get)).toBeInstanceOf(UnexpectedAnswerError);
  });

  it("does not follow a redirect with the key", async () => {
    desk.answer(say(302, "", { location: "https://elsewhere.example/" }));
    expect(await desk.failure(get)).toBeInstanceOf(UnexpectedAnswerError);
    expect(desk.asked).toHaveLength(1);
  });

  it("stops reading an answer that is too large", async () => {
    desk.answer(say(200, JSON.stringify("x".repeat(5_000_000))));
    const error = await desk.failure(get, { maxBytes: 1_000_000 });
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error.message).toContain("larger than 1 MB");
  });

  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("unpacks what was packed with %s, errors too", async (encoding, pack) => {
    const packed =
      (status: number, text: string): Answer =>
      (_, response) =>
        void response.writeHead(status, { "content-encoding": encoding }).end(pack(text));
    desk.answer(packed(200, '{"id":9}'));
    expect((await desk.client().request(get)).body).toEqual({ id: 9 });
    desk.answer(packed(422, '{"message":"no such group"}'));
    expect((await desk.failure(put)).message).toContain("no such group");
  });

  it("S08: a small answer that unpacks to a large one is not read to the end", async () => {
    const bomb = gzipSync(JSON.stringify("x".repeat(20_000_000)));
    expect(bomb.byteLength).toBeLessThan(100_000);
    desk.answer((_, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(bomb));
    const error = await desk.failure(get, { maxBytes: 1_000_000 });
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error.message).toContain("larger than 1 MB");
  });

  it("a packed answer that breaks off is tried again, and then says so", async () => {
    const half = gzipSync(JSON.stringify("words ".repeat(1000))).subarray(0, 30);
    desk.answer((_, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(half));
    const error = await desk.failure(get);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).toContain("broke off in a compressed answer");
    expect(desk.asked).toHaveLength(3);
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
    desk.answer(say(status, '{"message":"said so"}'));
    const error = await desk.failure(note);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ status, outcomeUnknown, url: `${desk.base}/tickets/9/notes` });
    expect(error.message).toContain("said so");
  });

  it("lets the vendor's own meaning come first", async () => {
    desk.answer(say(405));
    const own = new NotFoundError("spam");
    expect(
      await desk.failure(put, {
        throwFor: ({ status }) => {
          if (status === 405) throw own;
        },
      }),
    ).toBe(own);
  });
});

describe("S03: what is secret stays secret", () => {
  it("shows neither query nor key nor text in errors and log", async () => {
    desk.answer(cut);
    const errors = [await desk.failure(get), await desk.failure(note)];
    const shown = JSON.stringify([errors.map(({ message, url }) => [message, url]), desk.context.lines]);
    expect(shown).not.toMatch(/hidden|c2VjcmV0|words/);
    expect(desk.context.lines.length).toBeGreaterThan(0);
  });
});
