import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Next } from "hono";
import { errorAnswer } from "./api-error.ts";

export interface ApiKey {
  readonly name: string;
  readonly key: string;
  readonly scopes: readonly string[];
}

export interface AuthenticateOptions {
  readonly keys: readonly ApiKey[];
  /** Bound to loopback: without keys everybody on this machine may ask. */
  readonly loopback: boolean;
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Compares digests, so that neither content nor length of a key shows in the time it takes. */
function sameKey(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function givenKey(context: Context): string | null {
  const header = context.req.header("x-api-key");
  if (header !== undefined) return header;
  const bearer = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "");
  return bearer?.[1] ?? null;
}

/**
 * Every path behind it wants a key with one of the scopes (`admin` opens all). Without keys (loopback only) the request must be addressed to this machine and
 * come from no foreign page, so that a web site in the administrator's browser cannot reach it (DNS rebinding, CSRF).
 */
export function authenticate({ keys, loopback }: AuthenticateOptions, ...scopes: readonly string[]) {
  return async (context: Context, next: Next) => {
    if (keys.length === 0) {
      if (!loopback) return errorAnswer(context, 401, "No API key is configured, so nobody may ask");
      const host = new URL(context.req.url).hostname;
      const origin = context.req.header("origin");
      if (!loopbackNames.has(host)) return errorAnswer(context, 403, "Ask by localhost or give the server an API key");
      if (origin !== undefined && !loopbackNames.has(hostnameOf(origin)))
        return errorAnswer(context, 403, "Foreign origin");
      return next();
    }
    const given = givenKey(context);
    const matching = keys.filter((candidate) => given !== null && sameKey(given, candidate.key));
    if (matching.length === 0) return errorAnswer(context, 401, "Give a valid API key as X-API-Key or Bearer token");
    const allowed = matching.find((key) => [...scopes, "admin"].some((scope) => key.scopes.includes(scope)));
    if (allowed === undefined) return errorAnswer(context, 403, `This key lacks the scope ${scopes.join(" or ")}`);
    context.set("keyName", allowed.name);
    context.set("keyScopes", allowed.scopes);
    return next();
  };
}

function hostnameOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : "";
}
