import type { Store } from "@otai/core/ports/store";
import { openSqliteStore } from "@otai/store/sqlite-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPatientBudget } from "./patient-budget.ts";
import { createStoreBudget } from "./store-budget.ts";
import { createIds } from "./surroundings.ts";

const clock = { time: 0, now: () => clock.time };
let store: Store;

beforeEach(async () => {
  clock.time = 1_000_000;
  store = await openSqliteStore({ path: ":memory:", ids: createIds(clock), clock });
});
afterEach(() => store.close());

describe("the account's limits", () => {
  it("FD-8: a class that is used up pauses alone", async () => {
    const budget = createStoreBudget(store, "cn", clock);
    await budget.record("tickets", { limit: 40, remaining: 0, resetsAt: null });
    await expect(budget.reserve("tickets")).rejects.toMatchObject({ code: "rate-limited", retryAfterMs: 60_000 });
    await expect(budget.reserve("groups")).resolves.toBeUndefined();
  });

  it("D16: ten per cent are left to people and other integrations", async () => {
    const budget = createStoreBudget(store, "cn", clock);
    await budget.record("tickets", { limit: 100, remaining: 11, resetsAt: null });
    await expect(budget.reserve("tickets")).resolves.toBeUndefined();
    await budget.record("tickets", { limit: 100, remaining: 10, resetsAt: null });
    await expect(budget.reserve("tickets")).rejects.toMatchObject({ code: "rate-limited" });
  });

  it("a pause ends with its window", async () => {
    const budget = createStoreBudget(store, "cn", clock);
    await budget.record("tickets", { limit: 100, remaining: 0, resetsAt: clock.time + 5_000 });
    clock.time += 5_000;
    await expect(budget.reserve("tickets")).resolves.toBeUndefined();
  });

  it("FD-9: a 429 blocks as long as told, for every worker, and an older answer does not lift it", async () => {
    const mine = createStoreBudget(store, "cn", clock);
    const theirs = createStoreBudget(store, "cn", clock);
    await mine.block("tickets", clock.time + 34_000);
    await theirs.record("tickets", { limit: 100, remaining: 40, resetsAt: clock.time + 1_000 });
    await expect(theirs.reserve("tickets")).rejects.toMatchObject({ retryAfterMs: 34_000 });
    clock.time += 34_000;
    await expect(theirs.reserve("tickets")).resolves.toBeUndefined();
  });

  it("S12: another connection has limits of its own", async () => {
    await createStoreBudget(store, "cn-1", clock).block("tickets", clock.time + 10_000);
    await expect(createStoreBudget(store, "cn-2", clock).reserve("tickets")).resolves.toBeUndefined();
  });
});

describe("reading in the background", () => {
  it("waits where a live call would be refused, and ends when the host stops", async () => {
    const stop = new AbortController();
    const budget = createStoreBudget(store, "cn", clock);
    const patient = createPatientBudget(budget, stop.signal);
    await budget.block("tickets", clock.time + 150);
    const waiting = patient.reserve("tickets");
    clock.time += 150;
    await expect(waiting).resolves.toBeUndefined();

    await budget.block("tickets", clock.time + 60_000);
    const endless = patient.reserve("tickets");
    stop.abort();
    await expect(endless).rejects.toMatchObject({ name: "AbortError" });
  });
});
