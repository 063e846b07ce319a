import { setTimeout as sleep } from "node:timers/promises";
import { OtaiError, RateLimitedError, UnavailableError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { RateReading } from "@otai/plugin-api/rate-budget";
import type { Instant } from "@otai/plugin-api/ticket";
import { Agent, request as send } from "undici";
import { type FollowedAnswer, followLink } from "./follow-link.ts";
import { flattenHeaders, type HttpAnswer, type HttpHeaders, type RawAnswer } from "./http-answer.ts";
import { explainNetworkFailure } from "./network-errors.ts";
import { safeUrl } from "./safe-url.ts";
import { type Explain, errorForAnswer, passingStatuses } from "./status-errors.ts";
import type { TlsOptions } from "./tls.ts";
import { acceptedEncodings, unpackBody } from "./unpack-body.ts";

export interface HttpClientOptions {
  /** Without a trailing slash; `request.path` is appended. */
  readonly baseUrl: string;
  /** The value of the Authorization header, or "" where the system wants its credentials elsewhere. */
  authorization(): string;
  readonly timeoutMs: number;
  readonly tls: TlsOptions;
  readonly context: PluginContext;
  readonly rate: {
    classOf(method: string, path: string): string;
    read(headers: HttpHeaders, now: Instant): RateReading | null;
  };
  /** The vendor's error body in words (never the request's text). */
  readonly explain: Explain;
  /** Throws the vendor's own meaning of an answer, of any status, before the default mapping. */
  throwFor?(answer: RawAnswer): void;
  /** Largest answer that is read. Default 64 MB. */
  readonly maxBytes?: number;
  /** Random part of the pause between quick tries, 0 to 1, and the pause itself; tests take both over. */
  readonly jitter?: () => number;
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface HttpRequest {
  readonly method: Method;
  /** After the base URL, with a leading slash, parts already URL-encoded. */
  readonly path: string;
  /** A list repeats its key. */
  readonly query?: Readonly<Record<string, string | number | readonly (string | number)[] | undefined>>;
  /** Sent as JSON when present. */
  readonly body?: unknown;
  /** May the same request be sent again when its answer was lost? GET always may. */
  readonly repeatable: boolean;
  readonly headers?: HttpHeaders;
}

export interface HttpClient {
  /**
   * One call, typed errors for everything but a good answer. At most two quick repetitions of what may be repeated.
   * @throws OtaiError; `outcomeUnknown` is set where a write may have happened all the same.
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Reads a link found in data (an attachment). Credentials stay with the host they belong to. */
  follow(url: string): Promise<FollowedAnswer>;
}

const quickTries = 2;
const firstPauseMs = 250;

/** A connection pool with one account's address, credentials, limits and error words. Ends with `context.signal`. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { context, timeoutMs } = options;
  const maxBytes = options.maxBytes ?? 64_000_000;
  const jitter = options.jitter ?? Math.random;
  const pause = options.pause ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  const connect = {
    ...options.tls,
    ca: options.tls.ca === undefined ? undefined : [...options.tls.ca],
    timeout: timeoutMs,
  };
  const agent = new Agent({ connect, allowH2: false, maxResponseSize: maxBytes });
  context.signal.addEventListener("abort", () => void agent.destroy(), { once: true });

  async function request(what: HttpRequest): Promise<HttpAnswer> {
    const mayRepeat = what.method === "GET" || what.repeatable;
    let doubtful: OtaiError | null = null;
    for (let attempt = 0; ; attempt++) {
      const { answer, failure, passing } = await attemptOnce(what).catch(asFailure);
      if (answer !== null) return answer;
      if (OtaiError.is(failure) && failure.outcomeUnknown) doubtful ??= failure;
      if (mayRepeat && context.budget.patient && failure instanceof RateLimitedError && !context.signal.aborted) {
        // The budget knows until when; its `reserve` waits for it.
        attempt -= 1;
        continue;
      }
      if (!mayRepeat || !passing || attempt === quickTries || context.signal.aborted)
        throw moreHonest(failure, doubtful);
      context.log.warn(
        { connection: context.connection, method: what.method, path: what.path, attempt: attempt + 1 },
        "call failed, trying again in a moment",
      );
      const waited = await pause(firstPauseMs * 2 ** attempt * (0.5 + jitter()), context.signal).catch(asFailure);
      if (waited !== undefined) throw moreHonest(failure, doubtful);
    }
  }

  async function attemptOnce(what: HttpRequest): Promise<Attempt> {
    const rateClass = options.rate.classOf(what.method, what.path);
    await context.budget.reserve(rateClass);
    const exchange = await exchangeOnce(what);
    if (exchange.answer === null) return exchange;
    const { answer } = exchange;
    const now = context.clock.now();
    // A 429 blocks until the time it names; what its headers count says no more than that.
    const reading = answer.status === 429 ? null : options.rate.read(answer.headers, now);
    if (reading !== null) await context.budget.record(rateClass, reading);
    context.log.debug(
      { connection: context.connection, method: what.method, path: what.path, status: answer.status, rateClass },
      "call",
    );
    options.throwFor?.(answer);
    const error = errorForAnswer(answer, options.explain, now);
    if (error === null) return { answer, failure: null, passing: false };
    if (error instanceof RateLimitedError) await context.budget.block(rateClass, now + (error.retryAfterMs ?? 0));
    // A server that names a time is waited for by the lane, not here.
    const passing = passingStatuses.has(answer.status) && error.retryAfterMs === undefined;
    return { answer: null, failure: error, passing };
  }

  async function exchangeOnce(
    what: HttpRequest,
  ): Promise<{ answer: RawAnswer; failure: null; passing: false } | Failed> {
    const url = new URL(`${options.baseUrl}${what.path}`);
    for (const [name, value] of Object.entries(what.query ?? {})) {
      for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(name, String(one));
    }
    const authorization = options.authorization();
    const call = { method: what.method, url: safeUrl(url), host: url.host, timeoutMs, maxBytes };
    try {
      const response = await send(url, {
        dispatcher: agent,
        method: what.method,
        headers: {
          accept: "application/json",
          "accept-encoding": acceptedEncodings,
          "user-agent": "open-ticket-ai",
          ...(authorization === "" ? {} : { authorization }),
          ...(what.body === undefined ? {} : { "content-type": "application/json" }),
          ...what.headers,
        },
        body: what.body === undefined ? null : JSON.stringify(what.body),
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        signal: AbortSignal.any([context.signal, AbortSignal.timeout(timeoutMs)]),
      });
      const headers = flattenHeaders(response.headers);
      const text = await unpackBody(await response.body.bytes(), headers["content-encoding"], maxBytes);
      const answer = {
        method: what.method,
        url: call.url,
        status: response.statusCode,
        headers,
        text,
        body: parseJson(text),
      };
      return { answer, failure: null, passing: false };
    } catch (cause) {
      if (context.signal.aborted) {
        const facts = { url: call.url, cause, outcomeUnknown: what.method !== "GET" };
        return {
          answer: null,
          failure: new UnavailableError(`${what.method} ${call.url}: stopped`, facts),
          passing: false,
        };
      }
      const { error, passing } = explainNetworkFailure(cause, call);
      return { answer: null, failure: error, passing };
    }
  }

  return {
    request,
    follow: (url) =>
      followLink(url, {
        baseUrl: options.baseUrl,
        authorization: options.authorization(),
        timeoutMs,
        maxBytes,
        agent,
        signal: context.signal,
      }),
  };
}

interface Failed {
  readonly answer: null;
  readonly failure: unknown;
  readonly passing: boolean;
}

type Attempt = { readonly answer: HttpAnswer; readonly failure: null; readonly passing: false } | Failed;

function asFailure(error: unknown): Failed {
  return { answer: null, failure: error, passing: false };
}

/** That the last try never left the machine does not say that an earlier one was not carried out. */
function moreHonest(failure: unknown, doubtful: OtaiError | null): unknown {
  return doubtful !== null && OtaiError.is(failure) && failure.retry === "later" ? doubtful : failure;
}

/** `undefined` for an empty body and for what is not JSON; which of both it is, the text tells. */
function parseJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
