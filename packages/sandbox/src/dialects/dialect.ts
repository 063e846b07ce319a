import type { Hono } from "hono";
import type { Clock, Desk } from "../desk/desk.ts";
import type { DeskEvent, DeskEventKind } from "../desk/desk-model.ts";
import type { Random } from "../desk/random.ts";
import type { RateLimiter, RatePlan } from "../rate/rate-limiter.ts";

/** What a dialect is built over. `limiter` is this dialect's own; limits are counted per account, and this is one account. */
export interface DialectContext {
  desk: Desk;
  now: Clock;
  random: Random;
  plan: RatePlan;
  limiter: RateLimiter;
  /** Vendors' waiting times are multiplied by this. */
  timeScale: number;
  /** IANA name, for vendors whose stamps carry no zone; without it Europe/Berlin. */
  serverTimeZone?: string;
  /** Where this dialect is reached, without a trailing slash: `http://127.0.0.1:9000/freshdesk`. Known once the server listens. */
  baseUrl: () => string;
}

/** One API request before it reaches a route. */
export interface DialectRequest {
  method: string;
  /** Below the mount path, with a leading slash: `/tickets/12`. */
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

/** `auth` is a call whose only purpose is to log in. */
export type RequestKind = "read" | "write" | "auth";

export interface WebhookSubscription {
  dialect: string;
  /** The exact address; `{event}` in it is replaced by the kind of event. */
  url: string;
  secret: string | null;
  events: DeskEventKind[];
  /** The administrator's body template, for vendors whose rules have one. */
  template?: string;
}

export interface WebhookAttempt {
  event: DeskEvent;
  subscription: WebhookSubscription;
  /** The same for every attempt of one delivery. */
  deliveryId: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** When this attempt is sent. */
  at: number;
}

/** How this vendor's webhooks look, and when a failed one is tried again. */
export interface WebhookFormat {
  /** The request of one attempt; `body` is the exact text that is sent. */
  request: (attempt: WebhookAttempt) => { headers: Record<string, string>; body: string };
  /** Milliseconds to wait before the 2nd, 3rd … attempt, before the sandbox's time scale is applied. */
  retryDelays: readonly number[];
  /** Whether this answer (null: none came) is followed by a retry. */
  retryOn: (status: number | null) => boolean;
  timeoutMs: number;
}

export interface Dialect {
  name: string;
  /** `/freshdesk/api/v2` */
  mountPath: string;
  kindOf: (request: DialectRequest) => RequestKind;
  /**
   * Everything the vendor checks before it looks at the resource: credentials, media types, rate limit.
   * Returns the refusal, or the headers that every answer to this request carries (rate limits, request ids).
   */
  admit: (request: DialectRequest) => Response | Record<string, string>;
  /** The vendor's answers for faults that the control API asks for. */
  faultResponse: (kind: "429" | "5xx") => Response;
  /** Routes relative to the mount path, with a catch-all for unknown paths. Handlers get the body by `c.req.text()` or `c.req.json()`. */
  routes: Hono;
  /** Absent: this vendor has no webhooks. */
  webhook?: WebhookFormat;
}

export type DialectFactory = (context: DialectContext) => Dialect;
