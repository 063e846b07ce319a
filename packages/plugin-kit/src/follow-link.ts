import { lookup } from "node:dns";
import { NotFoundError, RefusedError, UnavailableError } from "@otai/plugin-api/errors";
import { Agent, type Dispatcher, request as send } from "undici";
import { flattenHeaders, type HttpHeaders } from "./http-answer.ts";
import { isLoopbackHost } from "./network-address.ts";
import { explainNetworkFailure } from "./network-errors.ts";
import { lookupPublic, refusePrivateLiteral } from "./public-lookup.ts";
import { safeUrl } from "./safe-url.ts";

export interface FollowedAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly bytes: Uint8Array;
}

export interface FollowOptions {
  readonly baseUrl: string;
  readonly authorization: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** The account's own pool, used for its own origin alone. */
  readonly agent: Dispatcher;
  readonly signal: AbortSignal;
}

const mostRedirects = 5;

/**
 * Reads a link that was found in data. Redirects are walked by hand: the key goes to the ticket system's own origin and nowhere
 * else, and other hosts must be public addresses (S02), checked at the very look-up that the connection uses.
 * @throws RefusedError for a link that must not be followed, NotFoundError when it is gone.
 */
export async function followLink(link: string, options: FollowOptions): Promise<FollowedAnswer> {
  const home = new URL(options.baseUrl);
  const strangers = new Agent({
    connect: { timeout: options.timeoutMs, lookup: isLoopbackHost(home.hostname) ? lookup : lookupPublic },
    allowH2: false,
    maxResponseSize: options.maxBytes,
  });
  try {
    let url = parseLink(link);
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const own = url.origin === home.origin;
      if (!own && !isLoopbackHost(home.hostname)) refusePrivateLiteral(url);
      const response = await call(url, own ? options.agent : strangers, own ? options.authorization : "", options);
      const location = response.headers.location;
      if (response.status < 300 || response.status >= 400 || location === undefined) {
        if (response.status < 300) return response;
        const facts = { url: safeUrl(url), status: response.status };
        if (response.status >= 500)
          throw new UnavailableError(`GET ${safeUrl(url)}: answered ${response.status}`, facts);
        throw new NotFoundError(
          `GET ${safeUrl(url)}: the link is gone (${response.status}); signed links expire, read the ticket again`,
          facts,
        );
      }
      url = parseLink(new URL(location, url).href);
    }
    throw new RefusedError(`${safeUrl(link)} redirects more than ${mostRedirects} times`);
  } finally {
    await strangers.destroy();
  }
}

async function call(
  url: URL,
  dispatcher: Dispatcher,
  authorization: string,
  options: FollowOptions,
): Promise<FollowedAnswer> {
  const { timeoutMs, maxBytes } = options;
  try {
    const response = await send(url, {
      dispatcher,
      method: "GET",
      headers: authorization === "" ? {} : { authorization },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]),
    });
    const bytes = new Uint8Array(await response.body.arrayBuffer());
    return { status: response.statusCode, headers: flattenHeaders(response.headers), bytes };
  } catch (cause) {
    if (cause instanceof RefusedError) throw cause;
    throw explainNetworkFailure(cause, { method: "GET", url: safeUrl(url), host: url.host, timeoutMs, maxBytes }).error;
  }
}

function parseLink(link: string): URL {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new RefusedError(`${safeUrl(link)} is not a plain http(s) address and is not followed`);
  }
  return url;
}
