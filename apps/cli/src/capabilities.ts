import type { TicketSystem } from "@otai/plugin-api/ticket-system";

/** What a ticket system offers, by presence. */
export function capabilitiesOf({ read, write, webhooks, articles, templates, setup }: TicketSystem): string[] {
  const offered: readonly (readonly [string, unknown])[] = [
    ["conversations", read.getConversation],
    ["queues", read.listQueues],
    ["priorities", read.listPriorities],
    ["fields", read.listFields],
    ["agents", read.listAgents],
    ["notes", write.addNote],
    ["requester fields", write.updateRequester],
    ["webhooks", webhooks],
    ["articles", articles],
    ["answer templates", templates],
    ["set-up check", setup],
    ["set-up by API", setup?.apply],
  ];
  return ["read", "update", "changes", ...offered.flatMap(([name, part]) => (part === undefined ? [] : [name]))];
}
