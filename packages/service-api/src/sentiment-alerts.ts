import { z } from "zod";
import { instant, optionalIdUpTo } from "./fields.ts";
import { customerIdSchema } from "./sentiment.ts";

export const severitySchema = z.enum(["low", "medium", "high"]);
export type Severity = z.output<typeof severitySchema>;

export const alertStatusSchema = z.enum(["open", "acknowledged", "resolved"]);
export type AlertStatus = z.output<typeof alertStatusSchema>;

const absentWhenEmpty = (given: unknown) => (given === "" || given === null ? undefined : given);

export const alertsQuerySchema = z.object({
  severity: z.preprocess(absentWhenEmpty, severitySchema.optional()),
  customer_id: z.preprocess(absentWhenEmpty, customerIdSchema.optional()),
  ticket_id: optionalIdUpTo(128),
  /** `active` is everything that is not resolved. */
  status: z.enum(["active", "all", ...alertStatusSchema.options]).default("active"),
  /** Only alerts of tickets that were resolved at or after that instant, oldest first; the other filters do not count then. */
  resolved_since: z.preprocess(absentWhenEmpty, instant.optional()),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
});
export type AlertsQuery = z.output<typeof alertsQuerySchema>;

export const alertSchema = z
  .object({
    id: z.string(),
    customer_id: z.string(),
    severity: severitySchema,
    reason: z.string(),
    created_at: z.string(),
    ticket_id: z.string().nullable(),
    /** Name of the connection that the ticket belongs to, as far as it was told. */
    ticket_system: z.string().nullable(),
    /** The highest of its messages. */
    risk: z.number().min(0).max(1),
    status: alertStatusSchema,
    /** Messages that raised or repeated it. */
    count: z.number().int().min(1),
    last_seen_at: z.string(),
    acknowledged_by: z.string().nullable(),
    resolved_at: z.string().nullable(),
    /** Who resolved it; `otai` when calm messages did. */
    resolved_by: z.string().nullable(),
    /** Why, when nobody did. */
    resolve_reason: z.string().nullable(),
  })
  .meta({ id: "SentimentAlert" });
export type Alert = z.output<typeof alertSchema>;
