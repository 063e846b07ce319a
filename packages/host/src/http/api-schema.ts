import { z } from "@hono/zod-openapi";

/** Query parameters of everything that is read page by page. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().optional(),
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}

export const errorSchema = z
  .object({
    error_code: z.string(),
    detail: z.string(),
    request_id: z.string().nullable(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    reason: z.string().optional(),
  })
  .openapi("Error");

/** The one shape of all answers that are not 2xx. */
export type ApiError = z.infer<typeof errorSchema>;

export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

export const ok = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: json(description, schema),
});
export const notFound = { 404: json("There is none with this id", errorSchema) };
