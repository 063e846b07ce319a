import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { errorAnswer } from "./api-error.ts";
import { notFound, ok } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";

const done = ok("Done", z.object({ status: z.literal("ok") }));

const pauseWrites = createRoute({
  method: "post",
  path: "/pause",
  summary: "Stop all AI writes, keep every setting",
  responses: done,
});

const resumeWrites = createRoute({
  method: "post",
  path: "/resume",
  summary: "Allow AI writes again",
  responses: done,
});

const retryEvent = createRoute({
  method: "post",
  path: "/dead-letters/{id}/retry",
  summary: "Try a dead event once more; effects that happened are not repeated",
  request: { params: z.object({ id: z.string() }) },
  responses: { ...done, ...notFound },
});

export interface ControlOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What an administrator changes while it runs, mounted under `/api/v1`; every change is in the audit. */
export function controlRoutes({ store, clock, ids }: ControlOptions, app: OpenAPIHono<RequestEnv>): void {
  const audit = (action: string, subject: string) => ({
    id: ids.next("au"),
    at: clock.now(),
    actor: "api",
    action,
    subject,
    details: {},
  });
  const setPaused = (paused: boolean) =>
    store.write(async (tx) => {
      await tx.settings.setPaused(paused);
      await tx.audit.add(audit(paused ? "pause" : "resume", "writes"));
    });
  app.openapi(pauseWrites, async (context) => {
    await setPaused(true);
    return context.json({ status: "ok" as const }, 200);
  });
  app.openapi(resumeWrites, async (context) => {
    await setPaused(false);
    return context.json({ status: "ok" as const }, 200);
  });
  app.openapi(retryEvent, async (context) => {
    const { id } = context.req.valid("param");
    const reopened = await store.write(async (tx) => {
      const wasDead = await tx.inbox.reopen(id);
      if (wasDead) await tx.audit.add(audit("retry", id));
      return wasDead;
    });
    if (!reopened) return errorAnswer(context, 404, `There is no dead event ${id}`);
    return context.json({ status: "ok" as const }, 200);
  });
}
