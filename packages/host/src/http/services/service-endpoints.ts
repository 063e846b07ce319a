import { createRoute, type OpenAPIHono, type RouteConfig, type RouteHandler, type z } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import type { Usage } from "@otai/service-api/usage";
import type { Context, MiddlewareHandler } from "hono";
import { errorAnswer } from "../api-error.ts";
import { errorSchema, json } from "../api-schema.ts";
import { type AuthenticateOptions, authenticate } from "../authenticate.ts";
import type { RequestEnv } from "../context.ts";
import { refuseInvalid } from "../validation.ts";
import { answerOnce } from "./answer-once.ts";
import { limitBody, wantJson } from "./request-guards.ts";
import { type CountUnknownKey, countUnknownKeys } from "./unknown-keys.ts";

export type ServiceName = "triage" | "reply" | "qa" | "sentiment" | "kb";

export interface EndpointOptions extends AuthenticateOptions {
  readonly store: Store;
  /** What language models used; absent where there is no meter. */
  readonly usage?: () => Promise<Usage>;
  readonly countUnknownKey?: CountUnknownKey;
}

/** A route of the published contract; its path is the bare spelling. */
export type ServiceRoute = Omit<RouteConfig, "middleware"> & {
  /** In mebibytes; 1 unless said otherwise. */
  readonly largestBody?: number;
  /** `multipart` bodies are checked by the handler. */
  readonly body?: "json" | "multipart";
  /** Instead of the service's own scope. */
  readonly scope?: string;
  /** Other names of keys, which the schema takes before it looks. */
  readonly alsoKnown?: readonly string[];
};

/** Adds routes of one service in both spellings, `/x` and `/api/v1/x`: same handler, same result. */
export type ServiceEndpoints = <Route extends ServiceRoute>(
  route: Route,
  handler: RouteHandler<Route, RequestEnv>,
) => void;

/** For the handlers' requests: `request: { body: jsonBody(schema) }`. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { content: { "application/json": { schema } }, required: true } as const;
}

/** The good answer and the one shape of all others. */
export function answers<Schema extends z.ZodType, Status extends 200 | 201 | 202 = 200>(
  schema: Schema,
  status: Status = 200 as Status,
) {
  const good = { [status]: json("The answer", schema) } as Record<Status, ReturnType<typeof json<Schema>>>;
  return { ...good, 422: json("What is wrong with the request", errorSchema) };
}

/** All routes of the services; `refuseOtherMethods` comes last, when every route of the application is known. */
export function createServiceEndpoints(app: OpenAPIHono<RequestEnv>, options: EndpointOptions) {
  const methods = new Map<string, Set<string>>();
  const once = answerOnce(options.store);

  function endpointsOf(service: ServiceName | "usage"): ServiceEndpoints {
    return (route, handler) => {
      const { largestBody = 1, body = "json", scope = service, alsoKnown: _, ...config } = route;
      const reads = route.method === "get";
      const middleware: MiddlewareHandler[] = [authenticate(options, ...(reads ? [scope, "read"] : [scope]))];
      if (!reads) {
        middleware.push(limitBody(largestBody));
        if (body === "json" && route.request?.body !== undefined) middleware.push(wantJson);
        const counting = options.countUnknownKey && countUnknownKeys(service, route, options.countUnknownKey);
        if (counting) middleware.push(counting);
        if (route.method === "post") middleware.push(once);
      }
      for (const prefix of ["", "/api/v1"]) {
        const spelled = createRoute({ ...config, path: `${prefix}${route.path}`, tags: [service], middleware });
        app.openapi(spelled, handler as never, refuseInvalid);
        const path = spelled.getRoutingPath();
        methods.set(path, (methods.get(path) ?? new Set()).add(route.method.toUpperCase()));
      }
    };
  }

  function refuseOtherMethods(): void {
    for (const [path, allowed] of methods) {
      app.all(path, (context: Context) => {
        context.header("Allow", [...allowed].join(", "));
        return errorAnswer(context, 405, `Only ${[...allowed].join(", ")} here`);
      });
    }
  }

  return { endpointsOf, refuseOtherMethods };
}
