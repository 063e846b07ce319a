import { createSentimentBench, type SentimentBench } from "@otai/services/sentiment/testing/sentiment-bench";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "../app/listen.ts";
import { openHttpBench } from "../testing/http-bench.ts";
import { createRemoteAlerts } from "./remote-alerts.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const { signal } = new AbortController();
const angry = "This is unacceptable, I want to cancel!";

const alertsAt = (baseUrl: string) =>
  createRemoteAlerts({ baseUrl, apiKey: null, clock: { now: () => Date.now() }, log: quiet, signal });

describe("D04: alerts of a Sentiment service of ours elsewhere", () => {
  let service: SentimentBench;
  let server: Listening;
  beforeEach(async () => {
    service = await createSentimentBench();
    const http = await openHttpBench({ store: service.store, services: { sentiment: service.sentiment } });
    server = await listen((request) => http.ask(request.url, { headers: request.headers }) as Promise<Response>, {
      host: "127.0.0.1",
      port: 0,
    });
  });
  afterEach(async () => {
    await server.close();
    await service.close();
  });

  it("what was resolved there is found since an instant, oldest first", async () => {
    const alerts = alertsAt(server.url);
    const [first, second] = [
      await service.analyze({ text: angry, ticket_id: "1" }),
      await service.analyze({ text: angry, ticket_id: "2" }),
    ];
    await service.analyze({ text: angry, ticket_id: null });
    expect(await alerts.resolvedSince(0, 500)).toEqual([]);
    await service.sentiment.alerts.resolve(second.alert_id!, "kim");
    service.advance(5_000);
    await service.sentiment.alerts.resolve(first.alert_id!, "kim");
    const found = await alerts.resolvedSince(0, 500);
    expect(found).toMatchObject([
      { id: second.alert_id, ticketId: "2" },
      { id: first.alert_id, ticketId: "1" },
    ]);
    expect(await alerts.resolvedSince(found[1]!.resolvedAt, 500)).toEqual([found[1]]);
    expect(await alerts.resolvedSince(0, 1)).toEqual([found[0]]);
  });

  it("a ticket is settled when its customer had an alert and none about it is open", async () => {
    const alerts = alertsAt(server.url);
    const { alert_id } = await service.analyze({ text: angry, ticket_id: "1", customer_id: "c-1" });
    const other = await service.analyze({ text: angry, ticket_id: "1", customer_id: "c-2" });
    expect(await alerts.areSettled("c-1", "1")).toBe(false);
    await service.sentiment.alerts.resolve(alert_id!, "kim");
    expect(await alerts.areSettled("c-1", "1")).toBe(false);
    await service.sentiment.alerts.resolve(other.alert_id!, "kim");
    expect(await alerts.areSettled("c-1", "1")).toBe(true);
    expect(await alerts.areSettled("c-3", "1")).toBe(false);
    expect(await alerts.areSettled("c-1", "2")).toBe(false);
  });
});

describe("D04: another implementation of the contract", () => {
  const published = {
    id: "al-1",
    customer_id: "c-1",
    severity: "high",
    reason: "risk",
    created_at: "2026-11-03T09:00:00Z",
  };

  async function answering(body: unknown, status = 200) {
    const server = await listen(() => Response.json(body, { status }), { host: "127.0.0.1", port: 0 });
    return { alerts: alertsAt(server.url), close: () => server.close() };
  }

  it("tells neither ticket nor status, so nothing counts as resolved and no tag is taken off", async () => {
    const { alerts, close } = await answering([published]);
    expect(await alerts.resolvedSince(0, 500)).toEqual([]);
    expect(await alerts.areSettled("c-1", "1")).toBe(false);
    await close();
  });

  it("one that ignores the filters is not believed for another ticket or an earlier time", async () => {
    const resolved = { ...published, ticket_id: "1", status: "resolved", resolved_at: "2026-11-03T10:00:00Z" };
    const { alerts, close } = await answering([resolved, { ...resolved, id: "al-2", ticket_id: "2", status: "open" }]);
    expect(await alerts.resolvedSince(Date.parse("2026-11-03T10:00:01Z"), 500)).toEqual([]);
    expect(await alerts.areSettled("c-1", "1")).toBe(true);
    expect(await alerts.areSettled("c-1", "2")).toBe(false);
    await close();
  });

  it("one that knows no alerts at all fails with a typed error, and the tag waits", async () => {
    const { alerts, close } = await answering({ error_code: "NOT_FOUND", detail: "no such path" }, 404);
    await expect(alerts.areSettled("c-1", "1")).rejects.toMatchObject({ code: "not-found" });
    await close();
  });
});
