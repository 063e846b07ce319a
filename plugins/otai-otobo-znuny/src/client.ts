import { AuthenticationError, NotFoundError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import { createHttpClient } from "@otai/plugin-kit/http-client";
import { createTlsOptions } from "@otai/plugin-kit/tls";
import { checkSearch } from "./check-search.ts";
import { explainSilence } from "./explain-silence.ts";
import { interfaceUrl, type OtoboParams } from "./params.ts";
import { readFailure } from "./read-failure.ts";
import { type Operation, type Routes, routesOf } from "./routes.ts";
import { readAnswer, sessionAnswer } from "./schema.ts";
import { createSession } from "./session.ts";
import { wellFormed } from "./well-formed.ts";

type Scalar = string | number;
export type Parameters = Readonly<Record<string, unknown>>;

export interface CallOptions {
  /** Where the route or the body names tickets. */
  readonly ticketIds?: readonly string[];
  /** May it be sent again when its answer was lost? A write with a note never (OT-13). */
  readonly repeatable: boolean;
}

export interface OtoboClient {
  readonly routes: Routes;
  /** One operation as the agent; the session is opened, renewed and, where the server forgot it, replaced once (OT-1, OT-3). */
  call(operation: Operation, parameters: Parameters, options: CallOptions): Promise<unknown>;
  /** An operation of the FAQ's web service, which wants no log-in. */
  callFaq(operation: Operation, parameters: Parameters): Promise<unknown>;
  /** @throws AuthenticationError for a wrong password or an inactive agent. */
  login(): Promise<void>;
}

/** An agent who was switched off keeps its session but sees nothing: only a log-in tells. */
const trustedMs = 5 * 60_000;

/** Address, routes, session and errors of one installation; knows nothing about tickets. */
export function createOtoboClient(params: OtoboParams, context: PluginContext): OtoboClient {
  const routes = routesOf(params.routes);
  const { verify, allow_insecure } = params;
  const baseUrl = interfaceUrl(params);
  const http = createHttpClient({
    baseUrl,
    // Credentials go into the body; headers are ignored.
    authorization: () => "",
    timeoutMs: params.timeout * 1000,
    tls: createTlsOptions({ baseUrl, verify, allow_insecure }, context.connection, context.log),
    context,
    // There are no limits.
    rate: { classOf: () => "all", read: () => null },
    explain: (status, _, text) => ({ message: `${status} ${text.slice(0, 200).trim() || "without an explanation"}` }),
    throwFor(answer) {
      const failure = readFailure(answer);
      if (failure !== null) throw failure;
    },
  });

  async function send(webservice: string, operation: Operation, given: Parameters, options: CallOptions) {
    const { method, path } = routes[operation];
    const ids = options.ticketIds;
    const inPath = path.includes(":TicketID");
    const route = path.replace(":TicketID", (ids ?? []).map(encodeURIComponent).join(","));
    const parameters: Parameters = {
      ...given,
      ...(ids !== undefined && !inPath && { TicketID: method === "GET" && ids.length > 1 ? ids : ids.join(",") }),
    };
    const answer = await http.request({
      method,
      path: `/Webservice/${encodeURIComponent(webservice)}${route}`,
      repeatable: options.repeatable,
      ...(method === "GET"
        ? { query: wellFormed(parameters) as Record<string, Scalar | Scalar[]> }
        : { body: wellFormed(parameters) }),
    });
    return answer.body;
  }

  const session = createSession(
    async () => {
      const parameters = { UserLogin: params.username, Password: params.password };
      const body = await send(params.webservice, "session_create", parameters, { repeatable: true }).catch((error) => {
        throw explainSilence(error, params.webservice);
      });
      return readAnswer(sessionAnswer, body, "SessionCreate").SessionID;
    },
    context.clock,
    params.session_max_age * 1000,
  );

  async function call(operation: Operation, parameters: Parameters, options: CallOptions): Promise<unknown> {
    if (operation === "ticket_search") checkSearch(parameters);
    const withSession = (SessionID: string) =>
      send(params.webservice, operation, { SessionID, ...parameters }, options);
    const id = await session.get();
    try {
      return await withSession(id);
    } catch (error) {
      if (error instanceof AuthenticationError) {
        session.drop(id);
        return await withSession(await session.get());
      }
      if (error instanceof NotFoundError && session.age() > trustedMs) await session.renew();
      throw error;
    }
  }

  return {
    routes,
    call,
    callFaq: (operation, parameters) => send(params.faq_webservice ?? "", operation, parameters, { repeatable: true }),
    login: async () => void (await session.renew()),
  };
}
