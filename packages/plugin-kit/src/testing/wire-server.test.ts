import { afterEach, describe, expect, it } from "vitest";
import { startWireServer, type WireExchange, type WireServer } from "./wire-server.ts";

let wire: WireServer;
afterEach(() => wire.close());

const exchange = (request: Partial<WireExchange["request"]>, body: unknown): WireExchange => ({
  request: { method: "GET", path: "/tickets/9", ...request },
  response: { status: 200, body },
});
const ask = async (path: string, init?: RequestInit) => (await fetch(`${wire.url}${path}`, init)).json();

describe("replaying recorded exchanges", () => {
  it("answers the same question in the recorded order and repeats the last answer", async () => {
    wire = await startWireServer(exchange({}, 1), exchange({}, 2));
    expect([await ask("/tickets/9"), await ask("/tickets/9"), await ask("/tickets/9")]).toEqual([1, 2, 2]);
  });

  it("tells questions apart by query, body and headers where they are recorded", async () => {
    wire = await startWireServer(
      exchange({ query: { page: 1 } }, "page 1"),
      exchange({ query: {} }, "no query"),
      exchange({ method: "PUT", body: { a: 1 } }, "body"),
      exchange({ path: "/key", headers: { authorization: "Basic …" } }, "key"),
    );
    expect(await ask("/tickets/9?page=1")).toBe("page 1");
    expect(await ask("/tickets/9")).toBe("no query");
    expect(await ask("/tickets/9", { method: "PUT", body: '{"a":1}' })).toBe("body");
    expect(await ask("/key", { headers: { authorization: "Basic abc" } })).toBe("key");
    expect(wire.unexpected).toEqual([]);
  });

  it("explains a question that nobody recorded", async () => {
    wire = await startWireServer(exchange({ method: "PUT", body: { a: 1 } }, "body"));
    const answer = await ask("/tickets/9?x=1", { method: "PUT", body: '{"a":2}' });
    expect(answer).toEqual({ message: 'no exchange was recorded for PUT /tickets/9 {"x":"1"} {"a":2}' });
    expect(wire.unexpected).toHaveLength(1);
  });
});
