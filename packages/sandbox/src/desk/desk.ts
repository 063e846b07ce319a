import type { DeskLayout } from "./desk-layout.ts";
import type {
  Actor,
  CustomField,
  DeskEvent,
  DeskGroup,
  DeskMessage,
  DeskTicket,
  DeskUser,
  TicketFields,
  UserFields,
} from "./desk-model.ts";
import type { DeskMutation, NewMessage, NewTicket, NewUser } from "./desk-mutation.ts";
import { DeskPeople } from "./desk-people.ts";
import { DeskTickets } from "./desk-tickets.ts";
import { addMessage, changeFields, eventsOf, fieldDifferences } from "./ticket-change.ts";
import { newTicketRecord } from "./ticket-record.ts";

/** Milliseconds since epoch. */
export type Clock = () => number;

export interface DeskOptions {
  layout: DeskLayout;
  now: Clock;
  /** Called with every new mutation before it takes effect and before anybody is answered; a throw refuses it. */
  journal?: (mutation: DeskMutation) => void;
}

/**
 * The helpdesk behind every dialect: tickets with their threads and history, people, queues.
 * Writes are synchronous and atomic, ids are positive integers, and `updatedAt` never goes backwards over the whole
 * desk, so that the order of change is the order of `ticketsByUpdate`.
 */
export class Desk {
  readonly layout: DeskLayout;
  /** The agent behind the API credentials of every dialect. */
  readonly bot: DeskUser;
  private readonly options: DeskOptions;
  private readonly ticketFields: CustomField[];
  private readonly tickets = new DeskTickets();
  private readonly people: DeskPeople;
  private readonly listeners: ((event: DeskEvent) => void)[] = [];
  private lastChangeAt = 0;
  private nextTicketId = 1;
  private nextMessageId = 1_000_001;
  private arrivalsSeen = 0;

  constructor(options: DeskOptions) {
    this.options = options;
    this.ticketFields = [...options.layout.ticketFields];
    this.layout = { ...options.layout, ticketFields: this.ticketFields };
    this.people = new DeskPeople(options.layout.agents);
    this.bot = options.layout.agents.find((agent) => agent.role === "bot")!;
  }

  // ---- reading

  ticket(id: number): DeskTicket | undefined {
    return this.tickets.get(id);
  }

  /** All tickets, spam and deleted ones included, by ascending id (which is the order of creation). */
  ticketsById(): readonly DeskTicket[] {
    return this.tickets.byId();
  }

  /** All tickets by ascending `updatedAt`. */
  ticketsByUpdate(): readonly DeskTicket[] {
    return this.tickets.byUpdate();
  }

  user(id: number): DeskUser | undefined {
    return this.people.get(id);
  }

  userWithEmail(email: string): DeskUser | undefined {
    return this.people.withEmail(email);
  }

  customers(): DeskUser[] {
    return this.people.customers();
  }

  /** Agents, the admin and the bot. */
  agents(): DeskUser[] {
    return this.layout.agents.map((agent) => this.people.get(agent.id)!);
  }

  isAgent(userId: number): boolean {
    const role = this.people.get(userId)?.role;
    return role !== undefined && role !== "customer";
  }

  group(id: number): DeskGroup | undefined {
    return this.layout.groups.find((group) => group.id === id);
  }

  groupNamed(name: string): DeskGroup | undefined {
    return this.layout.groups.find((group) => group.name === name);
  }

  /** How many tickets of the arrival stream this desk has received. */
  arrivals(): number {
    return this.arrivalsSeen;
  }

  // ---- writing; `by` is a user id, null for the desk itself

  createTicket(by: number | null, ticket: NewTicket): DeskTicket {
    const mutation: DeskMutation = { op: "ticket-created", at: this.instant(), by, ticket };
    return this.tickets.need(this.commit(mutation));
  }

  /**
   * Changes fields and, in the same stroke, adds a message. Fields that already hold the value leave no trace;
   * a call that changes nothing at all does not touch `updatedAt`.
   */
  changeTicket(by: number | null, ticketId: number, fields: Partial<TicketFields>, message?: NewMessage): DeskTicket {
    const ticket = this.tickets.need(ticketId);
    if (!message && fieldDifferences(ticket, fields, this.people.actor(by), 0).length === 0) return ticket;
    this.commit({ op: "ticket-changed", at: this.instant(), by, ticketId, fields, ...(message ? { message } : {}) });
    return ticket;
  }

  /** A message of the customer; a waiting, solved or closed ticket opens again. */
  customerReplies(ticketId: number, text: string, html: string | null = null): DeskTicket {
    const ticket = this.tickets.need(ticketId);
    const reopens = ticket.status !== "new" && ticket.status !== "open";
    const authorId = ticket.requesterId;
    const message: NewMessage = { authorId, public: true, text, html, channel: ticket.channel };
    return this.changeTicket(authorId, ticketId, reopens ? { status: "open" } : {}, message);
  }

  createUser(by: number | null, user: NewUser): DeskUser {
    return this.people.get(this.commit({ op: "user-created", at: this.instant(), by, user }))!;
  }

  /** The customer with this address, created when unknown. */
  ensureCustomer(email: string, name?: string): DeskUser {
    return this.userWithEmail(email) ?? this.createUser(null, { name: name ?? email.split("@")[0] ?? email, email });
  }

  changeUser(by: number | null, userId: number, fields: Partial<UserFields>): DeskUser {
    if (this.people.get(userId) === undefined) throw new Error(`no user ${userId} on this desk`);
    this.commit({ op: "user-changed", at: this.instant(), by, userId, fields });
    return this.people.get(userId)!;
  }

  /** An administrator deletes a ticket field; it is back after a restart. @returns false for an unknown one */
  removeTicketField(key: string): boolean {
    const index = this.ticketFields.findIndex((field) => field.key === key);
    if (index < 0) return false;
    this.ticketFields.splice(index, 1);
    return true;
  }

  /** Called after each mutation, once per event, in order of change; never while replaying. */
  onEvent(listener: (event: DeskEvent) => void): void {
    this.listeners.push(listener);
  }

  /** Applies a mutation of the past: not journaled, no events. */
  replay(mutation: DeskMutation): void {
    this.apply(mutation);
  }

  // ---- inside

  private instant(): number {
    return Math.max(this.options.now(), this.lastChangeAt);
  }

  private commit(mutation: DeskMutation): number {
    this.options.journal?.(mutation);
    const { id, events } = this.apply(mutation);
    for (const event of events) for (const listener of this.listeners) listener(event);
    return id;
  }

  private apply(mutation: DeskMutation): { id: number; events: DeskEvent[] } {
    this.lastChangeAt = Math.max(this.lastChangeAt, mutation.at);
    switch (mutation.op) {
      case "ticket-created":
        return this.applyTicketCreated(mutation.at, this.people.actor(mutation.by), mutation.ticket);
      case "ticket-changed":
        return this.applyTicketChanged(mutation);
      case "user-created":
        return { id: this.people.addCustomer(mutation.at, mutation.user), events: [] };
      case "user-changed":
        this.people.change(mutation.at, mutation.userId, mutation.fields);
        return { id: mutation.userId, events: [] };
    }
  }

  private applyTicketCreated(at: number, actor: Actor, source: NewTicket): { id: number; events: DeskEvent[] } {
    const id = this.nextTicketId++;
    const first = this.newMessage(at, {
      authorId: source.requesterId,
      public: true,
      text: source.body,
      html: source.html,
      channel: source.channel,
    });
    const record = newTicketRecord(id, at, actor, source, first);
    this.tickets.add(record);
    if (source.arrival !== undefined) this.arrivalsSeen = Math.max(this.arrivalsSeen, source.arrival + 1);
    return {
      id,
      events: [
        { kind: "ticket-created", ticketId: id, at, actor, changes: record.history.slice(), messageId: first.id },
      ],
    };
  }

  private applyTicketChanged(mutation: DeskMutation & { op: "ticket-changed" }): { id: number; events: DeskEvent[] } {
    const { at, ticketId, fields } = mutation;
    const actor = this.people.actor(mutation.by);
    const ticket = this.tickets.need(ticketId);
    const statusBefore = ticket.status;
    const changes = changeFields(ticket, fields, actor, at);
    const message = mutation.message ? this.newMessage(at, mutation.message) : null;
    // What nobody wrote (automations) is the desk's, like an agent's.
    const byCustomer = message !== null && this.user(message.authorId)?.role === "customer";
    if (message) changes.push(addMessage(ticket, message, actor, !byCustomer));
    ticket.history.push(...changes);
    ticket.updatedAt = at;
    this.tickets.moved(ticketId);
    return { id: ticketId, events: eventsOf(ticket, { at, actor, changes, message, byCustomer, statusBefore }) };
  }

  private newMessage(at: number, source: NewMessage): DeskMessage {
    return { id: this.nextMessageId++, at, ...source };
  }
}
