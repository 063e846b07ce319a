import { type Channel, channels, priorities, type Ticket } from "@otai/plugin-api/ticket";
import type { FactName, KeptTicket, TicketFacts } from "./kept-ticket.ts";

/** What is kept of a ticket as the unified ticket. */
export function mapTicket(kept: KeptTicket): Ticket {
  const fact = <Name extends FactName>(name: Name): TicketFacts[Name] | null => kept.facts[name]?.value ?? null;
  const queue = fact("queue");
  const assignee = fact("assignee");
  const { status, label } = fact("status") ?? { status: "new", label: "new" };
  const firstWords = kept.messages.find((message) => message.role === "customer" && !message.private);
  return {
    id: kept.id,
    subject: fact("subject") ?? "",
    // A reply may be all that was ever heard of a ticket.
    body: fact("body") ?? firstWords?.body ?? "",
    queue: queue === null ? null : { id: queue.id ?? queue.name, name: queue.name },
    priority: priorities.find((priority) => priority === fact("priority")) ?? null,
    status,
    statusLabel: label,
    type: fact("type"),
    tags: fact("tags") ?? [],
    customFields: Object.fromEntries(Object.entries(kept.customFields).map(([key, { value }]) => [key, value])),
    requester: fact("requester"),
    assignee: assignee === null ? null : { id: assignee, name: assignee },
    channel: channelOf(fact("channel")),
    language: fact("language"),
    createdAt: fact("createdAt") ?? kept.firstAt,
    updatedAt: kept.lastAt,
    solvedAt: fact("solvedAt"),
    version: String(kept.revision),
    url: fact("url"),
    tombstone: fact("tombstone") ?? (status === "closed" ? "closed" : null),
    mergedInto: null,
  };
}

const otherWords: Readonly<Record<string, Channel>> = {
  mail: "email",
  messenger: "chat",
  call: "phone",
  twitter: "social",
};

function channelOf(word: string | null): Channel {
  return channels.find((channel) => channel === word) ?? otherWords[word ?? ""] ?? "web";
}
