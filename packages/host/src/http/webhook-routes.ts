import type { OpenAPIHono } from "@hono/zod-openapi";
import { acceptDelivery } from "@otai/core/ingest/accept-delivery";
import type { Store } from "@otai/core/ports/store";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Log } from "@otai/plugin-api/plugin";
import type { WebhookReceiver, WebhookSecrets } from "@otai/plugin-api/webhook";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { errorAnswer } from "./api-error.ts";

export interface WebhookTarget {
  readonly connected: ConnectedSystem;
  /** As in the path: `freshdesk`, `zendesk`, … */
  readonly platform: string;
  readonly receiver: WebhookReceiver;
  readonly secrets: WebhookSecrets;
}

export interface WebhookOptions {
  /** Only connections with a secret; a connection without one has no route. The first of a platform is its default. */
  readonly targets: () => readonly WebhookTarget[];
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

const largestBody = 10 * 1024 * 1024;
const namedRoutes = ["ticket-created", "customer-replied", "ticket-resolved"];

/**
 * `POST /{platform}/{route}` and `POST /{platform}/{connection}/{route}`. Verify on the raw bytes, store, answer 202: all work
 * happens later. What is not configured does not exist (404).
 */
export function webhookRoutes(app: OpenAPIHono, options: WebhookOptions): void {
  const limit = bodyLimit({ maxSize: largestBody, onError: (context) => errorAnswer(context, 413, "At most 10 MiB") });
  const receive = async (context: Context, platform: string, connection: string | null, route: string) => {
    const target = options
      .targets()
      .find(
        (candidate) =>
          candidate.platform === platform && (connection === null || candidate.connected.name === connection),
      );
    if (target === undefined || ![...namedRoutes, ...target.receiver.routes].includes(route)) {
      return errorAnswer(context, 404, "Not found");
    }
    const delivery = {
      route,
      headers: context.req.header(),
      body: new Uint8Array(await context.req.arrayBuffer()),
      receivedAt: options.clock.now(),
    };
    const verification = target.receiver.verify(delivery, target.secrets);
    if (!verification.ok) {
      options.log.warn(
        { connection: target.connected.name, route, reason: verification.reason },
        "a webhook call was refused",
      );
      return errorAnswer(context, 401, "The secret or signature is missing or wrong");
    }
    const accepted = await acceptDelivery(target.connected, target.receiver, delivery, options);
    if (target.receiver.answer !== undefined) return context.json(target.receiver.answer, 200);
    const eventId = accepted.eventIds[0] ?? null;
    return context.json({ status: "accepted", event_id: eventId, duplicate: accepted.duplicate }, 202);
  };
  app.post("/api/v1/webhook/:platform", limit, (context) =>
    receive(context, context.req.param("platform"), null, "events"),
  );
  app.post("/:platform/:route", limit, (context) =>
    receive(context, context.req.param("platform"), null, context.req.param("route")),
  );
  app.post("/:platform/:connection/:route", limit, (context) =>
    receive(context, context.req.param("platform"), context.req.param("connection"), context.req.param("route")),
  );
}
