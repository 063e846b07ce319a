import { z } from "zod";
import { instant, probability } from "./fields.ts";
import { calibrationStateSchema } from "./qa-scorecard.ts";

export const calibrationSampleQuerySchema = z.object({ size: z.coerce.number().int().min(1).max(200).default(20) });

/** Conversations to be rated by people, without the machine's scores. */
export const calibrationSampleSchema = z.object({
  rubric: z.string(),
  items: z.array(z.object({ evaluation_id: z.string(), conversation_id: z.string(), evaluated_at: instant })),
});
export type CalibrationSample = z.output<typeof calibrationSampleSchema>;

const agreement = {
  pairs: z.number().int().min(0),
  /** Cohen's; `null` where both raters only ever gave one value. */
  kappa: z.number().min(-1).max(1).nullable(),
  /** With quadratic weights. */
  weighted_kappa: z.number().min(-1).max(1).nullable(),
  /** Share of pairs on the same step of the scale. */
  agreement: probability.nullable(),
  /** Mean absolute error of scores 0..1. */
  mae: probability.nullable(),
  /** Machine minus human, on average. */
  bias: z.number().min(-1).max(1).nullable(),
  state: calibrationStateSchema,
};
export type Agreement = z.output<z.ZodObject<typeof agreement>>;

export const calibrationReportSchema = z.object({
  rubric: z.string(),
  rated: z.number().int().min(0),
  targets: z.object({
    kappa: z.number(),
    agreement: probability,
    mae: probability,
    pairs: z.number().int(),
  }),
  criteria: z.record(z.string(), z.object({ ...agreement, languages: z.record(z.string(), z.object(agreement)) })),
});
export type CalibrationReport = z.output<typeof calibrationReportSchema>;
