import { z } from "zod";
import { channelSchema, sentimentLabelSchema, tierSchema } from "./enums.ts";
import { instant, languageTag, optional } from "./fields.ts";
import { groupIdSchema, routeAnswerSchema, routeRequestSchema } from "./route.ts";
import { urgencyInputSchema } from "./urgency.ts";

const anyOf = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).max(100).default([]);

const strategySchema = z.enum(["none", "round_robin", "least_busy", "skill"]);

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
      strategy: strategySchema.default("none"),
    }),
    updated_at: optional(instant),
    updated_by: optional(z.string()),
  })
  .meta({ id: "RoutingRule" });
export type RoutingRule = z.output<typeof routingRuleSchema>;

export const routingRulesSchema = z.array(routingRuleSchema).max(500);

export const ruleTestRequestSchema = z
  .object({ ticket: routeRequestSchema, rules: optional(routingRulesSchema) })
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
export type RuleTestRequest = z.output<typeof ruleTestRequestSchema>;
export type RuleTest = z.output<typeof ruleTestAnswerSchema>;
