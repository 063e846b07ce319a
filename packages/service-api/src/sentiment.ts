import { z } from "zod";
import { engineBlock } from "./engine-block.ts";
import { channelSchema, sentimentLabelSchema } from "./enums.ts";
import { instant, languageTag, optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";

/** The published form; ids of another form are replaced by a keyed hash before they come here. */
export const customerIdSchema = z
  .union([z.string(), z.number().int()])
  .transform((id) => String(id).trim())
  .pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9\-_]{0,63}$/, "must be 1 to 64 letters, digits, - or _, a letter or digit first"),
  );

export const analyzeRequestSchema = z
  .object({
    customer_id: customerIdSchema,
    /** The customer's message; HTML is turned into text, quotations and signatures do not count. */
    text: textBetween(1, 10_000),
    channel: optional(channelSchema),
    ticket_id: optionalIdUpTo(128),
    /** Name of the connection that the ticket belongs to. */
    connection: optionalIdUpTo(128),
    /** Asking again about the same message gives the first answer and adds nothing. */
    message_id: optionalIdUpTo(128),
    occurred_at: optional(instant),
    language: optional(languageTag),
  })
  .meta({ id: "AnalyzeRequest" });
export type AnalyzeRequest = z.output<typeof analyzeRequestSchema>;

/** −1..1 with 2 decimals. */
export const sentimentScoreSchema = z.number().min(-1).max(1);
export const trendSchema = z.enum(["improving", "declining", "stable"]);
export type Trend = z.output<typeof trendSchema>;

export const skipReasons = ["empty_text", "auto_generated", "unsupported_language"] as const;
export type SkipReason = (typeof skipReasons)[number];

export const sentimentSchema = z
  .object({
    score: sentimentScoreSchema,
    label: sentimentLabelSchema,
    /** 0..1 with 2 decimals. */
    escalation_risk: z.number().min(0).max(1),
    /** As they stand in the text, in its order. */
    triggers: z.array(z.string()),
    confidence: probability,
    /** Offsets in UTF-16 units into the text that was sent, into the plain text of it when that was HTML. */
    evidence: z.array(z.object({ start: z.number().int().min(0), end: z.number().int().min(0), text: z.string() })),
    trend: trendSchema,
    /** Of the message before this one; `null` for the first. */
    previous_score: sentimentScoreSchema.nullable(),
    /** The alert that this message raised or repeated. */
    alert_id: z.string().nullable(),
    /** Why this message gave no point in the timeline; `null` when it did. */
    skipped: z.enum(skipReasons).nullable(),
    ...engineBlock,
  })
  .meta({ id: "Sentiment" });
export type Sentiment = z.output<typeof sentimentSchema>;
