import type { Agent } from "./agent.ts";
import type { TemplateReader } from "./answer-template.ts";
import type { Answers } from "./answers.ts";
import type { Article } from "./article.ts";
import type { FieldDefinition } from "./field-definition.ts";
import type { Message, Note } from "./message.ts";
import type { Outbox } from "./outbox.ts";
import type { Setup } from "./setup.ts";
import type { FieldValue, Instant, NamedRef, Priority, Ticket } from "./ticket.ts";
import type { ChangePage, TicketQuery } from "./ticket-query.ts";
import type { Abstention, NoteReceipt, TicketUpdate, UpdateResult } from "./ticket-update.ts";
import type { WebhookReceiver } from "./webhook.ts";

/** Which account answers behind the configured name, and who we are there. */
export interface AccountIdentity {
  /** Stable for the account, different for every other one (trial and production differ), free of secrets. */
  readonly fingerprint: string;
  /** For people: `yourcompany.freshdesk.com`. */
  readonly label: string;
  /** Whose changes are our own. */
  readonly botUser: NamedRef | null;
}

export interface PriorityChoice extends NamedRef {
  readonly priority: Priority;
}

export interface TicketReader {
  /** The cheapest authenticated call. Wrong key → AuthenticationError, unknown host → UnavailableError. */
  identify(): Promise<AccountIdentity>;
  /** Pages are followed to the end or to `query.limit`. */
  findTickets(query: TicketQuery): AsyncIterable<Ticket>;
  findFirstTicket(query: TicketQuery): Promise<Ticket | null>;
  /** @throws NotFoundError when the ticket is gone. */
  getTicket(id: string): Promise<Ticket>;
  /** Oldest first, all pages, the customer's first message included. */
  getConversation?(id: string): Promise<readonly Message[]>;
  listQueues?(): Promise<readonly NamedRef[]>;
  listPriorities?(): Promise<readonly PriorityChoice[]>;
  listFields?(): Promise<readonly FieldDefinition[]>;
  /** Everybody whom tickets can be assigned to. `null` with a warning where the credentials may not read it. */
  listAgents?(): Promise<readonly Agent[] | null>;
}

export interface TicketWriter {
  /**
   * One combined write. A refused field is dropped and the rest sent once more.
   * @throws ConflictError when the ticket moved on since `expectedVersion`.
   * @throws ClosedTicketError when it takes no changes any more.
   */
  updateTicket(id: string, update: TicketUpdate): Promise<UpdateResult>;
  /** Never repeated by itself: an unknown outcome is reported as such. */
  addNote?(id: string, note: Note, answers?: Answers): Promise<NoteReceipt>;
  updateRequester?(requesterId: string, fields: Readonly<Record<string, FieldValue>>, answers?: Answers): Promise<void>;
  /** For systems that wait for an answer: nothing will come for these fields. The same again says nothing new. */
  reportAbstentions?(id: string, abstentions: readonly Abstention[]): Promise<void>;
}

export interface ChangeFeed {
  /** A cursor that yields everything changed since then. */
  cursorFrom(since: Instant): string;
  /** @throws ConfigError for a cursor that lies in the future or is not ours. */
  listChanges(cursor: string): Promise<ChangePage>;
}

export interface ArticleReader {
  /** The `source` under which the knowledge base files them, e.g. `freshdesk-solutions`. */
  readonly source: string;
  listArticles(): AsyncIterable<Article>;
}

/** Quirks are the differences that presence cannot tell. */
export interface Quirks {
  /** `updateTicket` takes a note into the same call. */
  readonly noteWithUpdate: boolean;
  /** Tags are written by a call of their own after the fields, so that a crash may fall between the two. */
  readonly tagsApart?: boolean;
  /** The system compares `expectedVersion` itself; elsewhere the adapter reads again before it writes. */
  readonly optimisticLock: boolean;
  /** Writes are told to somebody who wants the services' whole answers with them. */
  readonly passesOnAnswers?: boolean;
  /** Do our own API writes fire the system's rules (and so webhooks) again? */
  readonly ownWritesFireRules: boolean;
}

/** A connected ticket system. Presence of a part is the capability; there are no flags for what can be seen. */
export interface TicketSystem {
  readonly read: TicketReader;
  readonly write: TicketWriter;
  readonly changes: ChangeFeed;
  readonly webhooks?: WebhookReceiver;
  readonly articles?: ArticleReader;
  readonly templates?: TemplateReader;
  readonly setup?: Setup;
  readonly outbox?: Outbox;
  readonly quirks: Quirks;
}
