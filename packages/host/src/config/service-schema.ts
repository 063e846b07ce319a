import { lifecycleSteps, occasions } from "@otai/core/policy/lifecycle";
import { agentStrategies } from "@otai/service-api/routing-rule";
import { z } from "zod";
import { reply } from "./reply-schema.ts";
import { conditions, httpUrl } from "./schema-words.ts";
import { sentiment } from "./sentiment-schema.ts";

export const services = z.strictObject({
  reply,
  sentiment,
  qa: z.strictObject({ rubric: z.string().min(1).default("standard") }).prefault({}),
  triage: z
    .strictObject({
      agent_load_cap: z
        .number()
        .int()
        .min(1)
        .max(10_000)
        .default(25)
        .describe("An agent with so many open tickets is not proposed for another one."),
    })
    .prefault({}),
  kb: z
    .strictObject({
      sync_hours: z
        .number()
        .min(0)
        .max(24 * 31)
        .default(24)
        .describe("Hours between two looks at the ticket systems' articles; 0 looks only when told to."),
      deprecated_terms: z
        .array(z.string().min(1).max(100))
        .max(500)
        .default([])
        .describe("Words and phrases that no article should use any more; GET /stale names those that do."),
    })
    .prefault({}),
});

export const models = z.strictObject({
  llm: z
    .strictObject({
      base_url: httpUrl.describe("An OpenAI-compatible address, for instance http://127.0.0.1:11434/v1."),
      model: z.string().min(1),
      api_key: z.string().min(1).nullable().default(null),
      timeout: z.number().positive().max(600).default(60).describe("Seconds."),
      allow_public: z.boolean().default(false).describe("Allow an address outside your own network."),
      request: z
        .record(z.string(), z.unknown())
        .default({})
        .describe(
          "Further fields of the request, for instance {reasoning_effort: none} for a model that would think aloud.",
        ),
      price: z
        .strictObject({
          input: z.number().min(0).describe("Per million tokens of questions."),
          output: z.number().min(0).describe("Per million tokens of answers."),
        })
        .nullable()
        .default(null)
        .describe("What the provider charges, in any currency, for the meter and for limits.spend_per_day."),
    })
    .nullable()
    .default(null),
  embeddings: z
    .strictObject({ path: z.string().min(1) })
    .nullable()
    .default(null),
});

const then = z.strictObject({
  queue: z.string().min(1).describe("Name of the queue or group in the ticket system."),
  team: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe("Name given to callers of /route; the queue's when absent."),
  agent: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe("Id or name of the agent whom /route proposes; nobody is assigned."),
  strategy: z
    .enum(agentStrategies)
    .default("none")
    .describe("Whom /route proposes when no agent is named, or that one cannot take the ticket."),
});

export const routing = z.array(z.strictObject({ when: conditions.prefault({}), then }));
export type RoutingRule = z.output<typeof routing>[number];

export const pipelines = z.array(
  z.strictObject({
    on: z.enum(occasions),
    ticket_system: z.string().min(1).nullable().default(null).describe("Only for this connection."),
    steps: z.array(z.enum(lifecycleSteps)).describe("Services in order; decide, plan and write always follow."),
    when: conditions.prefault({}),
  }),
);
