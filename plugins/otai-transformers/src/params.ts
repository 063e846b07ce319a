import { isAbsolute } from "node:path";
import { z } from "zod";

/** `models.embeddings` of the configuration. */
export const embedderParams = z.strictObject({
  /** Folder of the model, absolute. */
  path: z.string().refine(isAbsolute, "must be an absolute path"),
});
