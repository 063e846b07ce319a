import { z } from "zod";

/** Trimmed, without NUL, in Unicode NFC: what every string of a request becomes before it is judged. */
export function normalise(text: string): string {
  return text.replaceAll("\u0000", "").normalize("NFC").trim();
}

const plain = z.string().transform(normalise);

/** "Too short" is judged after trimming. */
export function textBetween(min: number, max: number) {
  return plain.pipe(
    z
      .string()
      .min(min, min === 1 ? "must not be empty" : `must have at least ${min} characters`)
      .max(max, `must have at most ${max} characters`),
  );
}

/** Ids are strings; numbers are accepted and turned into strings. */
const idLike = z.union([z.string(), z.number().int()]).transform((id) => normalise(String(id)));

export function idUpTo(max: number) {
  return idLike.pipe(z.string().min(1, "must not be empty").max(max, `must have at most ${max} characters`));
}

/** `""`, `null` and an absent key all mean that there is none. */
export function optionalIdUpTo(max: number) {
  return z
    .preprocess(
      (given) => (given === null || given === undefined ? "" : given),
      idLike.pipe(z.string().max(max, `must have at most ${max} characters`)),
    )
    .transform((id) => (id === "" ? null : id))
    .optional()
    .transform((id) => id ?? null);
}

/** `null` counts as absent. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((given) => (given === null ? undefined : given), schema.optional());
}

/** A share or probability with at most 4 decimals. */
export const probability = z.number().min(0).max(1);

export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const rounded = Math.round((value + Number.EPSILON * Math.sign(value)) * scale) / scale;
  return rounded === 0 ? 0 : rounded;
}

/** BCP-47, as far as its form goes. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "must be a language tag like en or de-AT");

export const instant = z.iso.datetime({ offset: true });
