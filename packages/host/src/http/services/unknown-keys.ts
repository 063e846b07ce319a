import type { MiddlewareHandler } from "hono";
import { Counter, type Registry } from "prom-client";
import { z } from "zod";
import type { ServiceRoute } from "./service-endpoints.ts";

/** Callers choose the names, so there must be an end to them. */
const most = { names: 100, length: 60 };

export type CountUnknownKey = (service: string, key: string) => void;

/** Request keys that no schema knows: they are ignored, and counted so that a misspelt one can be found. */
export function createUnknownKeys(registry: Registry): CountUnknownKey {
  const counter = new Counter({
    name: "otai_unknown_request_keys_total",
    help: "Request keys that were ignored because the contract does not know them",
    labelNames: ["service", "key"],
    registers: [registry],
  });
  const names = new Set<string>();
  return (service, key) => {
    const known = names.has(key) || (names.size < most.names && key.length <= most.length);
    if (known) names.add(key);
    counter.inc({ service, key: known ? key : "other" });
  };
}

/** The keys of a request's body, by its schema; `null` where it is no plain object. */
function keysOf(schema: unknown): ReadonlySet<string> | null {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape));
  if (!(schema instanceof z.ZodPipe)) return null;
  return keysOf(schema.def.in) ?? keysOf(schema.def.out);
}

/** Counts after the guards: the body is well-formed JSON by then. */
export function countUnknownKeys(
  service: string,
  route: ServiceRoute,
  count: CountUnknownKey,
): MiddlewareHandler | null {
  const content = route.request?.body?.content["application/json"];
  const known = keysOf((content as { schema?: unknown } | undefined)?.schema);
  if (known === null) return null;
  const aliases = new Set(route.alsoKnown ?? []);
  return async (context, next) => {
    const body: unknown = await context.req.json();
    if (typeof body === "object" && body !== null && !Array.isArray(body)) {
      for (const key of Object.keys(body)) if (!known.has(key) && !aliases.has(key)) count(service, key);
    }
    return next();
  };
}
