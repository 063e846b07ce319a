import type { Message, Role } from "@otai/plugin-api/message";
import type { PlainDeskClient } from "./client.ts";
import { ticketPath } from "./get-ticket.ts";
import { messageList } from "./schema.ts";

// Replace: what tells customer, agent and machine apart.
const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["customer", "customer"],
  ["staff", "agent"],
]);

/** Plain Desk has the customer's first message among the others, oldest first, on one page. */
export async function getConversation(client: PlainDeskClient, id: string): Promise<readonly Message[]> {
  const path = `${ticketPath(id)}/messages`;
  const { messages } = await client.call(messageList, { method: "GET", path, repeatable: true });
  return messages.map((message) => {
    const role = roles.get(message.author?.role ?? "") ?? "system";
    return {
      id: message.id,
      role,
      authorId: message.author?.id ?? null,
      authorName: message.author?.name ?? null,
      body: message.text,
      private: message.internal,
      automated: role === "system",
      createdAt: message.created_at,
    };
  });
}
