import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../app/surroundings.ts";
import { createLog } from "../log/create-log.ts";
import { reasonToLearn } from "./keep-learning.ts";
import { learnFirstModel } from "./learn-first-model.ts";
import { learnInTurn, learningChore, retryMs } from "./learn-in-turn.ts";

const connected = { uid: "cn-1", name: "desk" } as ConnectedSystem;
const minute = 60_000;
const day = 24 * 60 * minute;

let store: OtaiStore;
let now: number;
let learned: string[];
let served: object | null;
const clock = { now: () => now };

beforeEach(async () => {
  now = new Date(2026, 10, 23, 12).getTime();
  learned = [];
  served = {};
  store = await openSqliteStore({ path: ":memory:", ids: createIds(clock), clock });
});
afterEach(() => store.close());

function worker(owner: string, change: { retrain?: string | null; learn?: () => Promise<string> } = {}) {
  return {
    ...{ store, clock, owner, retrain: "0 3 * * *", retrainAfter: 50, signal: new AbortController().signal },
    champions: { get: async () => served as never },
    learn: async () => {
      learned.push(owner);
      return "triage-1 serves";
    },
    log: createLog("error", []),
    ...change,
  };
}

async function turn(options: ReturnType<typeof worker>): Promise<string | null> {
  const reason = await reasonToLearn(connected, options);
  return reason === null ? null : learnInTurn(connected, reason, options);
}

async function correct(count: number): Promise<void> {
  await store.write(async (tx) => {
    for (let at = 0; at < count; at += 1) {
      await tx.corrections.add({
        ...{ id: `co-${now}-${at}`, connection: "desk", ticketId: String(at), classificationId: null },
        ...{ field: "queue", value: "Returns", actor: null, reason: null, recordedAt: now },
      });
    }
  });
}

describe("F05: models learn again by themselves", () => {
  it("every night at the time that is configured, one worker of all", async () => {
    const [one, other] = [worker("one"), worker("other")];
    for (const each of [one, other]) await turn(each);
    expect(learned).toEqual([]);
    now += 15 * 60 * minute;
    await Promise.all([turn(one), turn(other), turn(one)]);
    expect(learned).toHaveLength(1);
    now += day - minute;
    await turn(other);
    expect(learned).toHaveLength(1);
    now += 2 * minute;
    await turn(other);
    expect(learned).toHaveLength(2);
  });

  it("sooner after 50 corrections since the last time", async () => {
    const one = worker("one");
    await turn(one);
    now += minute;
    await correct(49);
    await turn(one);
    expect(learned).toEqual([]);
    now += minute;
    await correct(1);
    expect(await reasonToLearn(connected, one)).toBe("50 corrections and changed suggestions");
    await turn(one);
    expect(learned).toEqual(["one"]);
    now += minute;
    await turn(one);
    expect(learned).toEqual(["one"]);
  });

  it("never where retrain is null, but for a model that is missing", async () => {
    const one = worker("one", { retrain: null });
    await turn(one);
    await correct(60);
    now += 3 * day;
    await turn(one);
    expect(learned).toEqual([]);
    served = null;
    await turn(one);
    expect(learned).toEqual(["one"]);
  });

  it("a failure is recorded and waits an hour", async () => {
    served = null;
    const failing = worker("one", { learn: () => Promise.reject(new Error("the helpdesk is down")) });
    await expect(turn(failing)).rejects.toThrow("the helpdesk is down");
    const [chore] = await store.read((tx) => tx.chores.list());
    expect(chore?.lastResult).toBe("failed: the helpdesk is down");
    now += retryMs - 1;
    expect(await turn(worker("other"))).toBeNull();
    now += 1;
    expect(await turn(worker("other"))).toBe("triage-1 serves");
  });

  it("a worker that died while it learned is followed by another when its lease ends", async () => {
    served = null;
    await store.write((tx) => tx.chores.claim("learning cn-1", "dead", minute));
    expect(await turn(worker("other"))).toBeNull();
    now += minute;
    expect(await turn(worker("other"))).toBe("triage-1 serves");
  });
});

describe("R09: the first model", () => {
  it("is waited for while another worker learns it, and learned by oneself when that one died", async () => {
    served = null;
    await store.write((tx) => tx.chores.claim(learningChore("cn-1"), "killed", minute));
    const waiting = learnFirstModel(connected, "first start", worker("heir"));
    await expect.poll(() => store.read((tx) => tx.chores.list())).toHaveLength(1);
    expect(learned).toEqual([]);
    now += minute + 1;
    await waiting;
    expect(learned).toEqual(["heir"]);
  });

  it("that another worker could not learn is tried by everybody who starts", async () => {
    const failing = worker("one", { learn: () => Promise.reject(new Error("no answer")) });
    await expect(learnFirstModel(connected, "first start", failing)).rejects.toThrow("no answer");
    await learnFirstModel(connected, "first start", worker("other"));
    expect(learned).toEqual(["other"]);
  });

  it("is not waited for any more when the process is to end", async () => {
    await store.write((tx) => tx.chores.claim(learningChore("cn-1"), "busy", minute));
    const stop = new AbortController();
    const waiting = learnFirstModel(connected, "first start", { ...worker("one"), signal: stop.signal });
    stop.abort();
    await waiting;
    expect(learned).toEqual([]);
  });
});
