import { RefusedError } from "@otai/plugin-api/errors";
import type { Status, Ticket } from "@otai/plugin-api/ticket";
import type { TicketQuery } from "@otai/plugin-api/ticket-query";
import type { Account } from "./account.ts";
import { mapTicket, queueRef } from "./map-ticket.ts";
import { matchesQuery } from "./match-query.ts";
import type { TicketSearch } from "./search-tickets.ts";
import { settleZone } from "./settle-zone.ts";
import { walkTickets } from "./walk-tickets.ts";

/**
 * By last change, window by window, for a search has no pages. What changes while `newest` goes back may be missed by it; the
 * change feed brings it.
 * @throws RefusedError for a queue that is not known: the server would find nothing, and would not say why (OT-9)
 */
export async function* findTickets(account: Account, query: TicketQuery): AsyncGenerator<Ticket> {
  const limit = query.limit ?? Number.POSITIVE_INFINITY;
  if (limit <= 0) return;
  const since = Math.max(query.updatedSince ?? 0, query.createdSince ?? 0);
  const now = account.context.clock.now();
  if (since > now || (since > 0 && !(await settleZone(account)))) return;
  const search = {
    ...(await filterOf(account, query)),
    order: query.order === "oldest" ? ("Up" as const) : ("Down" as const),
    ...(since > 0 && { newer: account.time.earliest(since, now) }),
  };
  let given = 0;
  for await (const raw of walkTickets(account, search)) {
    const ticket = mapTicket(account, raw);
    if (!matchesQuery(ticket, query)) continue;
    yield ticket;
    given += 1;
    if (given >= limit) return;
  }
}

export async function findFirstTicket(account: Account, query: TicketQuery): Promise<Ticket | null> {
  for await (const ticket of findTickets(account, { ...query, limit: 1 })) return ticket;
  return null;
}

/** In lower case: `Open` finds nothing. Other states have types of their own and are told apart afterwards. */
const stateTypes: Readonly<Partial<Record<Status, readonly string[]>>> = {
  new: ["new"],
  open: ["open"],
  solved: ["closed"],
  closed: ["closed", "merged"],
};

async function filterOf(account: Account, query: TicketQuery): Promise<Omit<TicketSearch, "order" | "limit">> {
  const { client, params } = account;
  const { queueId, requesterId, statuses, tag } = query;
  const queue = queueId === undefined ? undefined : await findQueue(account, queueId);
  if (queue === null) {
    throw new RefusedError(`no queue "${queueId}" is known; if there is one, name it in params.queues`, [
      { field: "queue", message: "is not known" },
    ]);
  }
  const types = statuses?.map((status) => stateTypes[status]) ?? [];
  const askTypes = types.length > 0 && !types.includes(undefined);
  // Only a body carries it.
  const askTag = tag !== undefined && client.routes.ticket_search.method !== "GET";
  return {
    ...(queue !== undefined && { queues: [queue] }),
    ...(askTypes && { stateTypes: [...new Set(types.flatMap((type) => type ?? []))] }),
    ...(requesterId !== undefined && { customerLogin: requesterId }),
    ...(askTag && { dynamicField: { name: params.tags_field, equals: tag } }),
    ...(params.include_archived && { archived: true }),
  };
}

/** The full name of the queue with this id. */
async function findQueue(account: Account, id: string): Promise<string | null> {
  const inKnown = () => [...account.known.queues].find((name) => queueRef(name).id === id) ?? null;
  if (inKnown() === null) await account.seen.get(() => inKnown() !== null);
  return inKnown();
}
