import type { TicketSystem } from "@otai/plugin-api/ticket-system";

/** What a ticket system may offer or not, in the words of the documentation. Presence is the capability. */
export const capabilities = {
  conversation: { label: "Conversations", of: ({ read }) => read.getConversation },
  queues: { label: "List of queues", of: ({ read }) => read.listQueues },
  priorities: { label: "List of priorities", of: ({ read }) => read.listPriorities },
  fields: { label: "List of fields", of: ({ read }) => read.listFields },
  agents: { label: "List of agents with their queues", of: ({ read }) => read.listAgents },
  notes: { label: "Private notes", of: ({ write }) => write.addNote },
  requester: { label: "Fields of the requester", of: ({ write }) => write.updateRequester },
  webhooks: { label: "Webhooks", of: ({ webhooks }) => webhooks },
  articles: { label: "Knowledge base", of: ({ articles }) => articles },
  templates: { label: "Answer templates", of: ({ templates }) => templates },
  setup: { label: "Set-up check", of: ({ setup }) => setup },
} satisfies Readonly<Record<string, { label: string; of(system: TicketSystem): unknown }>>;

export type Capability = keyof typeof capabilities;
export type Offers = Readonly<Record<Capability, boolean>>;

export function offersOf(system: TicketSystem): Offers {
  const entries = Object.entries(capabilities).map(([name, { of }]) => [name, of(system) !== undefined]);
  return Object.fromEntries(entries) as Record<Capability, boolean>;
}
