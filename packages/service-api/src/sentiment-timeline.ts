import { z } from "zod";
import { sentimentLabelSchema } from "./enums.ts";
import { sentimentScoreSchema, trendSchema } from "./sentiment.ts";

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

export const timelineQuerySchema = z.object({
  limit: whole(1, 500).default(50),
  /** 0 is the newest window; counts back from there. */
  offset: whole(0, 1_000_000_000).default(0),
  order: z.enum(["asc", "desc"]).default("asc"),
});
export type TimelineQuery = z.output<typeof timelineQuerySchema>;

export const timelineSchema = z
  .object({
    customer_id: z.string(),
    current_score: sentimentScoreSchema,
    trend: trendSchema,
    timeline: z.array(
      z.object({
        timestamp: z.string(),
        score: sentimentScoreSchema,
        label: sentimentLabelSchema,
        /** The channel, or `api` when none was given. */
        source: z.string(),
      }),
    ),
    total: z.number().int().min(0),
  })
  .meta({ id: "CustomerSentiment" });
export type Timeline = z.output<typeof timelineSchema>;
