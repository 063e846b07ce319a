import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { createTestContext, type TestContext } from "@otai/plugin-kit/testing/plugin-context";
import { readWireFixtures, type WireFixture } from "@otai/plugin-kit/testing/wire-fixture";
import { startWireServer, type WireExchange, type WireServer } from "@otai/plugin-kit/testing/wire-server";
import plugin from "../plugin.ts";

const fixtures = readWireFixtures(new URL("../../../../fixtures/wire/otobo/", import.meta.url));

/** @throws Error for a name that is not among `fixtures/wire/otobo`. */
export function fixture(name: string): WireFixture {
  const found = fixtures.get(name);
  if (found === undefined) throw new Error(`there is no fixture fixtures/wire/otobo/${name}.json`);
  return found;
}

/** A fixture with another request or another answer; the rest stays as the reference has it. */
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

/** The connected plugin in front of a server that answers recorded exchanges. */
export interface WireDesk extends TicketSystem {
  readonly wire: WireServer;
  readonly context: TestContext;
  /** What TicketUpdate was sent, without the session. */
  updates(): Record<string, unknown>[];
  stop(): Promise<void>;
}

/** One second after the tickets of the fixtures were changed. */
export const fixtureTime = Date.UTC(2026, 10, 20, 10, 20, 55);

/** @param exchanges names of fixtures, or exchanges written in the test; the log-in is there besides. */
export async function startWireDesk(
  params: object,
  ...exchanges: readonly (string | WireExchange)[]
): Promise<WireDesk> {
  const own = exchanges.map((one) => (typeof one === "string" ? fixture(one) : one));
  const wire = await startWireServer(
    ...own,
    ...(own.some(({ request }) => isLogin(request)) ? [] : [fixture("session-create")]),
  );
  const context = createTestContext(fixtureTime);
  return {
    ...connect(wire.url, context, params),
    wire,
    context,
    updates: () =>
      wire.requests
        .filter(({ method, path }) => method === "PATCH" || path.endsWith("Update"))
        .map(({ body }) => {
          const { SessionID: _, ...rest } = body as Record<string, unknown>;
          return rest;
        }),
    async stop() {
      if (context.signal.aborted) return;
      context.stop();
      await wire.close();
    },
  };
}

function isLogin({ path }: WireExchange["request"]): boolean {
  return path.endsWith("/Session") || path.endsWith("/Session/");
}

export function connect(base_url: string, context: TestContext, params: object = {}): TicketSystem {
  const definition = plugin.ticketSystems.OtoboTicketsystemService!;
  const given = { base_url, username: "triage.bot", password: "sandbox-password", ...params };
  return definition.create(definition.params.parse(given), context);
}

/** The stock web service of the fixtures. */
export const service = "/otobo/nph-genericinterface.pl/Webservice/GenericTicketConnectorREST";

/** An exchange that is not worth a fixture of its own; any query and body are accepted. */
export function answers(method: string, path: string, body: unknown): WireExchange {
  return { request: { method, path: `${service}${path}` }, response: { status: 200, body } };
}

export type Values = Record<string, unknown>;

/** A recorded ticket with other values. Its articles are those of the fixture unless given. */
export function ticket(values: Values = {}, from = "ticket-get"): Values {
  const { Ticket } = fixture(from).response.body as { Ticket: Values[] };
  return { ...Ticket[0]!, ...values };
}

/** TicketGet of one ticket. */
export function shows(values: Values = {}, from = "ticket-get"): WireExchange {
  const shown = ticket(values, from);
  return answers("GET", `/Ticket/${shown.TicketID}`, { Ticket: [shown] });
}

/** TicketUpdate of one ticket, whatever is asked. */
export function updates(id: number, answer: Partial<WireExchange["response"]> = {}): WireExchange {
  const written = answers("PATCH", `/Ticket/${id}`, { TicketID: String(id), TicketNumber: "2026112010000124" });
  return { request: written.request, response: { ...written.response, ...answer } };
}

export function refuses(id: number, code: string, message: string): WireExchange {
  return updates(id, { body: { Error: { ErrorCode: code, ErrorMessage: message } } });
}

/** The dynamic fields of a ticket, all of which every answer names. */
export function fields(values: Values = {}): Values[] {
  const all = { AICategory: null, AIUrgency: null, AIConfidence: null, AITags: null, ...values };
  return Object.entries(all).map(([Name, Value]) => ({ Name, Value }));
}

/** An article of ours, as it is read. */
export function article(id: number, values: Values = {}): Values {
  const [first] = (fixture("ticket-get").response.body as { Ticket: { Article: Values[] }[] }).Ticket[0]!.Article;
  return { ...first, ArticleID: id, SenderType: "agent", IsVisibleForCustomer: 0, From: "triage.bot", ...values };
}
