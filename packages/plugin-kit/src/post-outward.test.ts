import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { RefusedError, UnavailableError } from "@otai/plugin-api/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postOutward } from "./post-outward.ts";

let server: Server;
let port: number;
const asked: string[] = [];

beforeEach(async () => {
  asked.length = 0;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    if (request.url === "/slow") return;
    if (request.url === "/away") return void response.writeHead(307, { location: "/inside" }).end();
    if (request.url === "/endless") return void response.writeHead(200).write("x".repeat(200_000));
    response.writeHead(202, { "retry-after": "7" }).end("thanks");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const post = (url: string, allowPrivate: boolean) =>
  postOutward(new URL(url), {
    headers: { "content-type": "application/json" },
    body: "{}",
    timeoutMs: 300,
    tls: { rejectUnauthorized: true },
    allowPrivate,
    signal: new AbortController().signal,
  });

describe("posting to an address that is not a ticket system's", () => {
  it("gives status and headers", async () => {
    const { status, headers } = await post(`http://127.0.0.1:${port}/results`, true);
    expect([status, headers["retry-after"], asked]).toEqual([202, "7", ["POST /results"]]);
  });

  it.each([
    "127.0.0.1",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "2130706433",
    "0x7f.0.0.1",
    "0.0.0.0",
    "169.254.169.254",
    "10.0.0.1",
  ])("S02: %s is refused before anything is sent, by literal or at the look-up", async (host) => {
    await expect(post(`http://${host}:${port}/results`, false)).rejects.toThrow(RefusedError);
    expect(asked).toEqual([]);
  });

  it("S02: a redirect is the answer and is not followed", async () => {
    expect((await post(`http://127.0.0.1:${port}/away`, true)).status).toBe(307);
    expect(asked).toEqual(["POST /away"]);
  });

  it("a receiver that does not answer is unavailable, one that never ends does no harm", async () => {
    await expect(post(`http://127.0.0.1:${port}/slow`, true)).rejects.toThrow(UnavailableError);
    expect((await post(`http://127.0.0.1:${port}/endless`, true)).status).toBe(200);
  });
});
