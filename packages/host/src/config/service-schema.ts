import { lifecycleSteps, occasions } from "@otai/core/policy/lifecycle";
import { z } from "zod";
import { reply } from "./reply-schema.ts";
import { conditions, httpUrl } from "./schema-words.ts";

export const services = z.strictObject({
  reply,
  sentiment: z
    .strictObject({
      alert_at: z.number().min(0).max(1).default(0.5).describe("Escalation risk from which an alert is raised."),
      model: z
        .string()
        .min(1)
        .nullable()
        .default(null)
        .describe("Folder that otai train --target sentiment wrote; without it the built-in judgement serves."),
    })
    .prefault({}),
  qa: z.strictObject({ rubric: z.string().min(1).default("standard") }).prefault({}),
  kb: z
    .strictObject({
      sync_hours: z
        .number()
        .min(0)
        .max(24 * 31)
        .default(24)
        .describe("Hours between two looks at the ticket systems' articles; 0 looks only when told to."),
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
  agent: z.string().min(1).nullable().default(null),
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
