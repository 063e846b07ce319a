import { RateLimitedError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { RawAnswer } from "@otai/plugin-kit/http-answer";
import { createHttpClient, type HttpClient, type HttpRequest } from "@otai/plugin-kit/http-client";
import { defaultRetryAfterMs, readRetryAfter } from "@otai/plugin-kit/retry-after";
import { createTlsOptions } from "@otai/plugin-kit/tls";
import type { z } from "zod";
import { explainZendeskError } from "./explain-error.ts";
import { authorization, portalUrlOf, type ZendeskParams } from "./params.ts";
import { isSpent, readZendeskRate } from "./rate-limits.ts";
import { readAnswer } from "./read-answer.ts";

export interface ZendeskClient extends HttpClient {
  /** Reads a resource and checks the part of it that we use. */
  get<Schema extends z.ZodType>(path: string, schema: Schema, query?: HttpRequest["query"]): Promise<z.output<Schema>>;
}

/** Authentication, address, limits and error words of one account; knows nothing about tickets. */
export function createZendeskClient(params: ZendeskParams, context: PluginContext): ZendeskClient {
  const url = portalUrlOf(params);
  const header = authorization(params);
  const { verify, allow_insecure } = params;
  const http = createHttpClient({
    baseUrl: `${url}/api/v2`,
    authorization: () => header,
    timeoutMs: params.timeout * 1000,
    tls: createTlsOptions({ baseUrl: url, verify, allow_insecure }, context.connection, context.log),
    context,
    rate: { classOf: rateClassOf, read: readZendeskRate },
    explain: explainZendeskError,
    throwFor(answer) {
      logWarning(answer, context);
      throwForTicketLimit(answer, context.clock.now());
    },
  });
  return {
    ...http,
    async get(path, schema, query) {
      const answer = await http.request({ method: "GET", path, repeatable: true, ...(query && { query }) });
      return readAnswer(schema, answer.body, `GET ${url}/api/v2${path}`);
    },
  };
}

/** Zendesk counts these apart; everything else shares the account's minute. */
export function rateClassOf(method: string, path: string): string {
  if (path.startsWith("/incremental/")) return "incremental";
  if (path.startsWith("/search")) return "search";
  if (method !== "GET" && path.startsWith("/tickets/")) return "ticket-update";
  return "account";
}

/** Zendesk drops what it does not like and says so here alone (ZD-22). */
function logWarning(answer: RawAnswer, context: PluginContext): void {
  const warning = answer.headers["x-zendesk-api-warn"];
  if (warning === undefined) return;
  context.log.warn(
    { connection: context.connection, url: answer.url, warning },
    "Zendesk left out a part of a request",
  );
}

/**
 * A ticket takes 30 updates in 10 minutes. Its 429 comes while the account has calls left; it must not block all other
 * tickets, so it is thrown before the client blocks the class.
 */
function throwForTicketLimit(answer: RawAnswer, now: number): void {
  if (answer.status !== 429 || rateClassOf(answer.method, pathOf(answer.url)) !== "ticket-update") return;
  const reading = readZendeskRate(answer.headers, now);
  if (reading === null || isSpent(reading)) return;
  throw new RateLimitedError(`${answer.method} ${answer.url}: this ticket was updated too often within 10 minutes`, {
    url: answer.url,
    status: answer.status,
    retryAfterMs: readRetryAfter(answer.headers["retry-after"], now) ?? defaultRetryAfterMs,
  });
}

function pathOf(url: string): string {
  return new URL(url).pathname.replace(/^.*\/api\/v2/, "");
}
