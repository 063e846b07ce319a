import { AuthenticationError, ClosedTicketError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { RawAnswer } from "@otai/plugin-kit/http-answer";
import { createHttpClient, type HttpClient } from "@otai/plugin-kit/http-client";
import { readRateHeaders } from "@otai/plugin-kit/rate-headers";
import type { Explanation } from "@otai/plugin-kit/status-errors";
import { createTlsOptions } from "@otai/plugin-kit/tls";
import { type FreshdeskParams, portalUrlOf } from "./params.ts";
import { errorBodySchema } from "./schema.ts";

/** Authentication, address, limits and error words of one Freshdesk account; nothing about tickets. */
export function createFreshdeskClient(params: FreshdeskParams, context: PluginContext): HttpClient {
  const baseUrl = `${portalUrlOf(params)}/api/v2`;
  const authorization = `Basic ${Buffer.from(`${params.api_key}:X`).toString("base64")}`;
  return createHttpClient({
    baseUrl,
    authorization: () => authorization,
    timeoutMs: params.timeout * 1000,
    tls: createTlsOptions(
      { baseUrl, verify: params.verify, allow_insecure: params.allow_insecure },
      context.connection,
      context.log,
    ),
    context,
    rate: {
      classOf: rateClassOf,
      read: (headers, now) =>
        readRateHeaders(headers, { limit: "x-ratelimit-total", remaining: "x-ratelimit-remaining" }, now),
    },
    explain,
    throwFor,
  });
}

/**
 * Freshdesk counts ticket lists, ticket updates, contacts and the rest down on their own, and the headers of an answer speak of
 * its class alone. Where the border lies is not documented for every route, so ours is drawn finer rather than coarser.
 */
export function rateClassOf(method: string, path: string): string {
  if (path === "/tickets") return "ticket-list";
  if (/^\/tickets\/\d+$/.test(path) && method === "PUT") return "ticket-update";
  if (/^\/tickets\/\d+\/notes$/.test(path)) return "ticket-note";
  if (path.startsWith("/tickets/")) return "ticket-read";
  if (path.startsWith("/contacts")) return "contacts";
  return path.startsWith("/solutions") ? "solutions" : "settings";
}

/** 405 means "spam or deleted" on tickets, and some 403 concern the whole account. */
function throwFor(answer: RawAnswer): void {
  const facts = { url: answer.url, status: answer.status };
  if (answer.status === 405 && /\/tickets\/\d+(\/notes)?$/.test(answer.url)) {
    throw new ClosedTicketError(
      `${answer.method} ${answer.url}: the ticket is marked as spam or deleted and takes no changes`,
      facts,
    );
  }
  if (answer.status === 403) {
    const { code, message } = errorBodySchema.safeParse(answer.body).data ?? {};
    if (code === "account_suspended" || code === "password_lockout") {
      throw new AuthenticationError(`Freshdesk locked the account out (${code}): ${message ?? ""}`, facts);
    }
  }
}

function explain(status: number, body: unknown): Explanation {
  const { code, message, description, errors } = errorBodySchema.safeParse(body).data ?? {};
  const fields = (errors ?? []).map((error) => ({
    field: error.field ?? "",
    message: error.message ?? error.code ?? "",
  }));
  const details = fields.map((error) => (error.field === "" ? error.message : `${error.field}: ${error.message}`));
  const general = description ?? message ?? words[status] ?? `Freshdesk answered ${status}`;
  return {
    message: `${general}${code == null ? "" : ` (${code})`}${details.length === 0 ? "" : ` – ${details.join("; ")}`}`,
    fields: fields.filter((error) => error.field !== ""),
  };
}

/** For answers whose body is empty, as that of a 404 usually is. */
const words: Readonly<Record<number, string>> = {
  401: "Freshdesk does not know the API key; see Profile settings → View API key",
  403: "the agent behind the API key may not do this",
  404: "Freshdesk has nothing there",
  405: "Freshdesk does not allow this here: a blocked or deleted contact, or a spam or deleted ticket",
  429: "Freshdesk's limit of calls per minute is used up",
};
