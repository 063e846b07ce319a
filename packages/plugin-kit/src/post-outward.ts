import { lookup } from "node:dns";
import { RefusedError } from "@otai/plugin-api/errors";
import { Agent, request as send } from "undici";
import { flattenHeaders, type HttpHeaders } from "./http-answer.ts";
import { explainNetworkFailure } from "./network-errors.ts";
import { lookupPublic, refusePrivateLiteral } from "./public-lookup.ts";
import { safeUrl } from "./safe-url.ts";
import type { TlsOptions } from "./tls.ts";

export interface OutwardOptions {
  readonly headers: HttpHeaders;
  readonly body: string;
  readonly timeoutMs: number;
  readonly tls: TlsOptions;
  /** Somebody decided that this address may lie inside the private network. */
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

export interface OutwardAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
}

/** Nobody reads the answer of a receiver; what is longer is cut off with the connection. */
const mostAnswerBytes = 64 * 1024;

/**
 * Posts to an address that is not a ticket system's. Redirects are not followed: a 3xx is the answer. Private addresses are refused
 * at the look-up that the connection uses (S02).
 * @throws RefusedError for a private address, typed errors for what fails below HTTP.
 */
export async function postOutward(url: URL, options: OutwardOptions): Promise<OutwardAnswer> {
  const { timeoutMs, allowPrivate } = options;
  if (!allowPrivate) refusePrivateLiteral(url);
  const agent = new Agent({
    connect: {
      rejectUnauthorized: options.tls.rejectUnauthorized,
      ...(options.tls.ca === undefined ? {} : { ca: [...options.tls.ca] }),
      timeout: timeoutMs,
      lookup: allowPrivate ? lookup : lookupPublic,
    },
    allowH2: false,
    maxResponseSize: mostAnswerBytes,
  });
  try {
    const response = await send(url, {
      dispatcher: agent,
      method: "POST",
      headers: { "user-agent": "open-ticket-ai", ...options.headers },
      body: options.body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]),
    });
    response.body.on("error", () => {}).destroy();
    return { status: response.statusCode, headers: flattenHeaders(response.headers) };
  } catch (cause) {
    if (cause instanceof RefusedError) throw cause;
    const call = { method: "POST", url: safeUrl(url), host: url.host, timeoutMs, maxBytes: mostAnswerBytes };
    throw explainNetworkFailure(cause, call).error;
  } finally {
    await agent.destroy();
  }
}
