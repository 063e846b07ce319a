import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Context } from "hono";
import { syncChore } from "../services/sync-knowledge.ts";
import { errorAnswer } from "./api-error.ts";
import { type AuthenticateOptions, authenticate } from "./authenticate.ts";
import type { RequestEnv } from "./context.ts";

export interface KnowledgeSyncOptions extends AuthenticateOptions {
  readonly store: Store;
  /** Connections that have articles, with the first part of their webhook paths. */
  readonly sources: () => readonly { readonly connected: ConnectedSystem; readonly platforms: readonly string[] }[];
}

/** `POST /{platform}/kb-sync` and `POST /{platform}/{connection}/kb-sync`: articles are taken over as soon as a worker is free. */
export function knowledgeSyncRoutes(
  app: OpenAPIHono<RequestEnv>,
  { store, sources, ...keys }: KnowledgeSyncOptions,
): void {
  const start = async (context: Context, platform: string, connection: string | null) => {
    const found = sources().filter(
      ({ connected, platforms }) =>
        platforms.includes(platform) && (connection === null || connected.name === connection),
    );
    if (found.length === 0) return errorAnswer(context, 404, "No connection of this kind offers articles");
    await store.write(async (tx) => {
      for (const { connected } of found) await tx.chores.wake(syncChore(connected.uid));
    });
    return context.json({ status: "accepted", connections: found.map(({ connected }) => connected.name) }, 202);
  };
  const admin = authenticate(keys, "kb");
  app.post("/:platform/kb-sync", admin, (context) => start(context, context.req.param("platform") ?? "", null));
  app.post("/:platform/:connection/kb-sync", admin, (context) =>
    start(context, context.req.param("platform") ?? "", context.req.param("connection") ?? null),
  );
}
