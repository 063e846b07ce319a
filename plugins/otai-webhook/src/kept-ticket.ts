import type { Message } from "@otai/plugin-api/message";
import type { FieldValue, Instant, Requester, Status, Tombstone } from "@otai/plugin-api/ticket";

/** What payloads and our own writes say about a ticket, each with the time it was so. */
export interface TicketFacts {
  subject: string;
  body: string;
  /** The id is `null` where only the name is known. */
  queue: { readonly id: string | null; readonly name: string };
  priority: string;
  status: { readonly status: Status; readonly label: string };
  type: string;
  tags: readonly string[];
  requester: Requester;
  assignee: string;
  channel: string;
  language: string;
  url: string;
  createdAt: Instant;
  solvedAt: Instant | null;
  tombstone: Tombstone;
  /** The conversation is known from its beginning on. */
  fromStart: true;
}
export type FactName = keyof TicketFacts;

export interface Fact<Value> {
  readonly value: Value;
  readonly at: Instant;
}
type KeptFacts = { readonly [Name in FactName]?: Fact<TicketFacts[Name]> };

/** The document of one ticket. Its conversation and each of its facts are newest-wins, so that the order of arrival does not matter (R04). */
export interface KeptTicket {
  readonly format: 1;
  readonly id: string;
  /** Raised by every change of facts or messages. */
  readonly revision: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly facts: KeptFacts;
  readonly customFields: Readonly<Record<string, Fact<FieldValue>>>;
  readonly messages: readonly Message[];
  /** The abstentions that were told last, as JSON. */
  readonly abstained: string | null;
}

/** What one payload or write adds. */
export interface TicketNews {
  readonly at: Instant;
  readonly facts: { readonly [Name in FactName]?: TicketFacts[Name] };
  readonly customFields?: Readonly<Record<string, FieldValue>>;
  readonly messages?: readonly Message[];
}

/** Messages of a ticket that are kept, newest first. */
const mostMessages = 1_000;

export function ticketKey(id: string): string {
  return `ticket/${id}`;
}

/** @returns the same object when the news are none. */
export function learn(known: KeptTicket | null, id: string, news: TicketNews): KeptTicket {
  const before = known ?? emptyTicket(id, news.at);
  const facts = newest(before.facts, news.facts as Readonly<Record<string, unknown>>, news.at) as KeptFacts;
  const customFields = newest(before.customFields, news.customFields ?? {}, news.at);
  const messages = join(before.messages, news.messages ?? []);
  const firstAt = Math.min(before.firstAt, news.at);
  const lastAt = Math.max(before.lastAt, news.at);
  const same = facts === before.facts && customFields === before.customFields && messages === before.messages;
  if (known !== null && same && firstAt === before.firstAt && lastAt === before.lastAt) return known;
  return { ...before, revision: before.revision + 1, firstAt, lastAt, facts, customFields, messages };
}

function emptyTicket(id: string, at: Instant): KeptTicket {
  return {
    format: 1,
    id,
    revision: 0,
    firstAt: at,
    lastAt: at,
    facts: {},
    customFields: {},
    messages: [],
    abstained: null,
  };
}

type FactMap = Readonly<Record<string, Fact<unknown> | undefined>>;

/** Of two values of the same moment the one that came later stays: senders count whole seconds. */
function newest<Known extends FactMap>(known: Known, news: Readonly<Record<string, unknown>>, at: Instant): Known {
  const taken = Object.entries(news).filter(([name, value]) => {
    const fact = Object.hasOwn(known, name) ? known[name] : undefined;
    if (value === undefined) return false;
    if (fact === undefined || at > fact.at) return true;
    return at === fact.at && JSON.stringify(value) !== JSON.stringify(fact.value);
  });
  if (taken.length === 0) return known;
  return { ...known, ...Object.fromEntries(taken.map(([name, value]) => [name, { value, at }])) };
}

/** Union by id, ordered by time; what is known stays, so that a list which comes again changes nothing. */
function join(known: readonly Message[], news: readonly Message[]): readonly Message[] {
  const ids = new Set(known.map(({ id }) => id));
  const added = news.filter(({ id }) => !ids.has(id) && ids.add(id));
  if (added.length === 0) return known;
  return [...known, ...added].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).slice(-mostMessages);
}
