import { afterEach, beforeEach, describe } from "vitest";
import { accountSuite } from "./account-suite.ts";
import { offersOf } from "./capabilities.ts";
import { changesSuite } from "./changes-suite.ts";
import { conversationSuite } from "./conversation-suite.ts";
import { customFieldsSuite } from "./custom-fields-suite.ts";
import { faultsSuite } from "./faults-suite.ts";
import { largeListSuite } from "./large-list-suite.ts";
import { listingSuite } from "./listing-suite.ts";
import { notesSuite } from "./notes-suite.ts";
import { settingsSuite } from "./settings-suite.ts";
import { strangeServersSuite } from "./strange-servers-suite.ts";
import { createBench, type SuiteBench } from "./suite-bench.ts";
import { createSuiteContext } from "./suite-context.ts";
import type { TicketSystemUnderTest } from "./system-under-test.ts";
import { textsSuite } from "./texts-suite.ts";
import { tombstonesSuite } from "./tombstones-suite.ts";
import { updatesSuite } from "./updates-suite.ts";
import { webhooksSuite } from "./webhooks-suite.ts";

/**
 * What every ticket system's adapter must do, against the simulated helpdesk in its own dialect. Parts that the adapter does not
 * offer are shown as skipped.
 */
export function ticketSystemSuite(underTest: TicketSystemUnderTest): void {
  // Creating must not touch the network, so that what is offered is known before anything runs.
  const unused = createSuiteContext(0);
  const probe = underTest.create("http://127.0.0.1:9", { credentials: "right", timeoutSeconds: 1, context: unused });
  const offers = offersOf(probe);
  const { quirks } = probe;
  unused.stop();

  describe(`ticket system: ${underTest.name}`, () => {
    largeListSuite(underTest);

    describe("one small desk", () => {
      let current: SuiteBench;
      beforeEach(async () => {
        current = await createBench(underTest);
      });
      afterEach(() => current.dispose());

      const bench = () => current;
      accountSuite(bench, underTest, offers);
      strangeServersSuite(bench);
      listingSuite(bench);
      settingsSuite(bench, offers);
      changesSuite(bench);
      tombstonesSuite(bench);
      faultsSuite(bench);
      textsSuite(bench, offers);
      updatesSuite(bench, offers, quirks);
      customFieldsSuite(bench, offers);
      conversationSuite(bench, offers);
      notesSuite(bench, offers, quirks);
      webhooksSuite(bench, offers);
    });
  });
}
