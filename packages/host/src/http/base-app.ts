import { OpenAPIHono } from "@hono/zod-openapi";
import type { Ids } from "@otai/core/ports/surroundings";
import type { Log } from "@otai/plugin-api/plugin";
import { cors } from "hono/cors";
import { type PipelineIds, pipelineIdHeader } from "../services/pipeline-ids.ts";
import { answerError, errorAnswer } from "./api-error.ts";
import type { RequestEnv } from "./context.ts";
import { refuseInvalid } from "./validation.ts";

export interface BaseOptions {
  readonly ids: Ids;
  readonly log: Log;
  readonly version: string;
  readonly cors: readonly string[];
  /** Carries `X-Pipeline-ID` along to the calls that a request causes. */
  readonly pipeline?: PipelineIds;
  /** What `/health` says besides. @throws ServiceError when no request can be served */
  readonly health: () => Health | Promise<Health>;
}

/** For everybody: `/health` asks for no key. */
export interface Health {
  readonly services: readonly string[];
  /** Something does less than it could; requests are served all the same. */
  readonly degraded: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

/** What may be echoed and passed on. */
const plainId = /^[A-Za-z0-9._-]{1,128}$/;

/** What every server of ours does: request ids, the one error shape, CORS, `/health`. */
export function createBaseApp({
  ids,
  log,
  version,
  cors: origins,
  pipeline,
  health,
}: BaseOptions): OpenAPIHono<RequestEnv> {
  const app = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalid });
  app.use(async (context, next) => {
    const given = context.req.header("x-request-id");
    const requestId = given !== undefined && plainId.test(given) ? given : ids.next("rq");
    context.set("requestId", requestId);
    await next();
    context.header("X-Request-ID", requestId);
  });
  if (pipeline !== undefined) {
    app.use((context, next) => {
      const id = context.req.header(pipelineIdHeader);
      return id !== undefined && plainId.test(id) ? pipeline.run(id, next) : next();
    });
  }
  if (origins.length > 0) app.use(cors({ origin: [...origins] }));
  app.onError((error, context) => answerError(error, context, log));
  app.notFound((context) => errorAnswer(context, 404, "Not found"));
  app.get("/health", async (context) => context.json({ status: "ok", version, ...(await health()) }));
  return app;
}
