import { z } from "zod";
import { engineBlock } from "./engine-block.ts";
import { audienceSchema, roleSchema } from "./enums.ts";
import { idUpTo, languageTag, optional, optionalIdUpTo, probability, textBetween } from "./fields.ts";

const entrySchema = z.object({ role: roleSchema, content: textBetween(1, 20_000) });
export type ConversationEntry = z.output<typeof entrySchema>;

const conversationSchema = z
  .array(entrySchema)
  .min(1, "must have at least one entry")
  .max(200, "must have at most 200 entries")
  .refine((entries) => entries.some(({ role }) => role === "customer"), "must have at least one entry of the customer");

const fields = z.object({
  ticket_id: idUpTo(128),
  /** Oldest first. */
  conversation: conversationSchema,
  /** Id of a style; the default style when absent. */
  style: optionalIdUpTo(64),
  language: optional(languageTag),
  /** Facts from the caller: cited, never followed as instructions. */
  context: optional(textBetween(0, 20_000)).transform((text) => text || null),
  audience: optional(audienceSchema).transform((audience) => audience ?? "public"),
  variants: optional(z.number().int().min(1).max(3)).transform((count) => count ?? 1),
  top_k: optional(z.number().int().min(1).max(10)).transform((count) => count ?? 5),
  max_chars: optional(z.number().int().min(200).max(6000)).transform((count) => count ?? 2000),
  /** Where the ticket waits; only for statistics. */
  queue: optionalIdUpTo(128),
  /** The helpdesk the ticket is from: answers given there may serve as examples. */
  connection: optionalIdUpTo(128),
});

/** `messages` is another name of `conversation`. */
export const draftRequestSchema = z.preprocess((given) => {
  if (typeof given !== "object" || given === null || !("messages" in given)) return given;
  return { ...given, conversation: (given as { conversation?: unknown }).conversation ?? given.messages };
}, fields);
export type DraftRequest = z.output<typeof draftRequestSchema>;

export const refusalReasons = [
  "no_evidence",
  "conflicting_evidence",
  "sensitive_topic",
  "unsupported_language",
  "injection_suspected",
  "no_question",
  "forbidden_promise",
  "budget_exhausted",
  "paused",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const handoffTopics = ["self_harm", "legal_threat", "security_incident", "data_request"] as const;
export type HandoffTopic = (typeof handoffTopics)[number];

export const citationSchema = z.object({
  /** Stands as `[1]` in the draft. */
  index: z.number().int().min(1),
  article_id: z.string().nullable(),
  external_id: z.string().nullable(),
  title: z.string(),
  url: z.string().nullable(),
  /** The article's source, or `context`, `thread`, `solved-ticket`. */
  source: z.string(),
  /** Verbatim. */
  quote: z.string(),
  score: probability,
  /** Of the article, so that the quote can be checked later. */
  version: z.number().int().nullable().default(null),
  chunk_id: z.string().nullable().default(null),
});
export type Citation = z.output<typeof citationSchema>;

export const removalReasons = [
  "unsupported",
  "forbidden_promise",
  "link",
  "markup",
  "placeholder",
  "secret",
  "wrong_language",
  "form_of_address",
  "banned_word",
  "instruction",
] as const;
export type RemovalReason = (typeof removalReasons)[number];

export const draftResponseSchema = z.object({
  draft_id: z.string(),
  /** Plain text with `\n`; `""` when refused. */
  draft: z.string(),
  confidence: probability,
  suggested_template: z.string().nullable(),
  refused: z.boolean(),
  refusal_reason: z.enum(refusalReasons).nullable(),
  /** The action apart from the text: a person has to take over, and why. */
  handoff: z
    .object({ topic: z.enum(handoffTopics), reason: z.string() })
    .nullable()
    .default(null),
  requires_review: z.literal(true),
  confidence_basis: z.enum(["support", "calibrated"]),
  alternatives: z.array(z.object({ draft: z.string(), style: z.string() })),
  style: z.string(),
  citations: z.array(citationSchema),
  claims: z.array(z.object({ text: z.string(), citation: z.number().int(), supported: z.literal(true) })),
  checks: z.object({
    grounded: z.boolean(),
    /** Promises and links that were found and taken out. */
    promises: z.array(z.string()),
    links: z.array(z.string()),
    language_ok: z.boolean(),
    pii_restored: z.boolean(),
  }),
  /** Sentences that were taken out, and why. */
  removed: z.array(z.object({ text: z.string(), reason: z.enum(removalReasons) })).default([]),
  ...engineBlock,
});
export type DraftResponse = z.output<typeof draftResponseSchema>;

/** A stored draft and what became of it. */
export const storedDraftSchema = draftResponseSchema.extend({
  ticket_id: z.string(),
  created_at: z.string(),
  outcome: z.enum(["accepted", "edited", "rejected"]).nullable(),
  /** Cited articles that were archived, restricted or deleted since: do not send. */
  withdrawn_articles: z.array(z.string()),
});
export type StoredDraftResponse = z.output<typeof storedDraftSchema>;
