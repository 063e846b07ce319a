import { ClosedTicketError, ConflictError } from "@otai/plugin-api/errors";
import type { TicketUpdate, UpdateResult } from "@otai/plugin-api/ticket-update";
import { presentTicket, type WebhookAccount } from "./account.ts";
import { type KeptTicket, learn, type TicketNews, ticketKey } from "./kept-ticket.ts";
import { mapTicket } from "./map-ticket.ts";
import { ownMessage } from "./own-message.ts";
import { queueResults } from "./queue-results.ts";
import { resultsOfUpdate } from "./result-message.ts";

/** The kept ticket and what is told about it, by one commit. */
export async function updateTicket(account: WebhookAccount, id: string, update: TicketUpdate): Promise<UpdateResult> {
  const at = account.clock.now();
  let after: KeptTicket | null = null;
  await account.documents().apply([
    {
      key: ticketKey(id),
      change(known) {
        const before = presentTicket(known, id);
        const { tombstone, version } = mapTicket(before);
        if (tombstone !== null) throw new ClosedTicketError(`ticket ${id} is ${tombstone}`);
        if (version !== update.expectedVersion)
          throw new ConflictError(`a call changed ticket ${id} since it was read`);
        after = learn(before, id, newsOf(before, update, at));
        return after;
      },
    },
    ...queueResults(account, at, update.expectedVersion, resultsOfUpdate(id, update)),
  ]);
  return { ticket: mapTicket(presentTicket(after, id)), refused: [] };
}

function newsOf(before: KeptTicket, update: TicketUpdate, now: number): TicketNews {
  const { queue, priority, status, type, assigneeId, customFields, addTags = [], removeTags = [], note } = update;
  // Newest wins, and this is the newest.
  const at = Math.max(now, before.lastAt + 1);
  const { tags } = mapTicket(before);
  const has = (list: readonly string[], tag: string) => list.some((one) => one.toLowerCase() === tag.toLowerCase());
  const kept = tags.filter((tag) => !has(removeTags, tag));
  const added = addTags.filter((tag) => !has(kept, tag));
  return {
    at,
    facts: {
      ...(queue === undefined ? {} : { queue }),
      ...(priority === undefined ? {} : { priority }),
      ...(status === undefined ? {} : { status: { status, label: status }, solvedAt: status === "solved" ? at : null }),
      ...(type === undefined ? {} : { type }),
      ...(assigneeId === undefined ? {} : { assignee: assigneeId }),
      ...(addTags.length + removeTags.length === 0 ? {} : { tags: [...kept, ...added] }),
    },
    ...(customFields === undefined ? {} : { customFields }),
    ...(note === undefined ? {} : { messages: [ownMessage(note, at)] }),
  };
}
