import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";

let bench: HttpBench;
beforeEach(async () => {
  bench = await openHttpBench();
});
afterEach(() => bench.store.close());

const post = (path: string) => bench.ask(path, { method: "POST" });
const get = async (path: string) => (await (await bench.ask(path)).json()) as { items: Record<string, unknown>[] };
const audit = async () => (await get("/api/v1/audit-log")).items;

/** An event that was given up for this reason. @returns its id */
async function deadEvent(ticketId: string, error: string): Promise<string> {
  return bench.store.write(async (tx) => {
    const { eventId } = await tx.inbox.add({
      connectionUid: "c-1",
      ticketId,
      kind: "ticket-created",
      key: `created:${ticketId}`,
      source: "webhook",
      occurredAt: 0,
      laneClass: "live",
    });
    const claim = await tx.inbox.claim("worker", 60_000);
    await tx.inbox.finish(claim!, { done: [], dead: [{ eventId, error }], snooze: null });
    return eventId;
  });
}

describe("pause and resume", () => {
  test("stop and allow writes, and both stand in the audit", async () => {
    expect([(await post("/api/v1/pause")).status, await get("/api/v1/stats")]).toMatchObject([200, { paused: true }]);
    expect([(await post("/api/v1/resume")).status, await get("/api/v1/stats")]).toMatchObject([200, { paused: false }]);
    expect(await audit()).toMatchObject([
      { actor: "api", action: "resume", subject: "writes", at: "2026-11-20T12:00:00.000Z" },
      { actor: "api", action: "pause", subject: "writes" },
    ]);
  });

  test("are not done by reading", async () => {
    expect((await bench.ask("/api/v1/pause")).status).toBe(404);
    expect(await get("/api/v1/stats")).toMatchObject({ paused: false });
  });
});

describe("dead letters", () => {
  test("are listed with the reason, page by page", async () => {
    for (const ticket of ["1", "2", "3"]) await deadEvent(ticket, `no queue for ${ticket}`);
    const seen: unknown[] = [];
    let cursor: unknown = null;
    do {
      const page: { items: Record<string, unknown>[]; next_cursor?: unknown } = await get(
        `/api/v1/dead-letters?limit=2${cursor === null ? "" : `&cursor=${cursor}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ ticket_id, state, error }) => ({ ticket_id, state, error })));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(3);
    expect(seen).toEqual(
      expect.arrayContaining(
        ["1", "2", "3"].map((id) => ({ ticket_id: id, state: "dead", error: `no queue for ${id}` })),
      ),
    );
  });

  test("one is tried again by its id, once; the audit names it", async () => {
    const id = await deadEvent("7", "no such queue");
    expect((await post(`/api/v1/dead-letters/${id}/retry`)).status).toBe(200);
    expect(await get(`/api/v1/events/${id}`)).toMatchObject({ state: "open", attempts: 0, ticket_id: "7" });
    const again = await post(`/api/v1/dead-letters/${id}/retry`);
    expect([again.status, await again.json()]).toMatchObject([404, { detail: `There is no dead event ${id}` }]);
    expect(await audit()).toMatchObject([{ action: "retry", subject: id }]);
  });
});
