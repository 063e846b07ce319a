import { OpenAPIHono } from "@hono/zod-openapi";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import type { Usage } from "@otai/service-api/usage";
import type { OtaiStore } from "@otai/store/store-transaction";
import { type PersonRoutesOptions, personRoutes } from "../privacy/person-routes.ts";
import type { PipelineIds } from "../services/pipeline-ids.ts";
import { serveHealth } from "../services/serve-health.ts";
import type { ServedName } from "../services/serve-plan.ts";
import { type ApiKey, authenticate } from "./authenticate.ts";
import { createBaseApp } from "./base-app.ts";
import type { RequestEnv } from "./context.ts";
import { controlRoutes } from "./control-routes.ts";
import { correctionRoutes } from "./correction-routes.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { docsRoutes } from "./docs-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { type KnowledgeSyncOptions, knowledgeSyncRoutes } from "./knowledge-sync-routes.ts";
import { createMetrics, metricsRoute } from "./metrics.ts";
import { modelRoutes } from "./model-routes.ts";
import { operationRoutes } from "./operation-routes.ts";
import { pageRoutes } from "./page-routes.ts";
import { proofRoutes } from "./proof-routes.ts";
import { runRoutes } from "./run-routes.ts";
import { mountServices, type OfferedServices } from "./services/mount-services.ts";
import { createUnknownKeys } from "./services/unknown-keys.ts";
import { ticketRoutes } from "./ticket-routes.ts";
import { type WebhookTarget, webhookRoutes } from "./webhook-routes.ts";

export interface HttpOptions {
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly version: string;
  readonly keys: readonly ApiKey[];
  readonly cors: readonly string[];
  readonly loopback: boolean;
  readonly services: OfferedServices;
  readonly usage?: () => Promise<Usage>;
  readonly pipeline?: PipelineIds;
  readonly webhooks: () => readonly WebhookTarget[];
  readonly findPerson: PersonRoutesOptions["findPerson"];
  readonly articleSources: KnowledgeSyncOptions["sources"];
  /** Why the server is not ready yet; empty when it is. */
  readonly notReady: () => readonly string[];
}

/** One port for services, console and webhooks. */
export function createHttp(options: HttpOptions): OpenAPIHono<RequestEnv> {
  const { store, clock, ids, log, services } = options;
  const app = createBaseApp({
    ...options,
    health: () => serveHealth(Object.keys(services) as ServedName[], { store, systems: [], log }),
  });
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
  metricsRoute(app, metrics, options);

  // Before the administration below, which wants other scopes under the same prefix.
  const { refuseOtherMethods } = mountServices(app, services, {
    ...options,
    countUnknownKey: createUnknownKeys(metrics),
  });
  const api = new OpenAPIHono<RequestEnv>();
  app.use("/api/v1/*", async (context, next) => {
    // Webhook calls prove themselves by secret or signature.
    if (context.req.path.startsWith("/api/v1/webhook/")) return next();
    return authenticate(options, context.req.method === "GET" ? "read" : "admin")(context, next);
  });
  for (const routes of [
    decisionRoutes,
    runRoutes,
    ticketRoutes,
    eventRoutes,
    modelRoutes,
    proofRoutes,
    operationRoutes,
  ])
    routes(store, api);
  correctionRoutes(store, api);
  controlRoutes(options, api);
  personRoutes(options, api);
  app.route("/api/v1", api);
  refuseOtherMethods();
  knowledgeSyncRoutes(app, { ...options, sources: options.articleSources });
  webhookRoutes(app, { targets: options.webhooks, store, clock, ids, log });
  return app;
}
