import type { Clock } from "../desk/desk.ts";
import type { DeskEvent } from "../desk/desk-model.ts";
import type { Random } from "../desk/random.ts";
import type { WebhookFormat, WebhookSubscription } from "../dialects/dialect.ts";
import type { FaultPlan } from "../faults/fault-plan.ts";

export interface WebhookSenderOptions {
  /** The format of each dialect by its name. */
  formats: ReadonlyMap<string, WebhookFormat>;
  faults: FaultPlan;
  now: Clock;
  random: Random;
  /** The vendors' waiting times are multiplied by this. */
  timeScale: number;
}

export interface WebhookSender {
  subscribe: (subscriptions: readonly WebhookSubscription[]) => void;
  subscriptions: () => readonly WebhookSubscription[];
  send: (event: DeskEvent) => void;
  /** Drops what is waiting and ends what is on its way. */
  close: () => void;
}

interface Delivery {
  event: DeskEvent;
  subscription: WebhookSubscription;
  format: WebhookFormat;
  deliveryId: string;
  attempt: number;
}

const PARALLEL = 16;
/** How long a reordered delivery is held back, so that younger ones overtake it. */
const REORDER_MS = 750;

/** Calls the subscribers as the vendors do: soon, in no promised order, again after failures. */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { formats, faults, now, random, timeScale } = options;
  const timers = new Set<NodeJS.Timeout>();
  const waiting: Delivery[] = [];
  const closing = new AbortController();
  let subscriptions: readonly WebhookSubscription[] = [];
  let inFlight = 0;

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  const enqueue = (delivery: Delivery) => {
    waiting.push(delivery);
    drain();
  };

  const drain = () => {
    while (inFlight < PARALLEL && waiting.length > 0 && !closing.signal.aborted) {
      inFlight += 1;
      void attempt(waiting.shift()!).finally(() => {
        inFlight -= 1;
        drain();
      });
    }
  };

  const attempt = async (delivery: Delivery) => {
    const { event, subscription, format, deliveryId } = delivery;
    const { headers, body } = format.request({ event, subscription, deliveryId, attempt: delivery.attempt, at: now() });
    let status: number | null;
    try {
      const answer = await fetch(subscription.url.replaceAll("{event}", event.kind), {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(format.timeoutMs)]),
      });
      await answer.body?.cancel();
      status = answer.status;
    } catch {
      // No answer is a result like any other here: the vendor tries again by its schedule.
      status = null;
    }
    const delay = format.retryDelays[delivery.attempt - 1];
    if (delay === undefined || closing.signal.aborted || !format.retryOn(status)) return;
    later(delay * timeScale, () => enqueue({ ...delivery, attempt: delivery.attempt + 1 }));
  };

  return {
    subscribe: (list) => {
      subscriptions = list.map((subscription) => ({ ...subscription }));
    },
    subscriptions: () => subscriptions,
    send(event) {
      for (const subscription of subscriptions) {
        const format = formats.get(subscription.dialect);
        if (!format || !subscription.events.includes(event.kind)) continue;
        const delivery = { event, subscription, format, deliveryId: randomId(random), attempt: 1 };
        const fault = faults.webhookFault();
        if (fault === "webhook-drop") continue;
        if (fault === "webhook-reorder") {
          later(REORDER_MS, () => enqueue(delivery));
          continue;
        }
        enqueue(delivery);
        if (fault === "webhook-double") enqueue(delivery);
      }
    },
    close() {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      waiting.length = 0;
    },
  };
}

/** 26 characters, as some vendors' delivery ids are. */
function randomId(random: Random): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return Array.from({ length: 26 }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
}
