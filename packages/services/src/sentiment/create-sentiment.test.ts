import { sentimentSchema } from "@otai/service-api/sentiment";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSentimentBench, hourMs, type SentimentBench } from "./testing/sentiment-bench.ts";

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
    ticket_id: null,
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
