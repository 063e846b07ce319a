import type { Note } from "@otai/plugin-api/message";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createSandbox, type SandboxOptions } from "@otai/sandbox/sandbox";
import { createDeskControl, type DeskControl } from "./desk-control.ts";
import { smallWorld } from "./small-world.ts";
import { createSuiteContext, type SuiteContext } from "./suite-context.ts";
import type { Overrides, TicketSystemUnderTest } from "./system-under-test.ts";

/** One empty-handed start: a desk with a few solved tickets, and the ticket system connected to it. */
export interface SuiteBench {
  readonly system: TicketSystem;
  readonly context: SuiteContext;
  readonly desk: DeskControl;
  /** The base address of the dialect. */
  readonly url: string;
  /** Another connection, e.g. with wrong credentials or to another address. It ends with the bench. */
  connect(url: string, how?: Partial<Pick<Overrides, "credentials" | "timeoutSeconds">>): TicketSystem;
  /** A customer writes, and some seconds pass. */
  newTicket(subject?: string, body?: string): Promise<string>;
  dispose(): Promise<void>;
}

export type UseBench = () => SuiteBench;

/** Any day will do. Not now: a test that only works today is none. */
const start = Date.UTC(2026, 10, 2, 9);
const fewSecondsMs = 5_000;

export async function createBench(
  { dialect, ownDialects, create }: TicketSystemUnderTest,
  options: { readonly tickets?: number; readonly world?: SandboxOptions["world"] } = {},
): Promise<SuiteBench> {
  const context = createSuiteContext(start);
  const sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: options.tickets ?? 12,
    dialects: [dialect],
    ratePlan: "unlimited",
    timeScale: 1,
    // Where an adapter takes the account's zone, it needs none for this one.
    serverTimeZone: "UTC",
    world: options.world ?? smallWorld,
    now: () => context.now,
    ...(ownDialects && { ownDialects }),
  });
  const url = `${sandbox.url}/${dialect}`;
  const desk = createDeskControl(sandbox.url, dialect);
  const connect: SuiteBench["connect"] = (to, { credentials = "right", timeoutSeconds = 10 } = {}) =>
    create(to, { credentials, timeoutSeconds, context });
  return {
    system: connect(url),
    context,
    desk,
    url,
    connect,
    async newTicket(subject = "Charged twice", body = "My card was charged twice. Please help.") {
      const id = await desk.writeIn({ subject, body });
      context.advance(fewSecondsMs);
      return id;
    },
    async dispose() {
      context.stop();
      await sandbox.close();
    },
  };
}

/** A note as the write gate makes them. */
export function sampleNote(marker: string): Note {
  return {
    html: `<p>This looks like a refund &amp; a complaint.</p><p><small>${marker}</small></p>`,
    text: `This looks like a refund & a complaint.\n${marker}`,
    marker,
  };
}
