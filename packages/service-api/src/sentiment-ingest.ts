import { z } from "zod";
import { sentimentLabelSchema } from "./enums.ts";

export const ingestFields = [
  "customer_id",
  "text",
  "channel",
  "ticket_id",
  "message_id",
  "occurred_at",
  "language",
] as const;
export type IngestField = (typeof ingestFields)[number];

export const ingestFormats = ["csv", "json", "jsonl"] as const;
export type IngestFormat = (typeof ingestFormats)[number];

/** Our field → the file's column, or the other way round; columns that bear our names need no entry. */
export const ingestMappingsSchema = z.record(z.string().max(200), z.string().max(200));
export type IngestMappings = z.output<typeof ingestMappingsSchema>;

export const ingestAnswerSchema = z
  .object({
    total: z.number().int().min(0),
    processed: z.number().int().min(0),
    results: z.array(
      z.object({
        /** Place of the record in the file, from 0. */
        index: z.number().int().min(0),
        customer_id: z.string(),
        score: z.number().min(-1).max(1),
        label: sentimentLabelSchema,
        escalation_risk: z.number().min(0).max(1),
        skipped: z.string().nullable(),
      }),
    ),
    /** Says what is wrong with a record, never what is in it. */
    errors: z.array(z.object({ index: z.number().int().min(0), error: z.string() })),
  })
  .meta({ id: "IngestAnswer" });
export type IngestAnswer = z.output<typeof ingestAnswerSchema>;
