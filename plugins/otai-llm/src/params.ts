import { z } from "zod";

/** `models.llm` of the configuration, as far as it concerns the server. */
export const languageModelParams = z.strictObject({
  /** Without a slash at the end. */
  base_url: z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, "")),
  model: z.string().min(1),
  api_key: z.string().min(1).nullable().default(null),
  /** Seconds, for a whole call with its repair. */
  timeout: z.number().positive().default(60),
  allow_public: z.boolean().default(false),
  /** Further fields of the request, for what servers understand beyond the common part. */
  request: z.record(z.string(), z.json()).default({}),
});
export type LanguageModelParams = z.output<typeof languageModelParams>;
