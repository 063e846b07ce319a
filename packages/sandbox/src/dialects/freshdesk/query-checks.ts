import { unknownField } from "./attribute-checks.ts";
import type { FieldProblem } from "./freshdesk-answers.ts";

export interface Page {
  number: number;
  size: number;
}

const PAGE_SIZE = { usual: 30, most: 100 };

/** Query strings are checked as strictly as bodies. */
export function unknownParameters(query: URLSearchParams, allowed: readonly string[]): FieldProblem[] {
  return [...new Set(query.keys())].filter((name) => !allowed.includes(name)).map(unknownField);
}

export function pageOf(query: URLSearchParams): Page | FieldProblem[] {
  const number = positive(query.get("page") ?? "1");
  const size = positive(query.get("per_page") ?? String(PAGE_SIZE.usual));
  const problems: FieldProblem[] = [];
  if (number === null) problems.push(notPositive("page"));
  if (size === null || size > PAGE_SIZE.most) {
    const message = `It should be a Positive Integer less than or equal to ${PAGE_SIZE.most}`;
    problems.push({ field: "per_page", message, code: "invalid_value" });
  }
  return problems.length > 0 ? problems : { number: number!, size: size! };
}

/** The `Link` header that all pages but the last carry. `url` is the address of the list without its query. */
export function nextLink(url: string, query: URLSearchParams, page: Page, more: boolean): Record<string, string> {
  if (!more) return {};
  const next = new URLSearchParams(query);
  next.set("page", String(page.number + 1));
  return { link: `<${url}?${next}>; rel="next"` };
}

export function positive(value: string): number | null {
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}

const notPositive = (field: string): FieldProblem => ({
  field,
  message: "It should be a Positive Integer",
  code: "invalid_value",
});

/** ISO 8601; without a zone it counts as UTC. */
export function instantOf(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(value)) return null;
  const zoned = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(value) || !value.includes("T") ? value : `${value}Z`;
  const instant = Date.parse(zoned);
  return Number.isNaN(instant) ? null : instant;
}
