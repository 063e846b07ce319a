import type { Account } from "./account.ts";
import { readAnswer, searchAnswer } from "./schema.ts";

/** Everything by which we ever search; each part narrows. Stamps are the server's. */
export interface TicketSearch {
  readonly order: "Up" | "Down";
  readonly limit: number;
  /** Last change at that second or later. */
  readonly newer?: string;
  /** Last change at that second or before. */
  readonly older?: string;
  /** Full names, all of them known: a single unknown one and nothing is found. */
  readonly queues?: readonly string[];
  readonly stateTypes?: readonly string[];
  readonly customerLogin?: string;
  readonly dynamicField?: { readonly name: string; readonly equals: string };
  readonly archived?: boolean;
}

/** Ids by last change. There are no pages: an answer as long as the limit may have left some out. */
export async function searchTicketIds(account: Account, search: TicketSearch): Promise<readonly string[]> {
  const parameters = {
    ...(search.newer !== undefined && { TicketLastChangeTimeNewerDate: search.newer }),
    ...(search.older !== undefined && { TicketLastChangeTimeOlderDate: search.older }),
    ...(search.queues !== undefined && { Queues: search.queues }),
    ...(search.stateTypes !== undefined && { StateType: search.stateTypes }),
    ...(search.customerLogin !== undefined && { CustomerUserLogin: [search.customerLogin] }),
    ...(search.dynamicField !== undefined && {
      DynamicField: { Name: search.dynamicField.name, Equals: search.dynamicField.equals },
    }),
    ...(search.archived === true && { SearchInArchive: "AllTickets" }),
    SortBy: "Changed",
    OrderBy: search.order,
    Limit: search.limit,
  };
  const body = await account.client.call("ticket_search", parameters, { repeatable: true });
  return [...new Set(readAnswer(searchAnswer, body, "TicketSearch").TicketID)];
}
