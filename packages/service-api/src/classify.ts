import { z } from "zod";
import { engineBlock } from "./engine-block.ts";
import { channelSchema, sentimentLabelSchema } from "./enums.ts";
import { languageTag, normalise, optional, optionalIdUpTo, probability } from "./fields.ts";
import { urgencySchema } from "./urgency.ts";

/** Bytes of metadata as JSON. */
const largestMetadata = 16 * 1024;

export const abstainReasons = [
  "low_confidence",
  "unsupported_language",
  "novel_topic",
  "empty_text",
  "auto_generated",
  "invalid_model_output",
  "conflict",
  "model_not_trained",
  "paused",
] as const;

export const bandSchema = z.enum(["automate", "suggest", "abstain"]);
export type Band = z.output<typeof bandSchema>;

export const classifyRequestSchema = z
  .object({
    subject: z.string().transform(normalise),
    body: z.string().transform(normalise),
    metadata: optional(
      z
        .record(z.string(), z.unknown())
        .refine(
          (metadata) => new TextEncoder().encode(JSON.stringify(metadata)).length <= largestMetadata,
          "must be at most 16 KiB",
        ),
    ),
    ticket_id: optionalIdUpTo(128),
    customer_id: optionalIdUpTo(128),
    /** Name of a connection, whose model and categories count; by default the first one's. */
    connection: optionalIdUpTo(128),
    channel: optional(channelSchema),
    language: optional(languageTag),
    content_type: optional(z.enum(["text/plain", "text/html"])),
    top_k: z.number().int().min(1).max(10).default(3),
    explain: z.boolean().default(true),
  })
  .refine(({ subject, body }) => subject !== "" || body !== "", {
    path: ["body"],
    message: "subject and body are both empty",
  })
  .meta({ id: "ClassifyRequest" });
export type ClassifyRequest = z.output<typeof classifyRequestSchema>;

const alternative = z.object({ value: z.string(), confidence: probability });
const thresholds = z.object({
  /** `null` where no confidence has been proven enough. */
  automate: probability.nullable(),
  suggest: probability,
});
const perField = <Schema extends z.ZodType>(schema: Schema) =>
  z.object({ category: schema, urgency: schema, sentiment: schema });

export const classifyAnswerSchema = z
  .object({
    category: z.string().regex(/^[a-z][a-z0-9_]{1,19}$/),
    urgency: urgencySchema,
    sentiment: sentimentLabelSchema,
    confidence: probability,
    confidences: perField(probability),
    alternatives: z.object({ category: z.array(alternative), urgency: z.array(alternative) }),
    bands: perField(bandSchema),
    abstained: z.boolean(),
    abstain_reason: z.enum(abstainReasons).nullable(),
    thresholds: perField(thresholds),
    explanation: z
      .object({
        summary: z.string(),
        evidence: z.array(
          z.object({
            field: z.enum(["subject", "body"]),
            start: z.number().int(),
            end: z.number().int(),
            text: z.string(),
            weight: z.number(),
          }),
        ),
        neighbours: z.array(
          z.object({
            ticket_id: z.string(),
            similarity: z.number(),
            category: z.string(),
            group_id: z.union([z.number(), z.string()]).nullable(),
          }),
        ),
      })
      .nullable(),
    classification_id: z.string(),
    truncated: z.boolean(),
    ...engineBlock,
  })
  .meta({ id: "Classification" });
export type Classification = z.output<typeof classifyAnswerSchema>;
