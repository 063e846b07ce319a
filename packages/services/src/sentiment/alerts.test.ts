import { ServiceError } from "@otai/service-api/service-error";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { benchStart, createSentimentBench, hourMs, type SentimentBench } from "./testing/sentiment-bench.ts";

const angry = "This is unacceptable, I want to cancel!";
const customer = "80014400482";

let bench: SentimentBench;
beforeEach(async () => {
  bench = await createSentimentBench();
});
afterEach(() => bench.close());

const activeAlerts = (more = {}) =>
  bench.sentiment.alerts.list({
    status: "active",
    limit: 50,
    offset: 0,
    severity: undefined,
    customer_id: undefined,
    ticket_id: null,
    ...more,
  });

describe("alerts (1.6, 5.2)", () => {
  it("one per customer and ticket: repeats raise count, last_seen_at and severity", async () => {
    const first = await bench.analyze({ text: angry, ticket_id: "123" });
    bench.advance(hourMs);
    const worse = await bench.analyze({ text: `${angry} My lawyer will call you.`, ticket_id: "123" });
    const other = await bench.analyze({ text: angry, ticket_id: "124" });
    expect(worse.alert_id).toBe(first.alert_id);
    expect(other.alert_id).not.toBe(first.alert_id);
    expect(await activeAlerts()).toMatchObject([
      { id: other.alert_id, count: 1 },
      {
        id: first.alert_id,
        severity: "high",
        count: 2,
        created_at: "2026-11-03T09:00:00+00:00",
        last_seen_at: "2026-11-03T10:00:00+00:00",
        reason: expect.stringMatching(
          /^Escalation risk 0\.\d\d; triggers: cancel, lawyer, unacceptable; 2 negative messages in a row$/,
        ),
      },
    ]);
  });

  it("the published reason: risk and triggers in order", async () => {
    await bench.analyze({ text: angry, ticket_id: "123" });
    expect(await activeAlerts()).toEqual([
      {
        id: expect.stringMatching(/^al-/),
        customer_id: customer,
        severity: "medium",
        reason: "Escalation risk 0.65; triggers: cancel, unacceptable",
        created_at: "2026-11-03T09:00:00+00:00",
        ticket_id: "123",
        risk: 0.65,
        status: "open",
        count: 1,
        last_seen_at: "2026-11-03T09:00:00+00:00",
        acknowledged_by: null,
        resolved_at: null,
        resolved_by: null,
        resolve_reason: null,
        ticket_system: null,
      },
    ]);
  });

  it("24 hours of quiet after a resolve, then a new one", async () => {
    const { alert_id } = await bench.analyze({ text: angry, ticket_id: "123" });
    await bench.sentiment.alerts.resolve(alert_id!, "kim");
    bench.advance(24 * hourMs - 1);
    expect(await bench.analyze({ text: angry, ticket_id: "123" })).toMatchObject({ alert_id: null });
    bench.advance(1);
    const next = await bench.analyze({ text: angry, ticket_id: "123" });
    expect(next.alert_id).not.toBeNull();
    expect(next.alert_id).not.toBe(alert_id);
  });

  it("ack and resolve are audited once each; a resolved one cannot be acknowledged", async () => {
    const { alert_id } = await bench.analyze({ text: angry, ticket_id: "123" });
    const { alerts } = bench.sentiment;
    expect(await alerts.acknowledge(alert_id!, "kim")).toMatchObject({
      status: "acknowledged",
      acknowledged_by: "kim",
    });
    expect(await alerts.acknowledge(alert_id!, "lee")).toMatchObject({ acknowledged_by: "kim" });
    expect(await alerts.resolve(alert_id!, "lee")).toMatchObject({ status: "resolved", resolved_by: "lee" });
    await alerts.resolve(alert_id!, "kim");
    await expect(alerts.acknowledge(alert_id!, "kim")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(alerts.resolve("al-none", "kim")).rejects.toBeInstanceOf(ServiceError);
    const { items } = await bench.store.read((tx) => tx.audit.list(10, null));
    expect(items.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ["lee", "sentiment-alert-resolve", alert_id],
      ["kim", "sentiment-alert-acknowledge", alert_id],
    ]);
  });

  it("D04: a resolve is seen by whoever set the tag", async () => {
    const { alert_id } = await bench.analyze({ text: angry, ticket_id: "123" });
    expect(await bench.sentiment.alerts.resolvedSince(0)).toEqual([]);
    bench.advance(hourMs);
    await bench.sentiment.alerts.resolve(alert_id!, "kim");
    expect(await bench.sentiment.alerts.resolvedSince(benchStart)).toMatchObject([
      { id: alert_id, ticketId: "123", resolvedAt: benchStart + hourMs },
    ]);
    expect(await bench.sentiment.alerts.resolvedSince(benchStart + hourMs + 1)).toEqual([]);
  });

  it("D04: a ticket's alerts are settled when there was one and none is open, of another customer neither", async () => {
    const { alerts } = bench.sentiment;
    expect(await alerts.areSettled(customer, "123")).toBe(false);
    const { alert_id } = await bench.analyze({ text: angry, ticket_id: "123" });
    const other = await bench.analyze({ text: angry, ticket_id: "123", customer_id: "c-2" });
    await alerts.resolve(alert_id!, "kim");
    expect(await alerts.areSettled(customer, "123")).toBe(false);
    await alerts.acknowledge(other.alert_id!, "kim");
    expect(await alerts.areSettled(customer, "123")).toBe(false);
    await alerts.resolve(other.alert_id!, "kim");
    expect(await alerts.areSettled(customer, "123")).toBe(true);
    expect(await alerts.areSettled(customer, "124")).toBe(false);
  });

  it("a resolved alert is no longer among the active ones, but with status=all", async () => {
    const { alert_id } = await bench.analyze({ text: angry });
    await bench.sentiment.alerts.resolve(alert_id!, "kim");
    expect(await activeAlerts()).toEqual([]);
    expect(await activeAlerts({ status: "all" })).toMatchObject([{ id: alert_id }]);
    expect(await activeAlerts({ status: "all", severity: "high" })).toEqual([]);
  });
});
