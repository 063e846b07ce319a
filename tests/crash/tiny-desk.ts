import { sampleTicket } from "@otai/core/testing/samples";
import { ConflictError, NotFoundError } from "@otai/plugin-api/errors";
import type { Message } from "@otai/plugin-api/message";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { ChangeFeed, TicketReader, TicketWriter } from "@otai/plugin-api/ticket-system";

export interface TinyDesk {
  readonly noteWithUpdate: boolean;
  /** Tags are a call of their own after the fields. */
  readonly tagsApart?: boolean;
  readonly read: TicketReader;
  readonly write: TicketWriter;
  readonly changes: ChangeFeed;
  arrive(): string;
  humanSets(id: string, change: Partial<Ticket>): void;
  fieldWrites(id: string): number;
  notes(id: string): readonly Message[];
  /** The customer's record, by requester. */
  contact(requesterId: string): Readonly<Record<string, unknown>>;
  /** Somebody writes publicly. */
  say(id: string, role: "customer" | "agent", body: string): string;
}

/** A helpdesk of a few lines that counts what was written to it: the other side for crash tests, with an optimistic lock. */
export function createTinyDesk({
  clock,
  noteWithUpdate,
}: {
  clock: { now(): number };
  noteWithUpdate: boolean;
}): TinyDesk {
  const tickets = new Map<string, Ticket>();
  const threads = new Map<string, Message[]>();
  const contacts = new Map<string, Record<string, unknown>>();
  const writes = new Map<string, number>();
  let version = 0;

  function find(id: string): Ticket {
    const ticket = tickets.get(id);
    if (ticket === undefined) throw new NotFoundError(`no ticket ${id}`);
    return ticket;
  }
  function put(id: string, change: Partial<Ticket>): Ticket {
    version += 1;
    const ticket = { ...find(id), ...change, version: `v${version}`, updatedAt: clock.now() };
    tickets.set(id, ticket);
    return ticket;
  }
  function append(
    id: string,
    facts: Pick<Message, "role" | "authorId" | "body" | "private"> & Partial<Message>,
  ): Message {
    const thread = threads.get(id) ?? [];
    const message: Message = {
      id: `m-${thread.length + 1}`,
      authorName: facts.authorId,
      automated: false,
      createdAt: clock.now(),
      ...facts,
    };
    threads.set(id, [...thread, message]);
    return message;
  }
  const addNote = (id: string, text: string) =>
    append(id, { role: "agent", authorId: "bot", body: text, private: true });

  return {
    noteWithUpdate,
    arrive() {
      const id = String(tickets.size + 1);
      const ticket = sampleTicket({ id, tags: ["vip"], version: "v0" });
      tickets.set(id, ticket);
      const { createdAt } = ticket;
      append(id, { role: "customer", authorId: ticket.requester!.id, body: ticket.body, private: false, createdAt });
      return id;
    },
    humanSets: (id, change) => void put(id, change),
    fieldWrites: (id) => writes.get(id) ?? 0,
    notes: (id) => (threads.get(id) ?? []).filter((message) => message.private),
    contact: (requesterId) => contacts.get(requesterId) ?? {},
    say(id, role, body) {
      const authorId = role === "customer" ? find(id).requester!.id : "agent-1";
      const message = append(id, { role, authorId, body, private: false });
      put(id, {});
      return message.id;
    },
    changes: {
      cursorFrom: String,
      async listChanges(cursor) {
        return { changes: [], cursor, caughtUp: true };
      },
    },
    read: {
      async identify() {
        return { fingerprint: "tiny", label: "tiny", botUser: { id: "bot", name: "Bot" } };
      },
      async *findTickets() {
        yield* tickets.values();
      },
      async findFirstTicket() {
        return [...tickets.values()][0] ?? null;
      },
      async getTicket(id) {
        return find(id);
      },
      async getConversation(id) {
        return threads.get(id) ?? [];
      },
    },
    write: {
      async updateTicket(id, update) {
        const ticket = find(id);
        if (ticket.version !== update.expectedVersion) throw new ConflictError(`ticket ${id} moved on`);
        const removed = new Set(update.removeTags ?? []);
        const tags = [...ticket.tags.filter((tag) => !removed.has(tag)), ...(update.addTags ?? [])];
        writes.set(id, (writes.get(id) ?? 0) + 1);
        if (update.note !== undefined) addNote(id, update.note.text);
        const changed = put(id, {
          ...(update.queue === undefined ? {} : { queue: update.queue }),
          ...(update.priority === undefined ? {} : { priority: update.priority }),
          ...(update.type === undefined ? {} : { type: update.type }),
          customFields: { ...ticket.customFields, ...update.customFields },
          tags,
        });
        return { ticket: changed, refused: [] };
      },
      async addNote(id, note) {
        const message = addNote(id, note.text);
        version += 1;
        return { messageId: message.id, createdAt: message.createdAt };
      },
      async updateRequester(requesterId, fields) {
        contacts.set(requesterId, { ...contacts.get(requesterId), ...fields });
      },
    },
  };
}
