import type { DocumentChange } from "@otai/plugin-api/documents";
import type { Message, Role } from "@otai/plugin-api/message";
import { type Instant, type Priority, priorities, type Status, statuses } from "@otai/plugin-api/ticket";
import type { TicketEventKind } from "@otai/plugin-api/webhook";
import { stateDigest } from "@otai/plugin-kit/state-digest";
import { type KeptTicket, learn, type TicketNews, ticketKey } from "./kept-ticket.ts";
import type { WebhookParams } from "./params.ts";
import { type KnownQueue, queuesKey, rememberQueue, rememberTicketOf, requesterKey } from "./remembered.ts";
import { readCustomFields, readField, readInstant, readMessages, readTags, readText } from "./schema.ts";

type MeaningParams = Pick<WebhookParams, "paths" | "priorities" | "statuses">;

/** One payload whose ticket and meaning are known. */
export interface PayloadEvent {
  readonly payload: unknown;
  readonly ticketId: string;
  readonly kind: TicketEventKind;
  /** When the payload was so. */
  readonly at: Instant;
  /** Tells two messages of the same text apart. */
  readonly deliveryId: string;
}

/** The payload is all there is to know: what it says, as changes of the documents, ordered by key. */
export function keepPayload(event: PayloadEvent, params: MeaningParams): readonly DocumentChange[] {
  const news = newsOf(event, params);
  const { queue, requester } = news.facts;
  const changes: DocumentChange[] = [
    {
      key: ticketKey(event.ticketId),
      change: (known) => learn(known as KeptTicket | null, event.ticketId, news),
    },
  ];
  if (queue !== undefined) {
    changes.push({ key: queuesKey, change: (known) => rememberQueue(known as readonly KnownQueue[] | null, queue) });
  }
  if (requester !== undefined) {
    changes.push({
      key: requesterKey(requester.id),
      change: (known) => rememberTicketOf(known, event.ticketId, event.at),
    });
  }
  return changes.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function newsOf(event: PayloadEvent, params: MeaningParams): TicketNews {
  const { payload, kind, at } = event;
  const { paths } = params;
  const text = (field: Parameters<typeof readField>[1]) => readField(payload, field, paths) ?? undefined;
  const subject = readText(payload, "subject", paths);
  const body = kind === "customer-replied" ? null : readText(payload, "body", paths);
  const requesterId = text("customer_id");
  const queueName = text("queue") ?? text("group_id");
  const tags = readTags(payload, paths);
  const createdAt = readInstant(payload, "created_at", paths);
  const status = statusOf(kind, text("status"), params.statuses);
  const fromStart = kind === "ticket-created" || readMessages(payload, paths).length > 0;
  return {
    at,
    facts: {
      ...(subject === null ? {} : { subject }),
      ...(body === null ? {} : { body }),
      ...(queueName === undefined ? {} : { queue: { id: text("group_id") ?? null, name: queueName } }),
      ...given("priority", priorityOf(text("priority"), params.priorities)),
      ...(status === null ? {} : { status, solvedAt: solvedAt(status.status, event, params) }),
      ...given("type", text("ticket_type")),
      ...(tags === null ? {} : { tags }),
      ...(requesterId === undefined
        ? {}
        : {
            requester: {
              id: requesterId,
              name: text("customer_name") ?? requesterId,
              email: text("customer_email") ?? null,
            },
          }),
      ...given("assignee", text("agent_id")),
      ...given("channel", text("channel")?.toLowerCase()),
      ...given("language", text("language")),
      ...given("url", text("url")),
      ...(createdAt === null ? {} : { createdAt }),
      ...(kind === "ticket-deleted" ? { tombstone: "deleted" as const } : {}),
      ...(fromStart ? { fromStart } : {}),
    },
    customFields: readCustomFields(payload, paths),
    messages: messagesOf(event, params),
  };
}

function given<Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: string };
}

/** A reply opens a ticket again and a resolution solves it, unless the payload says otherwise. */
function statusOf(
  kind: TicketEventKind,
  word: string | undefined,
  configured: WebhookParams["statuses"],
): { status: Status; label: string } | null {
  if (word !== undefined) {
    const own = Object.hasOwn(configured, word) ? configured[word]! : statusWord(word.toLowerCase());
    return { status: kind === "ticket-resolved" && own !== "closed" ? "solved" : own, label: word };
  }
  if (kind === "ticket-created") return { status: "new", label: "new" };
  if (kind === "customer-replied") return { status: "open", label: "open" };
  return kind === "ticket-resolved" ? { status: "solved", label: "solved" } : null;
}

const statusWords: Readonly<Record<string, Status>> = {
  resolved: "solved",
  done: "solved",
  completed: "solved",
  "in progress": "open",
  in_progress: "open",
  reopened: "open",
  waiting: "pending",
  "on hold": "pending",
  snoozed: "pending",
};

function statusWord(word: string): Status {
  return (
    statuses.find((status) => status === word) ?? (Object.hasOwn(statusWords, word) ? statusWords[word]! : "other")
  );
}

function solvedAt(status: Status, { payload, at }: PayloadEvent, { paths }: MeaningParams): Instant | null {
  if (status !== "solved" && status !== "closed") return null;
  return readInstant(payload, "resolved_at", paths) ?? at;
}

/** Urgency words are understood too; a number means something else at every platform and needs `params.priorities`. */
function priorityOf(word: string | undefined, configured: WebhookParams["priorities"]): Priority | undefined {
  if (word === undefined) return undefined;
  if (Object.hasOwn(configured, word)) return configured[word];
  const text = word.toLowerCase();
  if (text === "medium") return "normal";
  if (text === "critical") return "urgent";
  return priorities.find((priority) => priority === text);
}

/** `messages[]`, and the text of the event itself unless it is one of them. */
function messagesOf(event: PayloadEvent, { paths }: MeaningParams): readonly Message[] {
  const { payload, kind, at, deliveryId } = event;
  const listed = readMessages(payload, paths).map(
    (entry, index): Message => ({
      id: entry.id ?? `listed-${index}-${stateDigest([entry.role, entry.body])}`,
      role: roleOf(entry.role, "customer"),
      authorId: entry.authorId,
      authorName: entry.authorName,
      body: entry.body,
      private: entry.private,
      automated: false,
      createdAt: entry.createdAt ?? at,
    }),
  );
  const body = kind === "ticket-created" || kind === "customer-replied" ? readText(payload, "body", paths) : null;
  if (body === null || listed.some((message) => message.body === body)) return listed;
  const read = (field: "message_id" | "customer_id" | "customer_name" | "role") => readField(payload, field, paths);
  const isFirst = kind === "ticket-created";
  const own: Message = {
    id: read("message_id") ?? (isFirst ? "description" : `reply-${stateDigest([body, deliveryId])}`),
    role: isFirst ? "customer" : roleOf(read("role"), "customer"),
    authorId: read("customer_id"),
    authorName: read("customer_name"),
    body,
    private: false,
    automated: false,
    createdAt: isFirst ? (readInstant(payload, "created_at", paths) ?? at) : at,
  };
  return [...listed, own];
}

const roles: Readonly<Record<string, Role>> = {
  customer: "customer",
  user: "customer",
  contact: "customer",
  requester: "customer",
  agent: "agent",
  admin: "agent",
  operator: "agent",
  system: "system",
  bot: "system",
};

function roleOf(word: string | null, fallback: Role): Role {
  const known = word?.toLowerCase() ?? "";
  return Object.hasOwn(roles, known) ? roles[known]! : fallback;
}
