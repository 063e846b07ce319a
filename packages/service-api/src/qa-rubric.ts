import { z } from "zod";
import { idUpTo, instant, languageTag, optional, textBetween } from "./fields.ts";

/** The sum of weights may be this far from 1. */
const weightTolerance = 0.001;

export const criterionNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, "must be in snake_case")
  .max(64);

const criterion = z.object({
  name: criterionNameSchema,
  description: textBetween(0, 2000).default(""),
  weight: z
    .number()
    .positive("must be above 0")
    .max(1 + weightTolerance),
  /** Lowest and highest value that a rater may give. */
  scale: z
    .tuple([z.number(), z.number()])
    .refine(([min, max]) => min < max, "must rise from its first to its second value")
    .default([1, 5]),
  /** Below 0.5 the whole conversation scores 0. */
  critical: z.boolean().default(false),
  na_allowed: z.boolean().default(true),
  /** What a value of the scale means, by value. */
  anchors: z.record(z.string().max(16), textBetween(1, 1000)).default({}),
});
export type Criterion = z.output<typeof criterion>;

const rubricFields = {
  name: textBetween(1, 128),
  criteria: z
    .array(criterion)
    .min(1, "must have at least one criterion")
    .max(20, "must have at most 20 criteria")
    .refine((criteria) => new Set(criteria.map(({ name }) => name)).size === criteria.length, "names must be unique")
    .refine(
      (criteria) => Math.abs(criteria.reduce((sum, { weight }) => sum + weight, 0) - 1) <= weightTolerance + 1e-9,
      "weights must add up to 1",
    ),
  /** Teams that the rubric is for: theirs where a request names the team and no rubric. */
  groups: z.array(idUpTo(128)).max(200).default([]),
  /** Languages that it may be used for; empty: all that the engine understands. */
  languages: z.array(languageTag).max(50).default([]),
};

export const rubricIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, "must be made of a-z, 0-9, _ and -, and have at most 64 characters");

/** `standard`, or `standard@3` for one version. */
export const rubricReferenceSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}(@[1-9][0-9]{0,8})?$/, "must be a rubric's id, or id@version");

export const createRubricRequestSchema = z.object({ id: rubricIdSchema, ...rubricFields });
export type CreateRubricRequest = z.output<typeof createRubricRequestSchema>;

export const updateRubricRequestSchema = z.object({
  ...rubricFields,
  /** The version that was edited; another one since then is a conflict. */
  version: optional(z.number().int().min(1)),
});
export type UpdateRubricRequest = z.output<typeof updateRubricRequestSchema>;

/** A rubric that comes with the request and is not kept. */
export const inlineRubricSchema = z.object({
  id: rubricIdSchema.default("rubric"),
  version: z.number().int().min(1).default(1),
  ...rubricFields,
});

export const rubricSchema = z.object({ id: z.string(), version: z.number().int().min(1), ...rubricFields });
export type Rubric = z.output<typeof rubricSchema>;

export const rubricResponseSchema = rubricSchema.extend({
  /** Used where a request names none. */
  default: z.boolean(),
  created_at: instant.nullable(),
  created_by: z.string(),
});
export type RubricResponse = z.output<typeof rubricResponseSchema>;

export const rubricListSchema = z.array(rubricResponseSchema);
