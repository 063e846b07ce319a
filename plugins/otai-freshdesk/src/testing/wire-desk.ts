import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import type { TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { openWireDesk, type WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { openWireFixtures } from "@otai/plugin-kit/testing/wire-fixture";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import plugin from "../plugin.ts";

/** One fixture of `fixtures/wire/freshdesk`. */
export const fixture = openWireFixtures(new URL("../../../../fixtures/wire/freshdesk/", import.meta.url));

const surroundings = ["groups-list", "agents-list", "ticket-fields", "contact-fields"].map(fixture);

/** @param exchanges names of fixtures, or exchanges written in the test; groups, agents and fields are there besides. */
export function startWireDesk(...exchanges: readonly (string | WireExchange)[]): Promise<WireDesk> {
  return openWireDesk({ exchanges, surroundings, fixture, connect });
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
