import type { RateLimiter, RatePlan, RateState } from "../../rate/rate-limiter.ts";
import type { DialectRequest } from "../dialect.ts";

/** Calls per minute of the whole account: Suite Growth, Professional and Enterprise, from the vendor's table. */
const ACCOUNT_LIMITS: Record<Exclude<RatePlan, "unlimited">, number> = { growth: 400, pro: 400, enterprise: 700 };
/** What an account without a limit shows: the vendor's highest figure, never used up. */
const SHOWN_WHEN_UNLIMITED = 2500;
const UPDATES_PER_TICKET = { limit: 30, windowMs: 600_000 };

/** Limits that hold beside the account's. Only the first name was seen in real answers; the others follow its form. */
const ENDPOINT_LIMITS: { name: string; limit: number; method: string; path: RegExp }[] = [
  { name: "tickets-index", limit: 100, method: "GET", path: /^\/tickets(\.json)?$/ },
  { name: "update-tickets", limit: 100, method: "PUT", path: /^\/tickets\/(\d+)(\.json)?$/ },
  { name: "incremental-exports", limit: 10, method: "GET", path: /^\/incremental\// },
  { name: "search", limit: 100, method: "GET", path: /^\/search(\/export|\/count)?(\.json)?$/ },
];

/** Counts one call. Returns the headers of its answer, or the 429 where a limit is used up. */
export function limitCall(
  limiter: RateLimiter,
  plan: RatePlan,
  request: DialectRequest,
  userId: number | null,
): Record<string, string> | Response {
  const endpoint = ENDPOINT_LIMITS.find(({ method, path }) => method === request.method && path.test(request.path));
  if (plan === "unlimited") {
    const account = untouched(SHOWN_WHEN_UNLIMITED);
    return {
      ...accountHeaders(account),
      ...(endpoint ? endpointHeader(endpoint.name, untouched(endpoint.limit)) : {}),
    };
  }
  const account = limiter.take("account", ACCOUNT_LIMITS[plan]);
  const headers = accountHeaders(account);
  if (account.exceeded) return tooManyRequests(account, headers, "Rate limit exceeded");
  if (endpoint === undefined) return headers;
  const state = limiter.take(endpoint.name, endpoint.limit);
  Object.assign(headers, endpointHeader(endpoint.name, state));
  if (state.exceeded) return tooManyRequests(state, headers, `Rate limit for ${endpoint.name} exceeded`);
  const ticketId = endpoint.name === "update-tickets" ? endpoint.path.exec(request.path)?.[1] : undefined;
  if (ticketId === undefined) return headers;
  const { limit, windowMs } = UPDATES_PER_TICKET;
  const perTicket = limiter.take(`ticket:${ticketId}:user:${userId}`, limit, 1, windowMs);
  return perTicket.exceeded ? tooManyRequests(perTicket, headers, "Rate limit for ticket updates exceeded") : headers;
}

/** 429 without JSON: clients decide by the status and wait as `Retry-After` says. */
export function tooManyRequests(
  state: { resetSeconds: number },
  headers: Record<string, string>,
  text: string,
): Response {
  return new Response(`${text}, please wait.`, {
    status: 429,
    headers: { ...headers, "content-type": "text/html; charset=utf-8", "retry-after": String(state.resetSeconds) },
  });
}

function untouched(limit: number): RateState {
  return { limit, remaining: limit - 1, resetSeconds: 60, exceeded: false };
}

function accountHeaders(state: RateState): Record<string, string> {
  return {
    "x-rate-limit": String(state.limit),
    "x-rate-limit-remaining": String(state.remaining),
    "ratelimit-limit": String(state.limit),
    "ratelimit-remaining": String(state.remaining),
    "ratelimit-reset": String(state.resetSeconds),
  };
}

function endpointHeader(name: string, state: RateState): Record<string, string> {
  const value = `total=${state.limit}; remaining=${state.remaining}; resets=${state.resetSeconds}`;
  return { [`zendesk-ratelimit-${name}`]: value };
}
