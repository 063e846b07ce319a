import type { Clock } from "@otai/core/ports/surroundings";
import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { createHttpClient } from "@otai/plugin-kit/http-client";
import { ServiceError, statusOf } from "@otai/service-api/service-error";
import { z } from "zod";
import { unlimitedBudget } from "../plugins/unlimited-budget.ts";

export interface RemoteParts {
  /** Of the service, without a trailing slash. */
  readonly baseUrl: string;
  /** Sent as `X-API-Key`; `null` where none is needed. */
  readonly apiKey: string | null;
  /** For the whole call: a draft may wait for a slow model (D14). */
  readonly timeoutMs: number;
  /** Further headers of each call, e.g. on whose behalf it is. */
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const errorBody = z.object({
  error_code: z.string(),
  detail: z.string().optional(),
  reason: z.string().nullish(),
});

type RemoteRequest =
  | { readonly method: "GET"; readonly path: string; readonly query: Readonly<Record<string, string | number>> }
  | { readonly method: "POST"; readonly path: string; readonly body: unknown };

/**
 * A service elsewhere, ours or somebody else's implementation of the contract. What it answers is checked against the schema before
 * anybody believes it (D13).
 */
function createRemoteClient(name: string, parts: RemoteParts) {
  const { baseUrl, apiKey, timeoutMs, headers = () => ({}), clock, log, signal } = parts;
  const client = createHttpClient({
    baseUrl,
    authorization: () => "",
    timeoutMs,
    tls: { rejectUnauthorized: true },
    context: { connection: name, budget: unlimitedBudget, clock, log, signal },
    rate: { classOf: () => name, read: () => null },
    explain: (status, body) => {
      const parsed = errorBody.safeParse(body);
      return {
        message: parsed.success ? `${parsed.data.error_code}: ${parsed.data.detail ?? ""}` : `status ${status}`,
      };
    },
    // The one refusal that means something: it is an answer, not a failure.
    throwFor({ status, body }) {
      const parsed = errorBody.safeParse(body);
      if (status !== statusOf.NOT_ELIGIBLE || !parsed.success || parsed.data.error_code !== "NOT_ELIGIBLE") return;
      const { detail = "not eligible", reason } = parsed.data;
      throw new ServiceError("NOT_ELIGIBLE", detail, reason == null ? {} : { reason });
    },
  });

  /** @throws OtaiError with its retry; an answer without a field of the contract is an UnexpectedAnswerError. */
  return async function ask<Answer>(request: RemoteRequest, schema: z.ZodType<Answer>): Promise<Answer> {
    const { path } = request;
    const answer = await client.request({
      ...request,
      // Judging twice costs time and changes nothing.
      repeatable: true,
      headers: { ...headers(), ...(apiKey === null ? {} : { "x-api-key": apiKey }) },
    });
    const parsed = schema.safeParse(answer.body);
    if (parsed.success) return parsed.data;
    const first = parsed.error.issues[0]!;
    throw new UnexpectedAnswerError(
      `${name} at ${baseUrl}${path} does not answer as the contract says: ${first.path.join(".")}: ${first.message}`,
      { url: `${baseUrl}${path}`, status: answer.status },
    );
  };
}

/** What a service is asked for its judgement by. */
export function createRemoteService(name: string, parts: RemoteParts) {
  const ask = createRemoteClient(name, parts);
  return <Answer>(path: string, body: unknown, schema: z.ZodType<Answer>) =>
    ask({ method: "POST", path, body }, schema);
}

/** What a service keeps is read by it. */
export function createRemoteReader(name: string, parts: RemoteParts) {
  const ask = createRemoteClient(name, parts);
  return <Answer>(path: string, query: Readonly<Record<string, string | number>>, schema: z.ZodType<Answer>) =>
    ask({ method: "GET", path, query }, schema);
}
