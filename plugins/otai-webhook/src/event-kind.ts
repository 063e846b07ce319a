import { type TicketEventKind, ticketEventKinds } from "@otai/plugin-api/webhook";

export type MeaningOfEvent = TicketEventKind | "ignore";

/**
 * What words of an event type mean, the most telling first: `comment_created` is a reply, and what an agent or admin writes is none.
 * Seen at Intercom, Jira, HubSpot, ServiceNow and in the published bridge.
 */
const words: readonly (readonly [RegExp, MeaningOfEvent])[] = [
  [/^(ping|test|webhook[._-]test)$/, "ignore"],
  [/delete|removed|trashed/, "ticket-deleted"],
  [/resolved|solved|closed|completed/, "ticket-resolved"],
  [/(admin|agent|operator|internal).*(repl|comment|note|message)|note/, "ticket-updated"],
  [/repl(y|ied)|comment|message/, "customer-replied"],
  [/creat|opened|^new\b|submitted/, "ticket-created"],
];

/**
 * @param configured the connection's own table, which comes before everything else
 * @param event the sender's event type, `null` when there is none
 */
export function meaningOfEvent(
  event: string | null,
  configured: Readonly<Record<string, MeaningOfEvent>>,
): MeaningOfEvent {
  if (event === null) return "ticket-updated";
  if (Object.hasOwn(configured, event)) return configured[event]!;
  const text = event.toLowerCase();
  const exact = ticketEventKinds.find((kind) => kind === text.replace(/[._:]/g, "-"));
  return exact ?? words.find(([pattern]) => pattern.test(text))?.[1] ?? "ticket-updated";
}
