import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createTestContext, type TestContext } from "./plugin-context.ts";
import type { WireFixture } from "./wire-fixture.ts";
import { startWireServer, type WireExchange, type WireServer } from "./wire-server.ts";

/** A connected plugin in front of a server that answers recorded exchanges. */
export interface WireDesk extends TicketSystem {
  readonly wire: WireServer;
  readonly context: TestContext;
  /** Bodies of all requests of one method, in order. */
  bodies(method: string, path?: RegExp): Record<string, unknown>[];
  stop(): Promise<void>;
}

export interface WireDeskOptions {
  /** Names of fixtures, or exchanges written in the test. */
  readonly exchanges: readonly (string | WireExchange)[];
  /** What a test is mostly not about; answered where no exchange has the same path. */
  readonly surroundings: readonly WireExchange[];
  fixture(name: string): WireFixture;
  connect(url: string, context: TestContext): TicketSystem;
}

export async function openWireDesk({ exchanges, surroundings, fixture, connect }: WireDeskOptions): Promise<WireDesk> {
  const own = exchanges.map((one) => (typeof one === "string" ? fixture(one) : one));
  const others = surroundings.filter(({ request }) => own.every((exchange) => exchange.request.path !== request.path));
  const wire = await startWireServer(...own, ...others);
  const context = createTestContext();
  return {
    ...connect(wire.url, context),
    wire,
    context,
    bodies: (method, path = /./) =>
      wire.requests
        .filter((request) => request.method === method && path.test(request.path))
        .map(({ body }) => body as Record<string, unknown>),
    async stop() {
      context.stop();
      await wire.close();
    },
  };
}
