import { z } from "zod";
import { fieldsInput } from "./field-schema.ts";
import { learning } from "./learning-schema.ts";
import { limits, privacy, server, store } from "./server-schema.ts";
import { models, pipelines, routing, services } from "./service-schema.ts";
import { ticketSystems } from "./ticket-system-schema.ts";

/** The whole `config.yml`. */
export const configSchema = z.strictObject({
  ticket_systems: ticketSystems.refine(
    (systems) => Object.keys(systems).length > 0,
    "must name at least one ticket system",
  ),
  fields: fieldsInput.prefault({}).describe("Defaults for all ticket systems."),
  routing: routing.default([]).describe("First match wins; the last rule has no when."),
  services: services.prefault({}),
  models: models.prefault({}),
  learning: learning.prefault({}),
  pipelines: pipelines.default([]),
  server: server.prefault({}),
  store: store.prefault({}),
  privacy: privacy.prefault({}),
  limits: limits.prefault({}),
});

export type Config = z.output<typeof configSchema>;
