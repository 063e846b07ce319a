import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import type { HttpRequest } from "@otai/plugin-kit/http-client";
import { z } from "zod";
import type { ZendeskClient } from "./client.ts";

/** The most that a page of a list holds. */
const pageSize = 100;

/**
 * All pages of a list that is paged by cursor (`meta.has_more`, `meta.after_cursor`), each as parsed by `schema`.
 * @throws UnexpectedAnswerError when the list promises more and does not say where, or sends us round in a circle.
 */
export async function* readPages<Schema extends z.ZodType>(
  client: ZendeskClient,
  path: string,
  schema: Schema,
  query: HttpRequest["query"] = {},
): AsyncGenerator<z.output<Schema>> {
  const page = z.intersection(schema, paged);
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const answer = await client.get(path, page, { ...query, "page[size]": pageSize, "page[after]": after });
    yield answer as z.output<Schema>;
    after = nextCursor((answer as z.output<typeof paged>).meta, path, seen);
  } while (after !== undefined);
}

const paged = z.object({
  meta: z.object({ has_more: z.boolean().nullish(), after_cursor: z.string().nullish() }).nullish(),
});

function nextCursor(meta: z.output<typeof paged>["meta"], path: string, seen: Set<string>): string | undefined {
  if (meta?.has_more !== true) return undefined;
  const cursor = meta.after_cursor;
  if (cursor == null || cursor === "" || seen.has(cursor)) {
    throw new UnexpectedAnswerError(`GET ${path}: Zendesk says that there are more pages, but not where`);
  }
  seen.add(cursor);
  return cursor;
}

/** All pages at once. */
export async function readAllPages<Schema extends z.ZodType>(
  client: ZendeskClient,
  path: string,
  schema: Schema,
  query?: HttpRequest["query"],
): Promise<z.output<Schema>[]> {
  const pages: z.output<Schema>[] = [];
  for await (const page of readPages(client, path, schema, query)) pages.push(page);
  return pages;
}
