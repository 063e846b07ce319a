import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createTestContext, type TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { openWireFixtures } from "@otai/plugin-kit/testing/wire-fixture";
import { startWireServer, type WireExchange, type WireServer } from "@otai/plugin-kit/testing/wire-server";
import { type ZendeskParams, zendeskParams } from "../params.ts";
import plugin from "../plugin.ts";

/** One fixture of `fixtures/wire/zendesk`. */
export const fixture = openWireFixtures(new URL("../../../../fixtures/wire/zendesk/", import.meta.url));

/** A fixture with another page size, another body or another answer; the rest stays as the reference has it. */
export function changed(
  name: string,
  change: {
    readonly request?: Partial<WireExchange["request"]>;
    readonly response?: Partial<WireExchange["response"]>;
  },
): WireExchange {
  const { request, response } = fixture(name);
  return { request: { ...request, ...change.request }, response: { ...response, ...change.response } };
}

export interface WireAccount {
  readonly system: TicketSystem;
  readonly server: WireServer;
  readonly context: TestContext;
  /** Of one method, e.g. all bodies that were PUT. */
  bodies(method: string): unknown[];
  close(): Promise<void>;
}

/** The adapter in front of a real HTTP server that knows the given exchanges and nothing else. */
export async function openWireAccount(...exchanges: readonly WireExchange[]): Promise<WireAccount> {
  const server = await startWireServer(...exchanges);
  const context = createTestContext();
  const system = plugin.ticketSystems.ZendeskTicketsystemService!.create(wireParams(server.url), context);
  return {
    system,
    server,
    context,
    bodies: (method) => server.requests.filter((request) => request.method === method).map(({ body }) => body),
    async close() {
      context.stop();
      await server.close();
    },
  };
}

export function wireParams(url: string): ZendeskParams {
  return zendeskParams.parse({ base_url: url, email: "agent@sandbox.example", api_token: "sandbox" });
}

/** An exchange that the reference describes without giving an example. */
export function exchange(
  method: string,
  path: string,
  answer: unknown,
  query: Readonly<Record<string, string | number>> = {},
): WireExchange {
  return {
    request: { method, path: `/api/v2${path}`, query, body: method === "GET" ? null : undefined },
    response: { status: 200, body: answer },
  };
}

/** The people of ticket 5158, or nobody for any other. */
export function people(...ids: readonly number[]): WireExchange {
  const users = ids.map((id) => ({
    id,
    name: `Person ${id}`,
    email: `person-${id}@customer.example`,
    role: "end-user",
  }));
  return exchange("GET", "/users/show_many.json", { users }, { ids: ids.join(",") });
}
