import { afterEach, beforeEach, expect, it } from "vitest";
import type { ConfiguredTarget } from "../config/sentiment-schema.ts";
import { deliverAlerts } from "./deliver-alerts.ts";
import { type AlertBench, openAlertBench, uneasy } from "./testing/alert-bench.ts";
import { startWebReceiver, type WebReceiver } from "./testing/web-receiver.ts";

let receiver: WebReceiver;
let bench: AlertBench;
beforeEach(async () => {
  receiver = await startWebReceiver();
  const chat = { url: receiver.url, allow_private: true };
  bench = await openAlertBench([{ chat, min_severity: "medium", ticket_systems: null } satisfies ConfiguredTarget]);
});
afterEach(async () => {
  await bench.close();
  await receiver.close();
});

/** Runs until it is so; the test's time limit ends a wait in vain. */
async function deliverUntil(done: () => Promise<boolean> | boolean): Promise<void> {
  const stop = new AbortController();
  const delivering = deliverAlerts({ ...bench, signal: stop.signal, lookMs: 5 });
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  await delivering;
}

const audited = async () => (await bench.store.read((tx) => tx.audit.list(10, null))).items;

it("5.2: what is raised while it runs is told", async () => {
  const told = deliverUntil(() => receiver.received.length === 2);
  await bench.say(uneasy, "1");
  await bench.say(uneasy, "2");
  await told;
  expect(receiver.told().map(({ text }) => text.split("\n")[0])).toEqual(
    expect.arrayContaining(["medium escalation risk: ticket 1 (desk)", "medium escalation risk: ticket 2 (desk)"]),
  );
});

it("R10: a receiver that is given up stands in the audit once, and is tried again after a new start", async () => {
  receiver.answerBy({ status: 410 });
  await bench.say(uneasy, "1");
  await deliverUntil(async () => (await audited()).length > 0);
  expect(await audited()).toMatchObject([
    { actor: "otai", action: "alert-receiver-disabled", details: { reason: expect.stringContaining("answered 410") } },
  ]);
  receiver.answerBy({ status: 200 });
  bench.advance(60_000);
  await deliverUntil(() => receiver.received.length === 2);
  expect(await audited()).toHaveLength(1);
});

it("without anybody to tell it ends at once", async () => {
  await deliverAlerts({ ...bench, channels: [], signal: new AbortController().signal });
});
