import type { OpenAPIHono } from "@hono/zod-openapi";
import { type BaseOptions, createBaseApp } from "./base-app.ts";
import type { RequestEnv } from "./context.ts";
import { docsRoutes } from "./docs-routes.ts";
import { createMetrics, metricsRoute } from "./metrics.ts";
import { mountServices, type OfferedServices } from "./services/mount-services.ts";
import type { EndpointOptions } from "./services/service-endpoints.ts";
import { createUnknownKeys } from "./services/unknown-keys.ts";

export interface ServiceHttpOptions extends BaseOptions, EndpointOptions {
  readonly services: OfferedServices;
}

/** Services without the helpdesk side: their endpoints, `/health`, `/metrics` and the description. */
export function createServiceHttp(options: ServiceHttpOptions): OpenAPIHono<RequestEnv> {
  const app = createBaseApp(options);
  app.get("/", (context) => context.redirect("/docs"));
  docsRoutes(app, options.version);
  const metrics = createMetrics(options.store);
  metricsRoute(app, metrics, options);
  const countUnknownKey = createUnknownKeys(metrics);
  mountServices(app, options.services, { ...options, countUnknownKey }).refuseOtherMethods();
  return app;
}
