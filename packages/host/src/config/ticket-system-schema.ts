import { z } from "zod";
import { fieldsInput } from "./field-schema.ts";

/** `now`, or an instant in milliseconds. A day alone begins at midnight UTC. */
const ingestFrom = z
  .string()
  .transform((text, context): "now" | number => {
    if (text === "now") return "now";
    const instant = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(instant)) {
      context.addIssue({
        code: "custom",
        message: "must be now, a date (2026-01-31) or a time with its zone (2026-01-31T08:00:00Z)",
      });
    }
    return instant;
  })
  .describe("now, or a date; older tickets are history to learn from, never events.");

const webhook = z.strictObject({
  secret: z.string().min(1).describe("Secret that the ticket system signs or sends with each call."),
  previous_secrets: z.array(z.string().min(1)).default([]).describe("Still accepted while rotating."),
});

/** One entry of `ticket_systems`; its `params` belong to the plugin. */
const ticketSystem = z.strictObject({
  use: z
    .string()
    .regex(/^[^\s:]+:[^\s:]+$/, "must be <package>:<name>, for instance otai_zendesk:ZendeskTicketsystemService")
    .describe("<package>:<name> of the plugin, for instance otai_freshdesk:FreshdeskTicketsystemService."),
  params: z.record(z.string(), z.unknown()).default({}).describe("Address and key, as the plugin wants them."),
  bot_user: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .nullable()
    .default(null)
    .describe("Id of the user whose changes are our own; found by itself where the API tells."),
  ingest_from: ingestFrom.default("now"),
  poll_seconds: z.number().int().min(5).max(86_400).default(30).describe("Time between two looks for changes."),
  webhook: webhook.nullable().default(null).describe("Without a secret the route is off."),
  fields: fieldsInput.default({}).describe("This connection's settings over the general ones."),
  triage_note: z.boolean().default(false).describe("Post a private note that explains the triage."),
  overwrite_on_create: z
    .array(z.enum(["priority", "queue", "type"]))
    .default(["priority", "queue"])
    .describe(
      "Fields that may replace, once, what stood there when the ticket was created; empty ones are always filled.",
    ),
});

export const ticketSystems = z.record(
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "a connection's name is letters, digits, _ and -, at most 64"),
  ticketSystem,
);
