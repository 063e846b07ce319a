import { z } from "zod";
import { channelSchema, sentimentLabelSchema, tierSchema } from "./enums.ts";
import { instant, languageTag, optional, optionalIdUpTo } from "./fields.ts";
import { groupIdSchema, type RouteRequest, routeAnswerSchema, routeRequestSchema } from "./route.ts";
import { ruleDryRunSchema } from "./rule-dry-run.ts";
import { urgencyInputSchema } from "./urgency.ts";

const anyOf = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).max(100).default([]);

/** How an agent is chosen among those of the group. */
export const agentStrategies = ["none", "round_robin", "least_busy", "skill"] as const;

export const routingRuleSchema = z
  .object({
    id: z.string().min(1).max(64),
    name: z.string().min(1).max(200),
    enabled: z.boolean().default(true),
    order: z.number().int().min(0),
    /** An empty list matches everything. */
    when: z
      .object({
        category: anyOf(z.string().min(1)),
        urgency: anyOf(urgencyInputSchema),
        sentiment: anyOf(sentimentLabelSchema),
        language: anyOf(languageTag),
        channel: anyOf(channelSchema),
        tier: anyOf(tierSchema),
        hours: z.enum(["always", "business", "off_hours"]).default("always"),
      })
      .prefault({}),
    // biome-ignore lint/suspicious/noThenProperty: the published word
    then: z.object({
      team: z.string().min(1).max(200),
      group_id: groupIdSchema.nullable().default(null),
      group_name: z.string().min(1).nullable().default(null),
      agent: z.string().min(1).nullable().default(null),
      strategy: z.enum(agentStrategies).default("none"),
    }),
    updated_at: optional(instant),
    updated_by: optional(z.string()),
  })
  .meta({ id: "RoutingRule" });
export type RoutingRule = z.output<typeof routingRuleSchema>;

export const routingRulesSchema = z.array(routingRuleSchema).max(500);

/** One ticket, or the tickets of the last week. */
export const ruleTestRequestSchema = z
  .object({
    ticket: optional(routeRequestSchema),
    period: optional(z.enum(["last_week"])),
    /** With a period: only tickets of this ticket system. */
    connection: optionalIdUpTo(128),
    /** Those in force when absent. */
    rules: optional(routingRulesSchema),
  })
  .refine(({ ticket, period }) => (ticket === undefined) !== (period === undefined), {
    path: ["ticket"],
    message: 'give either a ticket, or "period": "last_week"',
  })
  .meta({ id: "RuleTestRequest" });

export const ruleTestAnswerSchema = z
  .object({
    routing: routeAnswerSchema,
    /** Every rule in order: did it match, and if not, by which condition. */
    steps: z.array(z.object({ rule_id: z.string(), matched: z.boolean(), because: z.string() })),
    /** What is wrong with the rules, as it would be refused at saving. */
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
  })
  .meta({ id: "RuleTest" });
export type RuleTest = z.output<typeof ruleTestAnswerSchema>;

/** For a ticket, and for a period. */
export const ruleTestAnswersSchema = z.union([ruleTestAnswerSchema, ruleDryRunSchema]);

export interface RuleTestRequest {
  readonly ticket: RouteRequest;
  readonly rules?: readonly RoutingRule[] | undefined;
}

export interface RuleDryRunRequest {
  /** Name; `null`: all. */
  readonly connection: string | null;
  readonly rules?: readonly RoutingRule[] | undefined;
}
