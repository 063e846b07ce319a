/** A page could not be given: status 400 with `error` and `description` of the answer. */
export class InvalidPage extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const MAX_PAGE_SIZE = 100;
const MAX_OFFSET_RECORDS = 10_000;

/** A page of a list, with the keys that stand beside the records in the answer. */
export interface Page<T> {
  records: readonly T[];
  envelope: Record<string, unknown>;
}

/** True where the caller asked for cursor paging. */
function wantsCursor(query: URLSearchParams): boolean {
  return query.has("page[size]") || query.has("page[after]") || query.has("page[before]");
}

/**
 * Pages a list by cursor or by offset, as the query asks.
 * @param records in the order of the list, with ids that identify a record for the cursor
 * @param url the address of the call, for the links
 * @throws InvalidPage for a size over 100, a cursor that was not given out, or an offset beyond 10,000 records
 */
export function paginate<T extends { id: number }>(records: readonly T[], url: URL): Page<T> {
  return wantsCursor(url.searchParams) ? cursorPage(records, url) : offsetPage(records, url);
}

function cursorPage<T extends { id: number }>(records: readonly T[], url: URL): Page<T> {
  const query = url.searchParams;
  const size = positive(query.get("page[size]"), MAX_PAGE_SIZE, "page[size]");
  if (size > MAX_PAGE_SIZE) throw new InvalidPage("InvalidPaginationParameter", "page[size] is at most 100");
  const after = query.get("page[after]");
  const before = query.get("page[before]");
  const start =
    after !== null ? position(records, after) + 1 : before !== null ? Math.max(0, position(records, before) - size) : 0;
  const page = records.slice(start, start + size);
  const hasMore = start + size < records.length;
  const first = page[0];
  const last = page.at(-1);
  const afterCursor = last === undefined ? null : encodeCursor(last.id);
  const beforeCursor = first === undefined ? null : encodeCursor(first.id);
  return {
    records: page,
    envelope: {
      meta: { has_more: hasMore, after_cursor: afterCursor, before_cursor: beforeCursor },
      links: {
        prev:
          start > 0 && beforeCursor !== null ? link(url, { "page[before]": beforeCursor, "page[after]": null }) : null,
        next: hasMore && afterCursor !== null ? link(url, { "page[after]": afterCursor, "page[before]": null }) : null,
      },
    },
  };
}

/**
 * One page by number. `per_page` above 100 counts as 100.
 * @throws InvalidPage beyond 10,000 records
 */
export function offsetPage<T>(records: readonly T[], url: URL): Page<T> {
  const { page, size } = offset(url.searchParams);
  if (page * size > MAX_OFFSET_RECORDS) {
    throw new InvalidPage("InvalidPaginationDepth", "Offset paging ends at 100 pages and 10,000 records");
  }
  const hasMore = page * size < records.length;
  return {
    records: records.slice((page - 1) * size, page * size),
    envelope: {
      next_page: hasMore ? link(url, { page: String(page + 1) }) : null,
      previous_page: page > 1 ? link(url, { page: String(page - 1) }) : null,
      count: records.length,
    },
  };
}

/** The page number and size that the query asks for. */
export function offset(query: URLSearchParams): { page: number; size: number } {
  return {
    page: positive(query.get("page"), 1, "page"),
    size: Math.min(MAX_PAGE_SIZE, positive(query.get("per_page"), MAX_PAGE_SIZE, "per_page")),
  };
}

/** The same address with some parameters changed; `null` removes one. */
export function link(url: URL, changes: Record<string, string | null>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next.href;
}

function positive(raw: string | null, fallback: number, name: string): number {
  if (raw === null || raw === "") return fallback;
  const value = Number(raw);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidPage("InvalidPaginationParameter", `${name} is not a positive integer`);
  }
  return value;
}

function encodeCursor(id: number): string {
  return Buffer.from(JSON.stringify({ o: "id", v: id })).toString("base64");
}

function position(records: readonly { id: number }[], cursor: string): number {
  const match = /^\{"o":"id","v":(\d+)\}$/.exec(Buffer.from(cursor, "base64").toString("utf8"));
  const index = match === null ? -1 : records.findIndex((record) => record.id === Number(match[1]));
  if (index < 0) throw new InvalidPage("InvalidPaginationParameter", "The cursor is not one of this list");
  return index;
}
