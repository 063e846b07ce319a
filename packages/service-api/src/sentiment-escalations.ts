import { z } from "zod";
import { optionalIdUpTo } from "./fields.ts";
import { severitySchema } from "./sentiment-alerts.ts";

const absentWhenEmpty = (given: unknown) => (given === "" || given === null ? undefined : given);

export const escalationsQuerySchema = z.object({
  /** How many the team can take care of; by default what is configured. */
  capacity: z.preprocess(absentWhenEmpty, z.coerce.number().int().min(1).max(100).optional()),
  /** Name of a connection. */
  ticket_system: optionalIdUpTo(128),
});
export type EscalationsQuery = z.output<typeof escalationsQuerySchema>;

/** Each is a fact that is stored, with the value that was found there. */
export const escalationReasonSchema = z.object({
  fact: z.enum(["escalation_risk", "alerts", "negatives_in_a_row", "trend", "waiting_hours", "agents"]),
  value: z.union([z.number(), z.string()]),
  text: z.string(),
});
export type EscalationReason = z.output<typeof escalationReasonSchema>;

export const escalationSchema = z.object({
  /** From 1. */
  rank: z.number().int().min(1),
  customer_id: z.string(),
  ticket_id: z.string().nullable(),
  ticket_system: z.string().nullable(),
  /** The higher one of the alert that is not resolved and of the newest message. */
  risk: z.number().min(0).max(1),
  /** Of the alert that is not resolved. */
  alert_id: z.string().nullable(),
  severity: severitySchema.nullable(),
  /** When the customer wrote last; `null` when the messages are no longer kept. */
  last_message_at: z.string().nullable(),
  reasons: z.array(escalationReasonSchema),
});
export type Escalation = z.output<typeof escalationSchema>;

export const escalationsSchema = z
  .object({
    as_of: z.string(),
    capacity: z.number().int().min(1),
    /** Cut to the capacity, the riskiest first. */
    escalations: z.array(escalationSchema),
    /** How many there would be. */
    total: z.number().int().min(0),
  })
  .meta({ id: "Escalations" });
export type Escalations = z.output<typeof escalationsSchema>;
