import type { Log } from "@otai/plugin-api/plugin";
import { createSentiment } from "@otai/services/sentiment/create-sentiment";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { createLanguageDetector } from "@otai/text/language";
import type { ConfiguredTarget } from "../../config/sentiment-schema.ts";
import { audienceOf } from "../audience-of.ts";
import { createChannels } from "../create-channels.ts";
import { sendDue } from "../send-due.ts";
import { sampledAt } from "./sample-message.ts";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export const uneasy = "This is unacceptable, I want to cancel!";
export const furious = "This is unacceptable, I want to cancel! My lawyer will call you.";

/** The Sentiment service over an embedded store, those who are to be told, and a clock that stands still. */
export async function openAlertBench(deliver: readonly ConfiguredTarget[]) {
  let now = sampledAt;
  let last = 0;
  const clock = { now: () => now };
  const ids = { next: (prefix: string) => `${prefix}-${++last}` };
  const store = await openSqliteStore({ path: ":memory:", ids, clock });
  const logged: string[] = [];
  const entry = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log: Log = { debug: entry, info: entry, warn: entry, error: entry };
  const sentiment = createSentiment({
    ...{ store, clock, ids, log },
    detector: await createLanguageDetector(),
    promptKey: "key of a test",
    alerting: { audiences: deliver.map(audienceOf) },
  });
  const stop = new AbortController();
  const channels = createChannels(deliver, stop.signal);
  let messages = 0;
  return {
    ...{ store, clock, ids, log, logged, sentiment, channels, stop },
    /** A customer's message about a ticket. @returns the alert's id */
    async say(text: string, ticketId = "123", connection: string | null = "desk"): Promise<string | null> {
      messages += 1;
      const subject = { customer_id: "c-1", ticket_id: ticketId, connection, message_id: `m-${messages}` };
      return (await sentiment.analyze({ ...subject, text, channel: "email", language: "en" })).alert_id;
    },
    /** One look at every receiver. */
    async send() {
      const reports = [];
      for (const channel of channels) reports.push(await sendDue(channel, { store, clock, log }));
      return reports;
    },
    advance(ms: number) {
      now += ms;
    },
    async close() {
      stop.abort();
      await store.close();
    },
  };
}

export type AlertBench = Awaited<ReturnType<typeof openAlertBench>>;
