import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { NotFoundError, RefusedError } from "@otai/plugin-api/errors";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpClient } from "./http-client.ts";
import { createTestContext } from "./testing/plugin-context.ts";

const seen: { host: string; authorization: string | undefined }[] = [];
const servers: Server[] = [];
let home: string;
let stranger: string;
let context: ReturnType<typeof createTestContext>;

async function listen(answer: (path: string) => { status: number; location?: string; text?: string }): Promise<string> {
  const server = createServer((request, response) => {
    seen.push({ host: request.headers.host!, authorization: request.headers.authorization });
    const { status, location, text } = answer(request.url!);
    response.writeHead(status, location === undefined ? {} : { location }).end(text);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  seen.length = 0;
  context = createTestContext();
  stranger = await listen((path) =>
    path === "/hop"
      ? { status: 302, location: "/file" }
      : path.startsWith("/gone")
        ? { status: 403 }
        : { status: 200, text: "bytes" },
  );
  home = await listen((path) => ({ status: 302, location: path === "/loop" ? "/loop" : `${stranger}/hop` }));
});

afterEach(async () => {
  context.stop();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

function follow(link: string, baseUrl = home) {
  const client = createHttpClient({
    baseUrl,
    authorization: () => "Basic key",
    timeoutMs: 2_000,
    tls: { rejectUnauthorized: true },
    context,
    rate: { classOf: () => "all", read: () => null },
    explain: () => ({ message: "" }),
  });
  return client.follow(link);
}

describe("FD-14: links to attachments", () => {
  it("walks redirects and leaves the key at home when the host changes", async () => {
    const answer = await follow(`${home}/attachment`);
    expect(new TextDecoder().decode(answer.bytes)).toBe("bytes");
    expect(seen.map(({ authorization }) => authorization)).toEqual(["Basic key", undefined, undefined]);
  });

  it("says that a signed link expires", async () => {
    await expect(follow(`${stranger}/gone?signature=abc`)).rejects.toThrow(NotFoundError);
    await expect(follow(`${stranger}/gone?signature=abc`)).rejects.not.toThrow("signature");
  });

  it("does not run in circles", async () => {
    await expect(follow(`${home}/loop`)).rejects.toThrow("redirects more than 5 times");
  });

  it.each(["file:///etc/passwd", "ftp://host.example/x", "https://user:pass@host.example/", "no link"])(
    "refuses %s",
    async (link) => {
      await expect(follow(link)).rejects.toThrow(RefusedError);
    },
  );

  it.each([
    "http://127.0.0.1:1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://localhost:1/",
  ])("S02: does not reach into the network behind us: %s", async (link) => {
    await expect(follow(link, "https://yourcompany.desk.example")).rejects.toThrow("private network");
    expect(seen).toEqual([]);
  });
});
