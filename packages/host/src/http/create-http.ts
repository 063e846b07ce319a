import { OpenAPIHono } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import { cors } from "hono/cors";
import { answerError, errorAnswer } from "./api-error.ts";
import { type ApiKey, authenticate } from "./authenticate.ts";
import { controlRoutes } from "./control-routes.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { docsRoutes } from "./docs-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { createMetrics } from "./metrics.ts";
import { modelRoutes } from "./model-routes.ts";
import { operationRoutes } from "./operation-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { runRoutes } from "./run-routes.ts";
import { ticketRoutes } from "./ticket-routes.ts";
import { type WebhookTarget, webhookRoutes } from "./webhook-routes.ts";

export interface HttpOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly version: string;
  readonly keys: readonly ApiKey[];
  readonly cors: readonly string[];
  readonly loopback: boolean;
  readonly webhooks: () => readonly WebhookTarget[];
  /** Why the server is not ready yet; empty when it is. */
  readonly notReady: () => readonly string[];
}

/** One port for services, console and webhooks. */
export function createHttp(options: HttpOptions): OpenAPIHono {
  const { store, clock, ids, log } = options;
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
      return errorAnswer(context, 422, "Request validation failed", errors);
    },
  });
  app.use(async (context, next) => {
    const given = context.req.header("x-request-id");
    const requestId = given !== undefined && /^[A-Za-z0-9._-]{1,128}$/.test(given) ? given : ids.next("rq");
    context.set("requestId" as never, requestId as never);
    await next();
    context.header("X-Request-ID", requestId);
  });
  if (options.cors.length > 0) app.use(cors({ origin: [...options.cors] }));
  app.onError((error, context) => answerError(error, context, log));
  app.notFound((context) => errorAnswer(context, 404, "Not found"));

  app.get("/health", (context) =>
    context.json({ status: "ok", version: options.version, services: ["triage"], degraded: false }),
  );
  app.get("/ready", (context) => {
    const waitingFor = options.notReady();
    return context.json(
      { status: waitingFor.length === 0 ? "ready" : "starting", waiting_for: waitingFor },
      waitingFor.length === 0 ? 200 : 503,
    );
  });
  pageRoutes(app);
  docsRoutes(app, options.version);

  const metrics = createMetrics(store);
  app.use("/metrics", authenticate(options, "read"));
  app.get("/metrics", async (context) =>
    context.text(await metrics.metrics(), 200, { "Content-Type": metrics.contentType }),
  );

  const api = new OpenAPIHono();
  app.use("/api/v1/*", async (context, next) => {
    // Webhook calls prove themselves by secret or signature.
    if (context.req.path.startsWith("/api/v1/webhook/")) return next();
    return authenticate(options, context.req.method === "GET" ? "read" : "admin")(context, next);
  });
  for (const routes of [decisionRoutes, runRoutes, ticketRoutes, eventRoutes, modelRoutes, operationRoutes])
    routes(store, api);
  controlRoutes(options, api);
  app.route("/api/v1", api);
  webhookRoutes(app, { targets: options.webhooks, store, clock, ids, log });
  return app;
}
