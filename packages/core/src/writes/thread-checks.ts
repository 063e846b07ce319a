import type { Message } from "@otai/plugin-api/message";
import type { Instant } from "@otai/plugin-api/ticket";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";

/** Our note in the thread, by the marker line that every note carries. */
export async function findOwnNote(
  connected: ConnectedSystem,
  ticketId: string,
  marker: string | null,
): Promise<Message | null> {
  if (marker === null || connected.system.read.getConversation === undefined) return null;
  const messages = await connected.system.read.getConversation(ticketId);
  return messages.find((message) => message.private && message.body.includes(marker)) ?? null;
}

/**
 * Did somebody write publicly since? Then help for an answer comes too late (U19, D27). Systems that stamp whole seconds give an
 * agent's quick answer the instant of the message that it answers.
 */
export async function wasAnswered(connected: ConnectedSystem, ticketId: string, since: Instant): Promise<boolean> {
  const messages = (await connected.system.read.getConversation?.(ticketId)) ?? [];
  return messages.some((message) => {
    if (message.private || message.automated) return false;
    return message.role === "agent" ? message.createdAt >= since : message.createdAt > since;
  });
}
