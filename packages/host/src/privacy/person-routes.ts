import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import { OtaiError } from "@otai/plugin-api/errors";
import type { OtaiStore } from "@otai/store/store-transaction";
import { errorAnswer } from "../http/api-error.ts";
import { errorSchema, json, ok } from "../http/api-schema.ts";
import type { RequestEnv } from "../http/context.ts";
import { erasePerson } from "./erase-person.ts";
import type { FoundPerson } from "./find-person.ts";

const erasedSchema = z
  .object({
    tickets: z.number().int(),
    removed: z.record(z.string(), z.number().int()),
    models_to_retrain: z.array(z.string()),
    not_asked: z.array(z.object({ ticket_system: z.string(), reason: z.string() })),
  })
  .openapi("ErasedPerson");

const eraseRoute = createRoute({
  method: "delete",
  path: "/persons/{id}",
  summary: "Forget a requester: what is kept of him is removed, models that learned from him are retrained",
  request: {
    params: z.object({ id: z.string().min(1).max(320).openapi({ description: "Requester id or e-mail address" }) }),
    query: z.object({ ticket_system: z.string().min(1).optional() }),
  },
  responses: {
    ...ok("What was removed, also when there was nothing", erasedSchema),
    400: json("Which ticket system is meant cannot be told", errorSchema),
  },
});

export interface PersonRoutesOptions {
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly findPerson: (requester: string, ticketSystem: string | null) => Promise<FoundPerson>;
}

/** Mounted under `/api/v1`, for administrators. */
export function personRoutes(options: PersonRoutesOptions, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(eraseRoute, async (context) => {
    const { id } = context.req.valid("param");
    const { ticket_system: ticketSystem } = context.req.valid("query");
    let found: FoundPerson;
    try {
      found = await options.findPerson(id, ticketSystem ?? null);
    } catch (error) {
      if (!OtaiError.is(error) || error.scope !== "config") throw error;
      return errorAnswer(context, 400, error.message);
    }
    const { removed, modelsToRetrain } = await erasePerson(found.person, { ...options, by: "api" });
    return context.json(
      {
        tickets: found.person.places.reduce((total, { ticketIds }) => total + ticketIds.length, 0),
        removed,
        models_to_retrain: [...modelsToRetrain],
        not_asked: found.unasked.map(({ connection, reason }) => ({ ticket_system: connection, reason })),
      },
      200,
    );
  });
}
