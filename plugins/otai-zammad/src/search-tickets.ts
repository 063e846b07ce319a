import type { Instant } from "@otai/plugin-api/ticket";
import type { Account } from "./account.ts";
import { readSearch } from "./read-search.ts";
import type { RawTicket } from "./schema.ts";

export interface TicketSearch {
  /** Changed at this instant or later. */
  readonly since?: Instant;
  /** Changed at this instant or earlier; stands instead of `since`, since a condition has one entry per attribute. */
  readonly until?: Instant;
  readonly groupId?: string | undefined;
  readonly order: "asc" | "desc";
  readonly page: number;
}

/** One page by condition, which needs no Elasticsearch, ordered by the last change. */
export async function searchTickets(account: Account, search: TicketSearch): Promise<readonly RawTicket[]> {
  const { client, params } = account;
  const { since, until, groupId, order, page } = search;
  const body = {
    condition: {
      "ticket.updated_at":
        until === undefined
          ? { operator: "after (absolute)", value: wholeSecond(since ?? 0, -1) }
          : { operator: "before (absolute)", value: wholeSecond(until, 1) },
      ...(groupId !== undefined && { "ticket.group_id": { operator: "is", value: [Number(groupId)] } }),
    },
    sort_by: "updated_at",
    order_by: order,
    page,
    per_page: params.page_size,
    expand: true,
  };
  const answer = await client.request({ method: "POST", path: "/tickets/search", body, repeatable: true });
  return readSearch(answer.body);
}

/**
 * The whole second before or after an instant, never the instant itself: whether "after" means "at" is not documented. What is
 * found too much is dropped by the caller.
 */
function wholeSecond(instant: Instant, direction: -1 | 1): string {
  const second = direction < 0 ? Math.ceil(instant / 1000) - 1 : Math.floor(instant / 1000) + 1;
  return new Date(Math.max(second, 0) * 1000).toISOString().replace(".000Z", "Z");
}
