import { z } from "zod";
import { optional } from "./fields.ts";
import { sourceSchema } from "./knowledge-base-article.ts";

/** `POST /sync-runs`. */
export const syncRunRequestSchema = z.object({ source: sourceSchema });
export type SyncRunRequest = z.output<typeof syncRunRequestSchema>;

/** `POST /sync-runs/{id}/finish`. */
export const syncFinishRequestSchema = z.object({
  /** Archives also when the run was stopped because too much would vanish. */
  confirm: optional(z.boolean()).transform((confirm) => confirm ?? false),
  /** The list could not be read to its end: nothing is archived. */
  complete: optional(z.boolean()).transform((complete) => complete ?? true),
});
export type SyncFinishRequest = z.output<typeof syncFinishRequestSchema>;

export const syncRunSchema = z.object({
  id: z.string(),
  source: z.string(),
  status: z.enum(["running", "finished", "needs_confirmation", "incomplete"]),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  stale_input: z.number().int(),
  archived: z.number().int(),
  /** Articles of the source that the run has not seen, while it waits for a confirmation. */
  would_archive: z.number().int(),
});
export type SyncRun = z.output<typeof syncRunSchema>;
