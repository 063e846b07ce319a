import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createTestContext, type TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { readWireFixtures, type WireFixture } from "@otai/plugin-kit/testing/wire-fixture";
import { startWireServer, type WireExchange, type WireServer } from "@otai/plugin-kit/testing/wire-server";
import plugin from "../plugin.ts";

const fixtures = readWireFixtures(new URL("../../../../fixtures/wire/freshdesk/", import.meta.url));

/** One fixture of `fixtures/wire/freshdesk`. */
export function fixture(name: string): WireFixture {
  const found = fixtures.get(name);
  if (found === undefined) throw new Error(`there is no wire fixture freshdesk/${name}`);
  return found;
}

/** The connected plugin in front of a server that answers recorded exchanges. */
export interface WireDesk extends TicketSystem {
  readonly wire: WireServer;
  readonly context: TestContext;
  stop(): Promise<void>;
}

/** @param exchanges names of fixtures, or exchanges written in the test; groups, agents and fields are there besides. */
export async function startWireDesk(...exchanges: readonly (string | WireExchange)[]): Promise<WireDesk> {
  const own = exchanges.map((one) => (typeof one === "string" ? fixture(one) : one));
  const settings = ["groups-list", "agents-list", "ticket-fields", "contact-fields"].map(fixture);
  const others = settings.filter(({ request }) => own.every((exchange) => exchange.request.path !== request.path));
  const wire = await startWireServer(...own, ...others);
  const context = createTestContext();
  return {
    ...connect(wire.url, context),
    wire,
    context,
    async stop() {
      context.stop();
      await wire.close();
    },
  };
}

export function connect(base_url: string, context: TestContext, params: object = {}): TicketSystem {
  const definition = plugin.ticketSystems.FreshdeskTicketsystemService!;
  return definition.create(definition.params.parse({ base_url, api_key: "sandbox", ...params }), context);
}

/** An exchange that is not worth a fixture of its own: a recorded body with a few other values, at another address. */
export function answers(
  method: string,
  path: string,
  body: unknown,
  options: {
    status?: number;
    headers?: Record<string, string>;
    query?: Record<string, string | number>;
    asked?: unknown;
  } = {},
): WireExchange {
  return {
    request: {
      method,
      path: `/api/v2${path}`,
      ...(options.query === undefined ? {} : { query: options.query }),
      ...(options.asked === undefined ? {} : { body: options.asked }),
    },
    response: { status: options.status ?? 200, headers: options.headers ?? {}, body },
  };
}

/** The recorded ticket with other values. */
export function ticketBody(values: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...(fixture("ticket-read").response.body as Record<string, unknown>), ...values };
}

export const nextPage = { link: '<https://example.freshdesk.com/next>; rel="next"' };
