import { sentimentSchema } from "@otai/service-api/sentiment";
import { ServiceError } from "@otai/service-api/service-error";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { benchStart, createSentimentBench, hourMs, type SentimentBench } from "./testing/sentiment-bench.ts";

const angry = "This is unacceptable, I want to cancel!";
const friendly = "Thank you so much, everything is perfect now.";
const customer = "80014400482";
const page = { limit: 50, offset: 0, order: "asc" } as const;

let bench: SentimentBench;
beforeEach(async () => {
  bench = await createSentimentBench({ watchWords: ["data leak", "Advocaat"] });
});
afterEach(() => bench.close());

const activeAlerts = (more = {}) =>
  bench.sentiment.alerts.list({
    status: "active",
    limit: 50,
    offset: 0,
    severity: undefined,
    customer_id: undefined,
    ...more,
  });

describe("POST /analyze (1.6)", () => {
  it("answers the published example with its score, risk and triggers", async () => {
    await bench.analyze({ text: "Could you send me the form?" });
    const answer = await bench.analyze({ text: angry, channel: "web", ticket_id: 123 });
    expect(sentimentSchema.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      score: -0.75,
      label: "negative",
      escalation_risk: 0.65,
      triggers: ["unacceptable", "cancel"],
      trend: "declining",
      previous_score: 0,
      language: "en",
      engine: "rules",
      degraded: false,
      skipped: null,
    });
    for (const { start, end, text } of answer.evidence) expect(angry.slice(start, end)).toBe(text);
    expect(answer.evidence.map(({ text }) => text)).toEqual(["unacceptable", "cancel"]);
  });

  it("a repeated message gives the first answer and adds no second point, nor counts an alert twice", async () => {
    const first = await bench.analyze({ text: angry, message_id: "m-1" });
    bench.advance(hourMs);
    const second = await bench.analyze({ text: friendly, message_id: "m-1" });
    expect(second).toEqual(first);
    expect((await bench.sentiment.timeline(customer, page)).total).toBe(1);
    expect((await activeAlerts())[0]).toMatchObject({ count: 1 });
  });

  it("D21: two replies are two points; the same delivery five times at once is one", async () => {
    await bench.analyze({ text: friendly, message_id: "m-1" });
    await Promise.all(Array.from({ length: 5 }, () => bench.analyze({ text: angry, message_id: "m-2" })));
    expect((await bench.sentiment.timeline(customer, page)).total).toBe(2);
  });

  it("D29: an angry quotation above a friendly reply is positive", async () => {
    const text = `On Mon, 2 Nov 2026 at 10:00, Support wrote:\n> This is terrible, I want to cancel, unacceptable!\n\n${friendly}`;
    expect(await bench.analyze({ text })).toMatchObject({ label: "positive", triggers: [] });
  });

  it("D29: nothing left but a quotation gives no point and says why", async () => {
    expect(await bench.analyze({ text: "> This is terrible" })).toMatchObject({ score: 0, skipped: "empty_text" });
    expect((await bench.sentiment.timeline(customer, page)).timeline).toEqual([]);
  });

  it("5.2: auto-generated mail gives no point", async () => {
    const text = "This is an automatic reply. I am out of the office, unfortunately, and terribly sorry.";
    expect(await bench.analyze({ text })).toMatchObject({
      score: 0,
      label: "neutral",
      skipped: "auto_generated",
      alert_id: null,
    });
    expect((await bench.sentiment.timeline(customer, page)).total).toBe(0);
  });

  it("5.2: an unsupported language is 0, neutral, without confidence, point or alert", async () => {
    const text = "Dit is onaanvaardbaar, ik wil mijn abonnement onmiddellijk opzeggen en mijn geld terug krijgen.";
    expect(await bench.analyze({ text })).toMatchObject({
      score: 0,
      label: "neutral",
      confidence: 0,
      escalation_risk: 0,
      language: "nl",
      degraded: true,
      degraded_reason: "unsupported_language",
      alert_id: null,
    });
    expect((await bench.sentiment.timeline(customer, page)).total).toBe(0);
  });

  it("5.2: words of the administrator's list raise a low alert in any language", async () => {
    const text = "Dit is onaanvaardbaar, ik wil mijn abonnement onmiddellijk opzeggen, mijn advocaat weet ervan.";
    const answer = await bench.analyze({ text });
    expect(answer).toMatchObject({ triggers: ["advocaat"], degraded_reason: "unsupported_language" });
    expect(await activeAlerts()).toMatchObject([{ id: answer.alert_id, severity: "low", risk: 0 }]);
    const leak = await bench.analyze({ text: "I think there is a data leak in your form", ticket_id: "7" });
    expect(leak.alert_id).not.toBeNull();
  });

  it("German is judged by German words", async () => {
    expect(await bench.analyze({ text: "Das ist inakzeptabel, ich will sofort kündigen!" })).toMatchObject({
      label: "negative",
      language: "de",
      triggers: ["inakzeptabel", "sofort", "kündigen"],
    });
  });
});

describe("GET /customers/{id}/sentiment (1.6)", () => {
  it("an unknown customer has 0.0, stable and no points; a malformed id is 400", async () => {
    expect(await bench.sentiment.timeline("nobody", page)).toEqual({
      customer_id: "nobody",
      current_score: 0,
      trend: "stable",
      timeline: [],
      total: 0,
    });
    await expect(bench.sentiment.timeline("a/b", page)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is in time's order whatever order messages came in; offset 0 is the newest window", async () => {
    const days = [3, 1, 5, 2, 4];
    for (const day of days)
      await bench.analyze({
        text: "form",
        occurred_at: `2026-10-0${day}T09:00:00Z`,
        channel: day === 5 ? "email" : undefined,
      });
    const dates = async (query: Partial<typeof page> | object) =>
      (await bench.sentiment.timeline(customer, { ...page, ...query })).timeline.map(({ timestamp }) =>
        timestamp.slice(8, 10),
      );
    expect(await dates({})).toEqual(["01", "02", "03", "04", "05"]);
    expect(await dates({ limit: 2 })).toEqual(["04", "05"]);
    expect(await dates({ limit: 2, offset: 2 })).toEqual(["02", "03"]);
    expect(await dates({ limit: 2, order: "desc" })).toEqual(["05", "04"]);
    const { timeline } = await bench.sentiment.timeline(customer, page);
    expect(timeline.at(-1)).toMatchObject({ timestamp: "2026-10-05T09:00:00+00:00", source: "email" });
    expect(timeline[0]).toMatchObject({ source: "api" });
  });

  it("a message that comes late knows the one before it, not the newest", async () => {
    await bench.analyze({ text: friendly, occurred_at: "2026-11-01T09:00:00Z" });
    await bench.analyze({ text: angry, occurred_at: "2026-11-03T09:00:00Z" });
    const late = await bench.analyze({ text: "form", occurred_at: "2026-11-02T09:00:00Z" });
    expect(late.previous_score).toBeGreaterThan(0.3);
    expect(await bench.sentiment.timeline(customer, page)).toMatchObject({ current_score: -0.75 });
  });

  it("points older than 90 days form no trend", async () => {
    await bench.analyze({ text: friendly, occurred_at: "2026-07-01T09:00:00Z" });
    expect(await bench.analyze({ text: angry })).toMatchObject({ trend: "stable" });
  });
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

  it("a resolved alert is no longer among the active ones, but with status=all", async () => {
    const { alert_id } = await bench.analyze({ text: angry });
    await bench.sentiment.alerts.resolve(alert_id!, "kim");
    expect(await activeAlerts()).toEqual([]);
    expect(await activeAlerts({ status: "all" })).toMatchObject([{ id: alert_id }]);
    expect(await activeAlerts({ status: "all", severity: "high" })).toEqual([]);
  });
});

describe("personal data (6.4)", () => {
  it("the text of a message is nowhere kept, and an erased customer leaves nothing", async () => {
    await bench.analyze({ text: `${angry} My name is Zebulon Quist.`, ticket_id: "123", message_id: "m-1" });
    const kept = await bench.store.read((tx) => tx.sentimentPoints.findByMessage(customer, "m-1"));
    expect(JSON.stringify(kept)).not.toContain("Zebulon");
    expect(await bench.sentiment.eraseCustomer(customer)).toBe(2);
    expect(await activeAlerts({ status: "all" })).toEqual([]);
    expect((await bench.sentiment.timeline(customer, page)).total).toBe(0);
  });
});
