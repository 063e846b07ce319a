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
import type { RequestEnv } from "./context.ts";
import { eventResults } from "./event-results.ts";
import { waitForEvents } from "./wait-for-events.ts";

export interface WebhookTarget {
  readonly connected: ConnectedSystem;
  /** As in the path: `freshdesk`, `zendesk`, …; the own name first, then those of kindred systems. */
  readonly platforms: readonly string[];
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
export function webhookRoutes(app: OpenAPIHono<RequestEnv>, options: WebhookOptions): void {
  const limit = bodyLimit({ maxSize: largestBody, onError: (context) => errorAnswer(context, 413, "At most 10 MiB") });
  const receive = async (context: Context, platform: string, connection: string | null, route: string) => {
    const target = findTarget(options.targets(), platform, connection);
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
    const wait = context.req.query("wait");
    if (wait !== undefined && !/^([1-9]|10)$/.test(wait)) {
      return errorAnswer(context, 400, "wait is a whole number of seconds from 1 to 10");
    }
    const accepted = await acceptDelivery(target.connected, target.receiver, delivery, options);
    if (target.receiver.answer !== undefined) return context.json(target.receiver.answer, 200);
    const eventId = accepted.eventIds[0] ?? null;
    const answer = { event_id: eventId, duplicate: accepted.duplicate };
    if (wait !== undefined && eventId !== null) {
      const events = await waitForEvents(options.store, accepted.eventIds, Number(wait), context.req.raw.signal);
      const results = events && (await Promise.all(events.map((event) => eventResults(options.store, event))));
      const dead = events?.some(({ state }) => state === "dead");
      if (results) return context.json({ status: dead ? "dead" : "done", ...answer, results: results.flat() }, 200);
    }
    return context.json({ status: "accepted", ...answer }, 202);
  };
  // With a slash at the end as well: senders follow no redirect.
  const post = (path: string, answer: (context: Context) => Promise<Response>) =>
    app.on("POST", [path, `${path}/`], limit, answer);
  const part = (context: Context, name: string) => context.req.param(name) ?? "";
  post("/api/v1/webhook/:platform", (context) => {
    const platform = part(context, "platform");
    // The generic system's connections bear the names of their senders: `/api/v1/webhook/jira`.
    const isKnown = options.targets().some(({ platforms }) => platforms.includes(platform));
    return isKnown ? receive(context, platform, null, "events") : receive(context, "webhook", platform, "events");
  });
  post("/:platform/:route", (context) => receive(context, part(context, "platform"), null, part(context, "route")));
  post("/:platform/:connection/:route", (context) =>
    receive(context, part(context, "platform"), part(context, "connection"), part(context, "route")),
  );
}

/** The connection of that name, or the first one; one that calls itself so comes before one that is merely kindred. */
function findTarget(
  targets: readonly WebhookTarget[],
  platform: string,
  connection: string | null,
): WebhookTarget | undefined {
  const meant = targets.filter(
    ({ platforms, connected }) =>
      platforms.includes(platform) && (connection === null || connected.name === connection),
  );
  return meant.find(({ platforms }) => platforms[0] === platform) ?? meant[0];
}
