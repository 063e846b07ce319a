import { channels } from "@otai/plugin-api/ticket";
import { z } from "zod";

/** Longest category, so that `ai-category:` (12) and the category fit into the 32 characters of a tag (D46). */
const categoryLength = 20;

export const category = z
  .string()
  .refine((text) => text.length <= categoryLength, {
    error: (issue) =>
      `"${issue.input}" has ${String(issue.input).length} characters, at most ${categoryLength} are possible: ` +
      "the tag ai-category:… would be longer than ticket systems allow (32)",
    abort: true,
  })
  .refine((text) => /^[a-z][a-z0-9_]+$/.test(text), {
    error: (issue) => `"${issue.input}" must be lower-case letters, digits and _, beginning with a letter`,
  });

const oneOrMore = <Value extends z.ZodType>(value: Value) =>
  z
    .union([value, z.array(value).min(1)])
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.output<Value>[]);

/** Conditions on a classified ticket; all that are given must hold, of several values any. */
export const conditions = z.strictObject({
  category: oneOrMore(category).optional(),
  urgency: oneOrMore(z.enum(["low", "medium", "high", "critical"])).optional(),
  sentiment: oneOrMore(z.enum(["positive", "neutral", "negative"])).optional(),
  language: oneOrMore(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language code such as de or pt-BR"),
  ).optional(),
  channel: oneOrMore(z.enum(channels)).optional(),
  tier: oneOrMore(z.enum(["free", "basic", "premium", "enterprise"])).optional(),
});
export type Conditions = z.output<typeof conditions>;

/** As it is given: a receiver may care for its last slash. */
export const webAddress = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
  error: "must be an http:// or https:// address",
  abort: true,
});

export const httpUrl = webAddress.transform((text) => text.replace(/\/+$/, ""));
