import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { benchStart, createSentimentBench, hourMs, type SentimentBench } from "./testing/sentiment-bench.ts";

const angry = "This is unacceptable, I want to cancel!";
const calm = "Thank you, that works. Have a nice day.";

let bench: SentimentBench;
let written: number;
beforeEach(() => {
  written = 0;
});
afterEach(() => bench.close());

async function open(calmAfter: number): Promise<void> {
  const audience = { target: "webhook:1", minSeverity: "low", connections: null, hearsOfResolved: true } as const;
  bench = await createSentimentBench({ alerting: { calmAfter, audiences: [audience] } });
}

/** A minute after the one before. */
function say(text: string, more: object = {}) {
  written += 1;
  bench.advance(60_000);
  return bench.analyze({ text, ticket_id: "123", message_id: `m-${written}`, ...more });
}

const stored = (id: string) => bench.store.read((tx) => tx.sentimentAlerts.get(id));

describe("D04: after so many calm replies", () => {
  it("off by default, an alert stays until a person resolves it", async () => {
    await open(0);
    const { alert_id } = await say(angry);
    for (let reply = 0; reply < 5; reply += 1) await say(calm);
    expect(await stored(alert_id!)).toMatchObject({ status: "open" });
  });

  it("two in a row resolve it, by otai and with the reason, and the audit says so", async () => {
    await open(2);
    const { alert_id } = await say(angry);
    await say(calm);
    expect(await stored(alert_id!)).toMatchObject({ status: "open", resolvedAt: null });
    await say(calm);
    expect(await stored(alert_id!)).toMatchObject({
      status: "resolved",
      resolvedBy: "otai",
      resolveReason: "2 calm messages in a row",
    });
    expect(await bench.sentiment.alerts.resolvedSince(benchStart)).toMatchObject([{ id: alert_id, ticketId: "123" }]);
    const { items } = await bench.store.read((tx) => tx.audit.list(10, null));
    expect(items).toMatchObject([
      {
        actor: "otai",
        action: "sentiment-alert-resolve",
        subject: alert_id,
        details: { reason: "2 calm messages in a row" },
      },
    ]);
    const told = await bench.store.write((tx) => tx.alertDeliveries.claim("webhook:1", 10, 0));
    expect(told.map(({ messageId }) => messageId).sort()).toEqual([`${alert_id}-medium`, `${alert_id}-resolved`]);
  });

  it("one that complains again between them begins the count anew", async () => {
    await open(2);
    const { alert_id } = await say(angry);
    await say(calm);
    await say(angry);
    await say(calm);
    expect(await stored(alert_id!)).toMatchObject({ status: "open", count: 2 });
    await say(calm);
    expect(await stored(alert_id!)).toMatchObject({ status: "resolved" });
  });

  it("an acknowledged one too", async () => {
    await open(1);
    const { alert_id } = await say(angry);
    await bench.sentiment.alerts.acknowledge(alert_id!, "kim");
    await say(calm);
    expect(await stored(alert_id!)).toMatchObject({ status: "resolved", acknowledgedBy: "kim", resolvedBy: "otai" });
  });

  it.each([
    ["about another ticket", { ticket_id: "124" }],
    ["of another customer", { customer_id: "c-2" }],
    ["that was written before the complaint and came late", { occurred_at: new Date(benchStart).toISOString() }],
    ["that cannot be judged", { text: "Merci beaucoup, tout fonctionne maintenant.", language: "fr" }],
    ["that is nothing but a quotation", { text: "> Thank you, that works.\n> Have a nice day." }],
  ])("a message %s calms nothing", async (_, more) => {
    await open(1);
    const { alert_id } = await say(angry);
    await say(calm, more);
    expect(await stored(alert_id!)).toMatchObject({ status: "open" });
  });

  it("the same message twice counts once", async () => {
    await open(2);
    const { alert_id } = await say(angry);
    await say(calm, { message_id: "m-once" });
    await say(calm, { message_id: "m-once" });
    expect(await stored(alert_id!)).toMatchObject({ status: "open" });
  });

  it("who complains again is heard at once: nobody has taken care of it", async () => {
    await open(1);
    const first = await say(angry);
    await say(calm);
    const next = await say(angry);
    expect(next.alert_id).not.toBeNull();
    expect(next.alert_id).not.toBe(first.alert_id);
  });

  it("but stays quiet for 24 hours after a person resolved it", async () => {
    await open(1);
    const { alert_id } = await say(angry);
    await bench.sentiment.alerts.resolve(alert_id!, "kim");
    bench.advance(hourMs);
    expect(await say(angry)).toMatchObject({ alert_id: null });
  });
});
