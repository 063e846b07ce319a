import type { ModelRecord, TrainingExample } from "@otai/core/ports/learning";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LanguageDetector } from "@otai/text/language";
import { createIds } from "../app/surroundings.ts";
import { promoteChallenger } from "../learning/promote-challenger.ts";
import { trainModel } from "../training/train-model.ts";

const topics: Readonly<Record<string, readonly string[]>> = {
  Billing: ["invoice", "charged twice", "credit card", "payment failed", "subscription price"],
  Shipping: ["parcel", "delivery date", "tracking number", "courier", "wrong address"],
  Technical: ["app crashes", "error code", "login loop", "slow pages", "blank screen"],
  Returns: ["send it back", "return label", "broken on arrival", "exchange the size", "second hand"],
};
const openings = ["Hello team", "Good morning", "Dear support", "Please help"];
const fillers = ["since yesterday", "again", "for my colleague", "before the weekend", "on my side", "in the new flat"];

/** When the first invented ticket came; one an hour. */
const firstTicket = Date.UTC(2026, 0, 5);
const hour = 3_600_000;

/** A connection with an invented history in a store of its own, learned from in this process. */
export interface LearningDesk {
  readonly store: OtaiStore;
  readonly uid: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Adds examples, oldest first. */
  put(examples: readonly TrainingExample[]): Promise<void>;
  /** Trains, and lets the model serve if it may. */
  learn(): Promise<{ model: ModelRecord; promoted: boolean; reason: string }>;
  champion(): Promise<ModelRecord>;
  close(): Promise<void>;
}

export async function openLearningDesk(detector: LanguageDetector): Promise<LearningDesk> {
  let time = Date.UTC(2026, 6, 1);
  const clock = { now: () => ++time };
  const ids = createIds(clock);
  const store = await openSqliteStore({ path: ":memory:", ids });
  const uid = "cn-1";
  await store.write((tx) =>
    tx.connections.add({ uid, name: "desk", kind: "test", accountFingerprint: "a", accountLabel: "a", ingestFrom: 0 }),
  );
  return {
    ...{ store, uid, clock, ids },
    async put(examples) {
      await store.write((tx) => tx.learning.putExamples(examples));
    },
    async learn() {
      const model = await trainModel({ connectionUid: uid, store, clock, detector, onProgress() {} });
      return { model, ...(await promoteChallenger(model, { store, clock, ids, connection: "desk", by: "test" })) };
    },
    async champion() {
      const champion = await store.read((tx) => tx.learning.getChampion(uid));
      if (champion === null) throw new Error("no model serves");
      return champion;
    },
    close: () => store.close(),
  };
}

/** Solved tickets of four queues in turn, told apart by their words; the same numbers give the same tickets. */
export function solvedTickets(count: number, from = 0): TrainingExample[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const queues = Object.keys(topics);
    const queue = queues[number % queues.length]!;
    const pick = <T>(items: readonly T[], step: number) => items[Math.floor(number / step) % items.length]!;
    return ticket(number, `${pick(topics[queue]!, 4)} ${pick(fillers, 7)}`, {
      body: `${pick(openings, 3)}, it is about ${pick(topics[queue]!, 11)} ${pick(fillers, 5)}. Number ${number}.`,
      labels: { queue },
    });
  });
}

export function ticket(number: number, subject: string, change: Partial<TrainingExample> = {}): TrainingExample {
  return {
    connectionUid: "cn-1",
    ticketId: `T-${number}`,
    subject,
    body: "",
    labels: {},
    metadata: [],
    language: "en",
    sender: `sender-${number % 80}`,
    createdAt: firstTicket + number * hour,
    provenance: "human_set",
    ...change,
  };
}
