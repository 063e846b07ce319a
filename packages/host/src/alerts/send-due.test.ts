import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConfiguredTarget } from "../config/sentiment-schema.ts";
import { sendDue } from "./send-due.ts";
import { type AlertBench, dayMs, furious, hourMs, minuteMs, openAlertBench, uneasy } from "./testing/alert-bench.ts";
import { startWebReceiver, type WebReceiver } from "./testing/web-receiver.ts";

let receiver: WebReceiver;
let bench: AlertBench;
beforeEach(async () => {
  receiver = await startWebReceiver();
});
afterEach(async () => {
  await bench.close();
  await receiver.close();
});

function webhook(more: Partial<ConfiguredTarget> = {}): ConfiguredTarget {
  const webhook = { url: receiver.url, secret: "a secret of this test", allow_private: true };
  return { webhook, min_severity: "medium", ticket_systems: null, ...more };
}

function chat(more: Partial<ConfiguredTarget> = {}): ConfiguredTarget {
  return {
    chat: { url: `${receiver.url}/chat`, allow_private: true },
    ...{ min_severity: "medium", ticket_systems: null },
    ...more,
  };
}

const ids = () => receiver.received.map(({ headers }) => headers["webhook-id"]);

describe("5.2: an alert is told", () => {
  it("once, however often it is repeated; and once more when it becomes more severe", async () => {
    bench = await openAlertBench([webhook()]);
    const id = await bench.say(uneasy);
    await bench.send();
    await bench.say(uneasy);
    await bench.send();
    expect(ids()).toEqual([`${id}-medium`]);
    await bench.say(furious);
    await bench.say(furious);
    await bench.send();
    await bench.send();
    expect(ids()).toEqual([`${id}-medium`, `${id}-high`]);
    expect(receiver.told()[1]).toMatchObject({ type: "alert.raised", data: { id, severity: "high", count: 4 } });
  });

  it("only where its severity is wanted, from the moment when it has it", async () => {
    bench = await openAlertBench([webhook({ min_severity: "high" })]);
    const id = await bench.say(uneasy);
    await bench.send();
    expect(ids()).toEqual([]);
    await bench.say(furious);
    await bench.send();
    expect(ids()).toEqual([`${id}-high`]);
  });

  it("only of tickets of the connections that were named", async () => {
    bench = await openAlertBench([webhook({ ticket_systems: ["other"] })]);
    await bench.say(uneasy, "1", "desk");
    await bench.say(uneasy, "2", null);
    const id = await bench.say(uneasy, "3", "other");
    await bench.send();
    expect(ids()).toEqual([`${id}-medium`]);
  });

  it("and its end too, to programs that heard of it; people in a chat are left alone", async () => {
    bench = await openAlertBench([webhook(), chat()]);
    const id = await bench.say(uneasy);
    await bench.send();
    await bench.sentiment.alerts.resolve(id!, "kim");
    await bench.send();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/", "/chat", "/"]);
    expect(receiver.told()[2]).toMatchObject({ type: "alert.resolved", data: { id, resolved_by: "kim" } });
    expect(ids()[2]).toBe(`${id}-resolved`);
  });

  it("not when it was resolved before anybody could be told", async () => {
    bench = await openAlertBench([chat()]);
    const id = await bench.say(uneasy);
    await bench.sentiment.alerts.resolve(id!, "kim");
    await bench.send();
    expect(receiver.received).toEqual([]);
  });

  it("a receiver that was away hears the newest severity alone", async () => {
    bench = await openAlertBench([webhook()]);
    const id = await bench.say(uneasy);
    await bench.say(furious);
    await bench.send();
    expect(ids()).toEqual([`${id}-high`]);
  });
});

describe("R10: a receiver that does not take it", () => {
  it("is tried again over three days with growing pauses, always with the same id, then the message is given up", async () => {
    bench = await openAlertBench([webhook()]);
    receiver.answerBy({ status: 500 });
    const id = await bench.say(uneasy);
    const tried: number[] = [];
    for (let minutes = 0; minutes < 5 * 24 * 60; minutes += 5) {
      await bench.send();
      if (receiver.received.length > tried.length) tried.push(minutes * minuteMs);
      bench.advance(5 * minuteMs);
    }
    const pauses = tried.slice(1).map((at, index) => at - tried[index]!);
    expect(tried).toHaveLength(10);
    expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0) * 0.65)).toBe(true);
    expect(tried.at(-1)).toBeGreaterThan(2.4 * dayMs);
    expect(tried.at(-1)).toBeLessThan(3.7 * dayMs);
    expect(new Set(ids())).toEqual(new Set([`${id}-medium`]));
    expect(bench.logged.filter((line) => line.startsWith("an alert was given up"))).toHaveLength(1);
  });

  it("and works again is told all the same", async () => {
    bench = await openAlertBench([webhook()]);
    receiver.answerBy({ status: 500 });
    const id = await bench.say(uneasy);
    await bench.send();
    receiver.answerBy({ status: 200 });
    await bench.send();
    expect(ids()).toHaveLength(1);
    bench.advance(10_000);
    expect(await bench.send()).toMatchObject([{ delivered: 1 }]);
    expect(ids()).toEqual([`${id}-medium`, `${id}-medium`]);
  });

  it("429 is left alone for as long as it asks, new alerts included", async () => {
    bench = await openAlertBench([webhook()]);
    receiver.answerBy({ status: 429, headers: { "retry-after": "600" } });
    await bench.say(uneasy, "1");
    await bench.send();
    await bench.say(uneasy, "2");
    bench.advance(9 * minuteMs);
    await bench.send();
    expect(receiver.received).toHaveLength(1);
    receiver.answerBy({ status: 200 });
    bench.advance(2 * minuteMs);
    expect(await bench.send()).toMatchObject([{ delivered: 2 }]);
  });

  it("410 ends it at once, and it is said once", async () => {
    bench = await openAlertBench([webhook()]);
    receiver.answerBy({ status: 410 });
    await bench.say(uneasy, "1");
    expect(await bench.send()).toMatchObject([{ disabled: expect.stringContaining("answered 410") }]);
    await bench.say(uneasy, "2");
    bench.advance(dayMs);
    expect(await bench.send()).toEqual([{ delivered: 0, disabled: null }]);
    expect(receiver.received).toHaveLength(1);
  });

  it("five days without a success end it too", async () => {
    bench = await openAlertBench([webhook()]);
    receiver.answerBy({ status: 500 });
    let disabled: string | null = null;
    let days = 0;
    for (; disabled === null && days < 8; days += 0.5) {
      await bench.say(uneasy, String(days));
      disabled = (await bench.send())[0]!.disabled;
      bench.advance(12 * hourMs);
    }
    expect(disabled).toContain("nothing was taken for five days");
    expect(days).toBeGreaterThanOrEqual(5);
    expect(days).toBeLessThan(6);
  });

  it("does not keep the others waiting", async () => {
    bench = await openAlertBench([
      webhook({ webhook: { url: "http://127.0.0.1:9", secret: "twelve signs and more", allow_private: true } }),
      chat(),
    ]);
    await bench.say(uneasy);
    expect(await bench.send()).toMatchObject([{ delivered: 0 }, { delivered: 1 }]);
  });
});

describe("R09: workers that die, and several at once", () => {
  it("two workers tell it once", async () => {
    bench = await openAlertBench([webhook()]);
    for (let ticket = 0; ticket < 12; ticket += 1) await bench.say(uneasy, String(ticket));
    await Promise.all([bench.send(), bench.send(), bench.send()]);
    await bench.send();
    expect(ids()).toHaveLength(12);
    expect(new Set(ids()).size).toBe(12);
  });

  it("one that dies between sending and noting it is replaced after its lease, and the id tells the double", async () => {
    bench = await openAlertBench([webhook()]);
    const id = await bench.say(uneasy);
    const { store, clock, log, channels } = bench;
    const dying = { ...store, write: failing(store.write, 2) };
    await expect(sendDue(channels[0]!, { store: dying, clock, log })).rejects.toThrow("power cut");
    await bench.send();
    expect(ids()).toHaveLength(1);
    bench.advance(2 * minuteMs);
    await bench.send();
    expect(ids()).toEqual([`${id}-medium`, `${id}-medium`]);
    bench.advance(dayMs);
    await bench.send();
    expect(ids()).toHaveLength(2);
  });

  it("6.4: nobody is told of a customer who was erased meanwhile", async () => {
    bench = await openAlertBench([webhook()]);
    await bench.say(uneasy);
    await bench.sentiment.eraseCustomer("c-1");
    await bench.send();
    expect(receiver.received).toEqual([]);
  });
});

/** The call of that number fails. */
function failing<Work extends (...args: never[]) => Promise<unknown>>(work: Work, number: number): Work {
  let calls = 0;
  return (async (...args: never[]) => {
    calls += 1;
    if (calls === number) throw new Error("power cut");
    return work(...args);
  }) as Work;
}
