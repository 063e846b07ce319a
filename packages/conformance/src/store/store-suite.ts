import { afterEach, beforeEach, describe } from "vitest";
import { choresSuite } from "./chores-suite.ts";
import { concurrencySuite } from "./concurrency-suite.ts";
import { connectionsSuite } from "./connections-suite.ts";
import { deadLettersSuite } from "./dead-letters-suite.ts";
import { decisionsSuite } from "./decisions-suite.ts";
import { documentsSuite } from "./documents-suite.ts";
import { doorbellSuite } from "./doorbell-suite.ts";
import { effectsSuite } from "./effects-suite.ts";
import { idempotencySuite } from "./idempotency-suite.ts";
import { inboxSuite } from "./inbox-suite.ts";
import { lanesSuite } from "./lanes-suite.ts";
import { learningSuite } from "./learning-suite.ts";
import { leasesSuite } from "./leases-suite.ts";
import { modelCallsSuite } from "./model-calls-suite.ts";
import { settingsSuite } from "./settings-suite.ts";
import { createBench, type StoreBench } from "./store-bench.ts";
import type { OpenStore } from "./store-under-test.ts";
import { transactionsSuite } from "./transactions-suite.ts";

/** What every store must do. `openStore` gives an empty database for each test; one test runs at a time. */
export function storeSuite(name: string, openStore: OpenStore): void {
  describe(`store: ${name}`, () => {
    let current: StoreBench;
    beforeEach(async () => {
      current = await createBench(openStore);
    });
    afterEach(() => current.dispose());

    const bench = () => current;
    inboxSuite(bench);
    lanesSuite(bench);
    leasesSuite(bench);
    deadLettersSuite(bench);
    doorbellSuite(bench);
    concurrencySuite(bench);
    transactionsSuite(bench);
    connectionsSuite(bench);
    effectsSuite(bench);
    decisionsSuite(bench);
    learningSuite(bench);
    settingsSuite(bench);
    idempotencySuite(bench);
    choresSuite(bench);
    documentsSuite(bench);
    modelCallsSuite(bench);
  });
}
