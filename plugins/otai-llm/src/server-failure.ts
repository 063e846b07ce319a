import { defaultRetryAfterMs, readRetryAfter } from "@otai/plugin-kit/retry-after";
import { ModelError } from "@otai/service-api/language-model";
import { APICallError } from "ai";
import { z } from "zod";
import { ForeignAddressError } from "./own-network.ts";
import { OversizedAnswerError } from "./server-fetch.ts";

/** Why the server gave no answer to one call. */
export class ServerFailure extends Error {
  readonly reason: Extract<ModelError["reason"], "llm_unavailable" | "llm_timeout" | "invalid_model_output">;
  /** It will fail the next one too, as far as can be told: counts for the breaker. */
  readonly lasting: boolean;
  /** The server asks for so long a rest; `null` when it does not. */
  readonly restMs: number | null;
  /** Nothing was computed, so nothing was used. */
  readonly unused: boolean;
  /** The server may know another form of answer. */
  readonly formUnknown: boolean;

  constructor(message: string, facts: Partial<Omit<ServerFailure, "name" | "message">> = {}) {
    super(message);
    this.name = "ServerFailure";
    this.reason = facts.reason ?? "llm_unavailable";
    this.lasting = facts.lasting ?? true;
    this.restMs = facts.restMs ?? null;
    this.unused = facts.unused ?? true;
    this.formUnknown = facts.formUnknown ?? false;
  }
}

/** What an administrator can do about it, by status. */
const remedies: Readonly<Record<number, string>> = {
  401: "the API key is wrong or missing (models.llm.api_key)",
  402: "the account has no credit left",
  403: "the API key may not use this model",
  404: "there is no such model or path (models.llm.model; base_url mostly ends in /v1)",
  503: "it is busy, or still loading the model",
};
/** What servers answer that do not know a form. */
const unknownForm = new Set([400, 415, 422, 501]);
/** Error types and codes, of llama.cpp and OpenAI, for a question that does not fit into the model's context. */
const tooLong = new Set(["exceed_context_size_error", "context_length_exceeded"]);

const refusalBody = z.object({ error: z.object({ type: z.unknown(), code: z.unknown() }) });

/**
 * What went wrong, without the server's own words: they may repeat the key or the text (S08).
 * @param server origin and path, for messages
 */
export function explainFailure(error: unknown, server: string, now: number): ServerFailure {
  if (error instanceof ServerFailure) return error;
  const at = `the language model at ${server}`;
  if (!APICallError.isInstance(error)) return explainLost(error, at);
  if (error.statusCode === undefined) return explainLost(error.cause, at);
  const { statusCode: status, responseHeaders = {} } = error;
  if (status === 429) {
    const restMs = readRetryAfter(responseHeaders["retry-after"], now) ?? defaultRetryAfterMs;
    const message = `${at} is at its limit (429) and is left alone for ${Math.ceil(restMs / 1000)} s`;
    return new ServerFailure(message, { restMs, lasting: false });
  }
  if (status >= 300 && status < 400) {
    return new ServerFailure(
      `${at} answers with a redirect (${status}), which is not followed: set base_url to its goal`,
    );
  }
  if (status < 300) {
    return new ServerFailure(`${at} answers, but not as OpenAI's API does; is base_url right? It mostly ends in /v1`, {
      unused: false,
    });
  }
  if (isTooLong(error.responseBody)) {
    const message = `${at} refused with ${status}: the question is longer than its context; give it a larger one where it is started`;
    return new ServerFailure(message, { lasting: false });
  }
  const other = status < 500 ? "it does not accept the request" : "it has a fault of its own, which its log names";
  // Other 4xx are about this one request, say a form of answer that it does not know.
  const lasting = status >= 500 || remedies[status] !== undefined;
  return new ServerFailure(`${at} refused with ${status}: ${remedies[status] ?? other}`, {
    lasting,
    formUnknown: unknownForm.has(status),
  });
}

function isTooLong(body: string | undefined): boolean {
  try {
    const { type, code } = refusalBody.parse(JSON.parse(body ?? "")).error;
    return [type, code].some((word) => typeof word === "string" && tooLong.has(word));
  } catch {
    // A refusal in other words says no more than its status.
    return false;
  }
}

function explainLost(error: unknown, at: string): ServerFailure {
  const cause = rootOf(error);
  if (cause instanceof ForeignAddressError) return new ServerFailure(cause.message);
  if (cause instanceof OversizedAnswerError) {
    return new ServerFailure(`${at}: ${cause.message}`, {
      reason: "invalid_model_output",
      lasting: false,
      unused: false,
    });
  }
  const code = (cause as { code?: unknown } | null)?.code;
  if (typeof code === "string" && /CERT|SIGNATURE/.test(code)) {
    const remedy = "if your own authority signed it, start otai with NODE_EXTRA_CA_CERTS=/path/to/ca.pem";
    return new ServerFailure(`${at} shows a certificate that this machine does not trust (${code}); ${remedy}`);
  }
  return new ServerFailure(`${at} cannot be reached (${typeof code === "string" ? code : "connection lost"})`, {
    unused: code === "ECONNREFUSED" || code === "ENOTFOUND",
  });
}

/** The first cause: the SDK wraps what `fetch` throws, Node what it tried several addresses for. */
function rootOf(error: unknown): unknown {
  if (error instanceof ForeignAddressError || error instanceof OversizedAnswerError) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
}

export function asModelError(failure: ServerFailure): ModelError {
  return new ModelError(failure.reason, failure.message);
}
