import type { RateLimiter, RatePlan } from "../../rate/rate-limiter.ts";
import type { DialectRequest } from "../dialect.ts";
import { invalidCredentials, jsonAnswer, tooManyRequests } from "./freshdesk-answers.ts";

type RateClass = "all" | "ticket-create" | "ticket-update" | "tickets-list" | "contacts-list";

const UNLIMITED = 1_000_000;
/** Calls per minute. ticket-systems.md, 2 Freshdesk, Rate limits. */
const LIMITS: Record<RatePlan, Record<RateClass, number>> = {
  growth: { all: 200, "ticket-create": 80, "ticket-update": 80, "tickets-list": 20, "contacts-list": 20 },
  pro: { all: 400, "ticket-create": 160, "ticket-update": 160, "tickets-list": 100, "contacts-list": 100 },
  enterprise: { all: 700, "ticket-create": 280, "ticket-update": 280, "tickets-list": 200, "contacts-list": 200 },
  unlimited: {
    all: UNLIMITED,
    "ticket-create": UNLIMITED,
    "ticket-update": UNLIMITED,
    "tickets-list": UNLIMITED,
    "contacts-list": UNLIMITED,
  },
};

const API_KEY = "sandbox";

/** Credentials, then the rate limit (which refused calls use up too), then media types. */
export function admitFreshdesk(
  request: DialectRequest,
  plan: RatePlan,
  limiter: RateLimiter,
): Response | Record<string, string> {
  if (!authorized(request.headers.get("authorization"))) return invalidCredentials();

  const rateClass = rateClassOf(request);
  const cost = costOf(request);
  const account = limiter.take("all", LIMITS[plan].all, cost);
  const own =
    account.exceeded || rateClass === "all" ? account : limiter.take(rateClass, LIMITS[plan][rateClass], cost);
  const headers = rateHeaders(LIMITS[plan][rateClass], Math.min(account.remaining, own.remaining), cost);
  const refuse = (response: Response) => {
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  };
  if (own.exceeded) return refuse(tooManyRequests(own.resetSeconds));

  const accept = request.headers.get("accept");
  if (accept && !accept.split(",").some((type) => /^\s*(application\/json|\*\/\*)/i.test(type))) {
    return refuse(new Response(null, { status: 406 }));
  }
  const contentType = request.headers.get("content-type") ?? "";
  if (request.body !== "" && !/^application\/json\b/i.test(contentType)) {
    const message = `Content-Type header is set to ${contentType || "nothing"}. It should be application/json`;
    return refuse(jsonAnswer(415, { code: "invalid_content_type", message }));
  }
  return headers;
}

const rateHeaders = (total: number, remaining: number, used: number) => ({
  "x-ratelimit-total": String(total),
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-used-currentrequest": String(used),
});

/** A refusal without cause: other integrations of the same account have used up its calls. */
export function refusedByOthers(plan: RatePlan, retryAfterSeconds: number): Response {
  const response = tooManyRequests(retryAfterSeconds);
  for (const [name, value] of Object.entries(rateHeaders(LIMITS[plan].all, 0, 1))) response.headers.set(name, value);
  return response;
}

/** The user is the key, the password any text. */
function authorized(header: string | null): boolean {
  const [scheme, encoded] = (header ?? "").split(" ");
  if (scheme?.toLowerCase() !== "basic" || !encoded) return false;
  return Buffer.from(encoded, "base64").toString("utf8").split(":")[0] === API_KEY;
}

function rateClassOf({ method, path }: DialectRequest): RateClass {
  if (path === "/tickets") return method === "POST" ? "ticket-create" : "tickets-list";
  if (method === "PUT" && /^\/tickets\/\d+$/.test(path)) return "ticket-update";
  if (method === "GET" && path === "/contacts") return "contacts-list";
  return "all";
}

/** Embeds cost 2 each on lists, 1 each on a single ticket. */
function costOf({ path, query }: DialectRequest): number {
  const embeds = (query.get("include") ?? "").split(",").filter((name) => name !== "").length;
  return 1 + embeds * (path === "/tickets" ? 2 : 1);
}
