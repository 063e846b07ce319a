import type { Escalation } from "@otai/service-api/sentiment-escalations";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SeenTicket } from "../ports/sentiment.ts";
import { benchStart, createSentimentBench, hourMs, type SentimentBench } from "./testing/sentiment-bench.ts";
import { trendOf } from "./trend.ts";

const texts = {
  furious: "This is unacceptable, I want to cancel! My lawyer will call you.",
  angry: "This is unacceptable, I want to cancel!",
  sour: "This is really bad and disappointing.",
  plain: "My order number is 4711.",
  calm: "Thank you, that works. Have a nice day.",
} as const;

let bench: SentimentBench;
beforeEach(async () => {
  bench = await createSentimentBench();
});
afterEach(() => bench.close());

const board = (capacity?: number, ticket_system: string | null = null) =>
  bench.sentiment.escalations({ capacity, ticket_system });
const say = (text: keyof typeof texts, customer_id: string, ticket_id: string, more: object = {}) =>
  bench.analyze({ text: texts[text], customer_id, ticket_id, connection: "desk", language: "en", ...more });
const seen = (customerId: string, ticketId: string, more: Partial<SeenTicket> = {}) =>
  bench.sentiment.see({
    ...{ connection: "desk", ticketId, customerId, open: true, waitingSince: null, agents: 0, seenAt: benchStart },
    ...more,
  });
const facts = ({ reasons }: Escalation) => Object.fromEntries(reasons.map(({ fact, value }) => [fact, value]));

describe("F19: whom to call today", () => {
  it("nobody, as long as nobody complains", async () => {
    await say("calm", "c-1", "1");
    await say("plain", "c-2", "2");
    expect(await board()).toMatchObject({ capacity: 10, total: 0, escalations: [] });
  });

  it("the riskiest first, cut to the capacity, and how many are left out", async () => {
    await say("sour", "c-1", "1");
    await say("furious", "c-2", "2");
    await say("angry", "c-3", "3");
    const { escalations, total } = await board(2);
    expect(escalations.map(({ rank, customer_id }) => [rank, customer_id])).toEqual([
      [1, "c-2"],
      [2, "c-3"],
    ]);
    expect(total).toBe(3);
  });

  it("of equal risks, the longer wait goes first", async () => {
    await say("angry", "c-1", "1");
    await say("angry", "c-2", "2");
    await seen("c-1", "1", { waitingSince: benchStart - hourMs });
    await seen("c-2", "2", { waitingSince: benchStart - 5 * hourMs });
    const { escalations } = await board();
    expect(escalations.map(({ customer_id }) => customer_id)).toEqual(["c-2", "c-1"]);
    expect(escalations[0]!.reasons).toContainEqual({
      ...{ fact: "waiting_hours", value: 5, text: "Waiting for an answer for 5 hours" },
    });
  });

  it("neither a solved ticket nor one whose alert was resolved and whose last word was kind", async () => {
    await say("furious", "c-1", "1");
    await seen("c-1", "1", { open: false });
    const { alert_id } = await say("furious", "c-2", "2");
    await bench.sentiment.alerts.resolve(alert_id!, "kim");
    bench.advance(1000);
    await say("calm", "c-2", "2");
    expect(await board()).toMatchObject({ total: 0 });
    await seen("c-1", "1", { open: true, seenAt: benchStart + 1 });
    expect(await board()).toMatchObject({ total: 1, escalations: [{ customer_id: "c-1" }] });
  });

  it("a kind word later does not take an open alert from the board", async () => {
    await say("angry", "c-1", "1");
    bench.advance(1000);
    await say("calm", "c-1", "1");
    expect(await board()).toMatchObject({ escalations: [{ risk: 0.65, alert_id: expect.stringMatching(/^al-/) }] });
  });

  it("of one connection, when it is asked for", async () => {
    await say("angry", "c-1", "1");
    await say("angry", "c-2", "1", { connection: "other" });
    expect(await board(10, "other")).toMatchObject({ total: 1, escalations: [{ customer_id: "c-2" }] });
  });

  it("who wrote more than 30 days ago only while an alert is open", async () => {
    await say("sour", "c-1", "1");
    await say("angry", "c-2", "2");
    bench.advance(31 * 24 * hourMs);
    expect((await board()).escalations.map(({ customer_id }) => customer_id)).toEqual(["c-2"]);
  });

  it("of a ticket that nobody looked at, nothing is said about waiting or agents", async () => {
    await say("angry", "c-1", "1");
    bench.advance(50 * hourMs);
    expect(Object.keys(facts((await board()).escalations[0]!))).toEqual(["escalation_risk", "alerts"]);
  });

  it("nothing is kept of a ticket whose customer is not known", async () => {
    await seen("c-9", "9", { waitingSince: benchStart });
    expect(await bench.store.read((tx) => tx.sentimentTickets.get("desk", "9"))).toBeNull();
  });
});

describe("5.2: each reason is true in the data", () => {
  const message = fc.record({
    customer: fc.integer({ min: 0, max: 2 }),
    ticket: fc.integer({ min: 0, max: 1 }),
    text: fc.constantFrom(...(Object.keys(texts) as (keyof typeof texts)[])),
    pauseHours: fc.integer({ min: 1, max: 60 }),
    look: fc.option(
      fc.record({ waitingHours: fc.integer({ min: 0, max: 90 }), agents: fc.integer({ min: 0, max: 4 }) }),
    ),
  });

  it("counted anew from what was said and seen", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 14 }), async (messages) => {
        await bench.close();
        bench = await createSentimentBench();
        let now = benchStart;
        const said: { customer: string; ticket: string; score: number; risk: number; at: number }[] = [];
        const alerts = new Map<string, Set<string>>();
        const looks = new Map<string, { since: number; agents: number }>();
        for (const { customer, ticket, text, pauseHours, look } of messages) {
          bench.advance(pauseHours * hourMs);
          now += pauseHours * hourMs;
          const [customerId, ticketId] = [`c-${customer}`, `t-${customer}-${ticket}`];
          const answer = await say(text, customerId, ticketId);
          said.push({
            customer: customerId,
            ticket: ticketId,
            score: answer.score,
            risk: answer.escalation_risk,
            at: now,
          });
          if (answer.alert_id !== null)
            alerts.set(customerId, (alerts.get(customerId) ?? new Set()).add(answer.alert_id));
          if (look === null) continue;
          const waitingSince = now - look.waitingHours * hourMs;
          await seen(customerId, ticketId, { waitingSince, agents: look.agents, seenAt: now });
          looks.set(ticketId, { since: waitingSince, agents: look.agents });
        }
        const { escalations } = await board(100);
        expect(escalations.map(({ risk }) => risk)).toEqual(
          escalations.map(({ risk }) => risk).toSorted((a, b) => b - a),
        );
        for (const escalation of escalations) {
          const of = said.filter(({ customer }) => customer === escalation.customer_id).reverse();
          const about = of.filter(({ ticket }) => ticket === escalation.ticket_id);
          const alarming = escalation.alert_id === null ? about.slice(0, 1) : about;
          const inARow = of.findIndex(({ score }) => score > -0.3);
          const row = inARow < 0 ? of.length : inARow;
          const look = looks.get(escalation.ticket_id!);
          const hours = look === undefined ? 0 : Math.floor((now - look.since) / hourMs);
          const scores = of.slice(0, 10).map(({ score }) => score);
          const count = alerts.get(escalation.customer_id)?.size ?? 0;
          expect(facts(escalation)).toEqual({
            escalation_risk: Math.max(...alarming.map(({ risk }) => risk)),
            ...(count > 0 ? { alerts: count } : {}),
            ...(row >= 2 ? { negatives_in_a_row: row } : {}),
            ...(trendOf(scores.reverse()) === "declining" ? { trend: "declining" } : {}),
            ...(hours >= 1 ? { waiting_hours: hours } : {}),
            ...(look !== undefined && look.agents >= 2 ? { agents: look.agents } : {}),
          });
          expect(escalation.last_message_at).toBe(new Date(about[0]!.at).toISOString().replace(".000Z", "+00:00"));
        }
      }),
      { numRuns: 25 },
    );
  });
});
