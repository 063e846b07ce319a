import type { Store } from "@otai/core/ports/store";
import type { OpenStore } from "./store-under-test.ts";
import { createTestClock, type TestClock } from "./test-clock.ts";

/** What a test works with: a store on an empty database with a clock that stands still. */
export interface StoreBench {
  readonly store: Store;
  readonly clock: TestClock;
  /** A second store on the same database and clock. */
  another(): Promise<Store>;
  /** A second store on the same database that goes by the database's own clock. */
  onOwnClock(): Promise<Store>;
  dispose(): Promise<void>;
}

/** Suites ask for the bench of the running test; a new one is made before each. */
export type UseBench = () => StoreBench;

export async function createBench(openStore: OpenStore): Promise<StoreBench> {
  const database = await openStore();
  const clock = createTestClock();
  const opened: Store[] = [];
  async function open(options: { clock?: TestClock }): Promise<Store> {
    const store = await database.open(options);
    opened.push(store);
    return store;
  }
  return {
    store: await open({ clock }),
    clock,
    another: () => open({ clock }),
    onOwnClock: () => open({}),
    async dispose() {
      for (const store of opened) await store.close();
      await database.dispose();
    },
  };
}
