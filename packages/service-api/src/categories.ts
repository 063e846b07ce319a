import { z } from "zod";
import { idUpTo, instant, optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";
import { groupIdSchema } from "./route.ts";

export const categorySchema = z
  .object({
    name: z.string(),
    description: z.string(),
    examples: z.array(z.string()),
    parent: z.string().nullable(),
    group_id: groupIdSchema.nullable(),
    group_name: z.string().nullable(),
    thresholds: z.object({ automate: probability.nullable(), suggest: probability }),
    /** `proven` may be automated, `learning` lacks evidence, `vetoed` contradicts the promise, `untrained` has no model. */
    state: z.enum(["proven", "learning", "vetoed", "untrained"]),
  })
  .meta({ id: "Category" });

export const categoriesSchema = z.array(categorySchema);
export type Category = z.output<typeof categorySchema>;

export const correctionRequestSchema = z
  .object({
    ticket_id: idUpTo(128),
    classification_id: optionalIdUpTo(128),
    connection: optionalIdUpTo(128),
    field: z.enum(["category", "urgency", "queue", "priority", "sentiment"]),
    value: textBetween(1, 128),
    actor: optional(textBetween(1, 128)),
    reason: optional(textBetween(1, 64)),
  })
  .meta({ id: "CorrectionRequest" });
export type CorrectionRequest = z.output<typeof correctionRequestSchema>;

export const correctionAnswerSchema = z
  .object({ status: z.literal("accepted"), correction_id: z.string(), recorded_at: instant })
  .meta({ id: "CorrectionReceipt" });
