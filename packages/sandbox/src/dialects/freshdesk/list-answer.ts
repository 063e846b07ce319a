import type { Context } from "hono";
import type { DialectContext } from "../dialect.ts";
import { jsonAnswer, validationFailed } from "./freshdesk-answers.ts";
import { nextLink, pageOf, unknownParameters } from "./query-checks.ts";

/** One page of a list, a bare array, with the vendor's paging and its strictness about parameters. */
export function listAnswer<Item>(
  context: DialectContext,
  c: Context,
  path: string,
  items: readonly Item[],
  shape: (item: Item) => unknown,
  parameters: readonly string[] = [],
): Response {
  const query = new URL(c.req.url).searchParams;
  const page = pageOf(query);
  const problems = unknownParameters(query, ["page", "per_page", ...parameters]);
  if (Array.isArray(page)) return validationFailed([...problems, ...page]);
  if (problems.length > 0) return validationFailed(problems);
  const from = (page.number - 1) * page.size;
  const rows = items.slice(from, from + page.size).map(shape);
  const more = from + page.size < items.length;
  return jsonAnswer(200, rows, nextLink(`${context.baseUrl()}/api/v2${path}`, query, page, more));
}
