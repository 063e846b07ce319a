import type { HttpClient } from "@otai/plugin-kit/http-client";
import { hasNextPage } from "@otai/plugin-kit/link-header";
import { z } from "zod";
import { readAnswer } from "./read-answer.ts";

/** The most that Freshdesk gives per page; more is an error. */
export const pageSize = 100;

/** All entries of a paged list, page by page to the end (D34). The end is an answer without `Link: …; rel="next"`. */
export async function* readPages<Schema extends z.ZodType>(
  client: HttpClient,
  path: string,
  schema: Schema,
): AsyncGenerator<z.output<Schema>> {
  for (let page = 1; ; page++) {
    const answer = await client.request({ method: "GET", path, query: { per_page: pageSize, page }, repeatable: true });
    yield* readAnswer(z.array(schema), answer.body, `GET ${path}`);
    if (!hasNextPage(answer.headers)) return;
  }
}

export async function readAll<Schema extends z.ZodType>(
  client: HttpClient,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const entries: z.output<Schema>[] = [];
  for await (const entry of readPages(client, path, schema)) entries.push(entry);
  return entries;
}
