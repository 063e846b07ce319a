import { z } from "zod";
import { bandSchema } from "./classify.ts";
import { degradedReasonSchema } from "./engine-block.ts";
import { channelSchema, tierSchema } from "./enums.ts";
import { idUpTo, languageTag, optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";
import { urgencyWord } from "./urgency.ts";

const platformSchema = z.enum(["freshdesk", "zendesk", "zammad", "otobo", "znuny", "otrs", "generic"]);

/** A number where the platform's ids are numbers. */
export const groupIdSchema = z.union([z.number().int(), z.string()]);

export const routeRequestSchema = z
  .object({
    ticket_id: idUpTo(128),
    category: textBetween(1, 128),
    /** Words of a foreign service pass as they are: they match no rule. */
    urgency: textBetween(1, 32).transform(urgencyWord),
    sentiment: textBetween(1, 32),
    confidence: optional(probability),
    confidences: optional(z.record(z.string(), probability)),
    /** As /classify gave them; the other teams of the answer come from those of the category. */
    alternatives: optional(
      z.object({
        category: optional(z.array(z.object({ value: textBetween(1, 128), confidence: probability })).max(100)),
      }),
    ),
    language: optional(languageTag),
    channel: optional(channelSchema),
    tier: optional(tierSchema),
    platform: optional(platformSchema),
    connection: optionalIdUpTo(128),
  })
  .meta({ id: "RouteRequest" });
export type RouteRequest = z.output<typeof routeRequestSchema>;

export const routeAnswerSchema = z
  .object({
    team: z.string(),
    /** Id of somebody who is active, works in the group and has room; a proposal, `reason` says why nobody is made. */
    agent: z.string().nullable(),
    reason: z.string(),
    group_id: groupIdSchema.nullable(),
    group_name: z.string().nullable(),
    rule_id: z.string().nullable(),
    matched: z.boolean(),
    band: bandSchema,
    /** Other teams, by the alternatives of the category in the request; empty without those. */
    alternatives: z.array(
      z.object({ team: z.string(), group_id: groupIdSchema.nullable(), score: z.number().min(0).max(1) }),
    ),
    rules_version: z.number().int(),
    engine: z.literal("rules"),
    model_version: z.string(),
    degraded: z.boolean(),
    degraded_reason: degradedReasonSchema,
  })
  .meta({ id: "Routing" });
export type Routing = z.output<typeof routeAnswerSchema>;
