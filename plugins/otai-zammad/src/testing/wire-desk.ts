import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import type { TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import type { TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { openWireDesk, type WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { openWireFixtures } from "@otai/plugin-kit/testing/wire-fixture";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import plugin from "../plugin.ts";

/** One fixture of `fixtures/wire/zammad`. */
export const fixture = openWireFixtures(new URL("../../../../fixtures/wire/zammad/", import.meta.url));

export function bodyOf(name: string): Record<string, unknown> {
  return fixture(name).response.body as Record<string, unknown>;
}

/** An exchange that is not worth a fixture of its own: a recorded body with a few other values, at another address. */
export function answers(
  method: string,
  path: string,
  body: unknown,
  options: { status?: number; query?: Record<string, string>; asked?: unknown } = {},
): WireExchange {
  return {
    request: {
      method,
      path: `/api/v1${path}`,
      ...(options.query !== undefined && { query: options.query }),
      ...(options.asked !== undefined && { body: options.asked }),
    },
    response: { status: options.status ?? 200, body },
  };
}

export function forbidden(method: string, path: string): WireExchange {
  return { request: { method, path: `/api/v1${path}` }, response: fixture("forbidden").response };
}

/** The recorded ticket 374 with other values. */
export function ticketBody(values: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...bodyOf("ticket-read"), ...values };
}

/** What stands beside a ticket and is mostly not what a test is about. */
const surroundings: readonly WireExchange[] = [
  ...["groups", "ticket-states", "ticket-priorities", "user-read", "tags-read"].map(fixture),
  forbidden("GET", "/object_manager_attributes"),
  {
    request: { method: "GET", path: "/api/v1/ticket_articles/by_ticket/374" },
    response: fixture("articles-by-ticket").response,
  },
];

/** @param exchanges names of fixtures, or exchanges written in the test; they come before the surroundings of the same path */
export function startWireDesk(...exchanges: readonly (string | WireExchange)[]): Promise<WireDesk> {
  return startWith({}, ...exchanges);
}

export function startWith(params: object, ...exchanges: readonly (string | WireExchange)[]): Promise<WireDesk> {
  return openWireDesk({
    exchanges,
    surroundings,
    fixture,
    connect: (url, context) => connect(url, context, params),
  });
}

export function connect(base_url: string, context: TestContext, params: object = {}): TicketSystem {
  const definition = plugin.ticketSystems.ZammadTicketsystemService!;
  return definition.create(definition.params.parse({ base_url, token: "sandbox", ...params }), context);
}

/** Reads the ticket and updates the state that was read. */
export async function updateNow(
  account: WireDesk,
  change: Omit<TicketUpdate, "expectedVersion">,
  id = "374",
): Promise<UpdateResult> {
  const { version } = await account.read.getTicket(id);
  return account.write.updateTicket(id, { expectedVersion: version, ...change });
}

/** The update whose request is the fixture `ticket-update`. */
export const triage: Omit<TicketUpdate, "expectedVersion"> = {
  queue: { id: "2", name: "Billing" },
  priority: "high",
  customFields: { ai_category: "billing", ai_urgency: "high", ai_confidence: "0.93" },
};

/** Reads of one ticket: before the update, right before the write, and after it. */
export function ticketBecomes(name: string): WireExchange[] {
  const before = fixture("ticket-read");
  return [before, before, { ...before, response: fixture(name).response }];
}
