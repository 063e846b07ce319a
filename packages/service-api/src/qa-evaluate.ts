import { z } from "zod";
import { engineBlock } from "./engine-block.ts";
import { channelSchema, roleSchema } from "./enums.ts";
import { idUpTo, instant, languageTag, optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";
import { disputeSchema, humanRatingSchema } from "./qa-review.ts";
import { inlineRubricSchema, rubricReferenceSchema } from "./qa-rubric.ts";

const message = z.object({
  role: roleSchema,
  content: textBetween(1, 20_000),
  author_id: optionalIdUpTo(128),
  created_at: optional(instant),
  /** Not seen by the customer. Such messages, automated ones and those a machine wrote are context and never scored. */
  private: optional(z.boolean()),
  automated: optional(z.boolean()),
  ai_generated: optional(z.boolean()),
});
export type EvaluateMessage = z.output<typeof message>;

const conversationStatusSchema = z.enum([
  "new",
  "open",
  "pending",
  "solved",
  "resolved",
  "closed",
  "merged",
  "spam",
  "other",
]);

export const evaluateRequestSchema = z
  .object({
    conversation_id: idUpTo(128),
    /** Name of the connection that the conversation is from: the same number is another conversation at another helpdesk. */
    connection: optionalIdUpTo(128),
    /** `""`: unknown, the result is attributed to no one. */
    agent_id: optionalIdUpTo(128),
    messages: z.array(message).min(1, "must not be empty").max(500, "must have at most 500 messages"),
    rubric_id: optional(rubricReferenceSchema),
    rubric: optional(inlineRubricSchema),
    /** Without it the conversation counts as solved. */
    status: optional(conversationStatusSchema),
    channel: optional(channelSchema),
    language: optional(languageTag),
    /** What one evaluation belongs to: the same resolution is not scored twice. */
    resolution_id: optionalIdUpTo(128),
    team: optionalIdUpTo(128),
    queue: optionalIdUpTo(128),
  })
  .refine(({ rubric, rubric_id }) => rubric === undefined || rubric_id === undefined, {
    path: ["rubric"],
    message: "give rubric or rubric_id, not both",
  });
export type EvaluateRequest = z.output<typeof evaluateRequestSchema>;

const evidence = z.object({
  /** Index into the request's messages. */
  message_index: z.number().int().min(0),
  /** Verbatim piece of that message's content. */
  quote: z.string(),
});
export type Evidence = z.output<typeof evidence>;

const detail = z.object({
  score: probability,
  confidence: probability,
  /** What was measured or judged. */
  reason: z.string(),
  evidence: z.array(evidence),
});

const dimensions = z.record(z.string(), probability);

export const evaluateResponseSchema = z.object({
  overall_score: probability,
  /** What does not apply is absent here and named in `not_applicable`. */
  dimensions,
  coaching_notes: z.array(z.string()).max(5),
  evaluation_id: z.string(),
  conversation_id: z.string(),
  /** As it was named in the request. */
  connection: z.string().nullable().default(null),
  agent_id: z.string().nullable(),
  rubric: z.object({ id: z.string(), name: z.string(), version: z.number().int().min(1) }),
  not_applicable: z.array(z.string()),
  /** Why, by dimension. */
  not_applicable_reasons: z.record(z.string(), z.string()).default({}),
  critical_failures: z.array(z.object({ dimension: z.string(), score: probability, evidence: z.array(evidence) })),
  details: z.record(z.string(), detail),
  agents: z.array(
    z.object({
      agent_id: z.string(),
      messages: z.number().int().min(1),
      /** Of the scored messages of agents. */
      share: probability,
      /** Dimensions whose evidence is this agent's alone. */
      dimensions: z.array(z.string()).default([]),
    }),
  ),
  needs_human_review: z.boolean(),
  /** Somebody tries to tell the evaluator what to answer; no language model was asked. */
  injection_suspected: z.boolean().default(false),
  human_score: probability.nullable(),
  human: humanRatingSchema.nullable().default(null),
  dispute: disputeSchema.nullable().default(null),
  evaluated_at: instant.optional(),
  ...engineBlock,
});
export type EvaluateResponse = z.output<typeof evaluateResponseSchema>;

export const notEligibleReasons = [
  "no_agent_message",
  "no_customer_message",
  "too_short",
  "spam",
  "merged",
  "unsupported_language",
  "nothing_applicable",
  "automated_only",
] as const;
export type NotEligibleReason = (typeof notEligibleReasons)[number];
