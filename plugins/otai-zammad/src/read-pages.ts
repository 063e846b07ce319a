import { z } from "zod";
import type { ZammadClient } from "./client.ts";

const pageSize = 100;

/** All entries of a list. The end is a page that is not full, or one that brings nothing new: not every list knows pages. */
export async function readAllPages<Schema extends z.ZodType<{ readonly id: string }>>(
  client: ZammadClient,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const entries = new Map<string, z.output<Schema>>();
  for (let page = 1; ; page++) {
    const rows = await client.get(path, z.array(schema), { page, per_page: pageSize });
    const before = entries.size;
    for (const row of rows) entries.set(row.id, row);
    if (rows.length < pageSize || entries.size === before) return [...entries.values()];
  }
}
