import type { Documents, StoredDocument } from "@otai/plugin-api/documents";
import type { OutboxReport } from "@otai/plugin-api/outbox";
import type { Clock, Log } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";
import { judgeReceiver } from "@otai/plugin-kit/receiver-health";
import type { Reception } from "@otai/plugin-kit/reception";
import { pauseAfter } from "@otai/plugin-kit/retry-schedule";
import type { CallbackClient } from "./client.ts";
import { dueAtOf, outboxKey, outboxPrefix, type QueuedResult } from "./queue-results.ts";
import { type ReceiverState, receiverKey } from "./receiver-state.ts";

const giveUpAfterMs = 3 * 24 * 60 * 60_000;
/** Sent side by side; the time limit of one is that of all. */
const atOnce = 8;
/** Whoever dies while sending is replaced after it; longer than the longest time limit. */
const leaseMs = 60_000;

export interface SendOptions {
  readonly client: CallbackClient;
  readonly documents: Documents;
  readonly clock: Clock;
  readonly log: Log;
  /** The first look of this process: an administrator who mended the receiver starts OTAI anew, and it is tried again. */
  readonly first: boolean;
}

/** Sends what is due, each message by one worker. What comes of it is stored before it returns. */
export async function sendResults({ client, documents, clock, log, first }: SendOptions): Promise<OutboxReport> {
  const now = clock.now();
  const state = await currentState(documents, client.address, first);
  const page = await documents.list(outboxPrefix, { limit: atOnce });
  if (state.disabled !== null) {
    await forgetOld(documents, page, now);
    return { delivered: 0, failed: 0, nextDueAt: null, disabled: null };
  }
  if (state.restUntil > now) return { delivered: 0, failed: 0, nextDueAt: state.restUntil, disabled: null };

  const taken = await Promise.all(
    page.filter(({ key }) => dueAtOf(key) <= now).map((entry) => claim(documents, entry, now)),
  );
  const sent = await Promise.all(
    taken.flatMap((mine) => {
      if (mine === null) return [];
      const { id, type, at, data } = mine.result;
      const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
      return client.post({ id, body }, now).then((reception) => ({ ...mine, reception }));
    }),
  );
  for (const { key, result, reception } of sent) {
    if (reception.state === "taken") await documents.apply([{ key, change: () => null }]);
    else await sendLater(documents, key, result, reception, clock.now(), log);
  }
  const receptions = sent.map(({ reception }) => reception);
  let disabled: string | null = null;
  if (receptions.length > 0) {
    const change = (known: unknown) => {
      const before = stateOf(known, client.address);
      const after = judgeReceiver(before, receptions, clock.now());
      disabled = before.disabled === null ? after.disabled : null;
      return after;
    };
    await documents.apply([{ key: receiverKey, change }]);
  }
  const delivered = receptions.filter((reception) => reception.state === "taken").length;
  const [next] = await documents.list(outboxPrefix, { limit: 1 });
  return {
    delivered,
    failed: receptions.length - delivered,
    nextDueAt: next === undefined ? null : dueAtOf(next.key),
    disabled,
  };
}

async function currentState(documents: Documents, address: string, first: boolean): Promise<ReceiverState> {
  const state = stateOf(await documents.get(receiverKey), address);
  if (!first || state.disabled === null) return state;
  await documents.apply([{ key: receiverKey, change: () => null }]);
  return stateOf(null, address);
}

/** What is known of another address says nothing about this one. */
function stateOf(known: unknown, address: string): ReceiverState {
  const state = known as ReceiverState | null;
  return state?.address === address ? state : { address, failingSince: null, restUntil: 0, disabled: null };
}

interface Claimed {
  readonly key: string;
  readonly result: QueuedResult;
}

/** Moves a message behind the lease, so that nobody else finds it due. @returns `null` when somebody was faster. */
async function claim(documents: Documents, { key }: StoredDocument, now: Instant): Promise<Claimed | null> {
  let result: QueuedResult | null = null;
  const id = key.slice(key.lastIndexOf("/") + 1);
  const leased = outboxKey(now + leaseMs, id);
  await documents.apply([
    {
      key,
      change(known) {
        result = known as QueuedResult | null;
        return null;
      },
    },
    { key: leased, change: (known) => result ?? known },
  ]);
  return result === null ? null : { key: leased, result };
}

async function sendLater(
  documents: Documents,
  key: string,
  result: QueuedResult,
  { reason, ...reception }: Exclude<Reception, { state: "taken" }>,
  now: Instant,
  log: Log,
): Promise<void> {
  const facts = { message: result.id, type: result.type, attempts: result.attempts + 1, reason };
  const pause = pauseAfter(result.id, result.attempts + 1);
  if (pause === null) {
    log.error(facts, "a result was given up after three days of trying; it can still be fetched");
    return documents.apply([{ key, change: () => null }]);
  }
  log.warn(facts, "a result was not taken by the receiver");
  const asked = reception.state === "failed" ? (reception.restMs ?? 0) : 0;
  const dueAt = now + Math.max(pause, asked);
  await documents.apply([
    { key, change: () => null },
    { key: outboxKey(dueAt, result.id), change: () => ({ ...result, attempts: result.attempts + 1 }) },
  ]);
}

async function forgetOld(documents: Documents, page: readonly StoredDocument[], now: Instant): Promise<void> {
  const old = page.filter(({ value }) => (value as QueuedResult).at < now - giveUpAfterMs);
  if (old.length > 0) await documents.apply(old.map(({ key }) => ({ key, change: () => null })));
}
