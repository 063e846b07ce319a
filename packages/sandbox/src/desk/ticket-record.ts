import type { Actor, DeskMessage, DeskTicket, HistoryEntry } from "./desk-model.ts";
import type { NewTicket } from "./desk-mutation.ts";

/** A ticket as the desk keeps it; outside the desk it is read-only. */
export type TicketRecord = { -readonly [K in keyof Omit<DeskTicket, "messages" | "history">]: DeskTicket[K] } & {
  messages: DeskMessage[];
  history: HistoryEntry[];
};

export function newTicketRecord(
  id: number,
  at: number,
  actor: Actor,
  source: NewTicket,
  first: DeskMessage,
): TicketRecord {
  return {
    id,
    subject: source.subject,
    channel: source.channel,
    requesterId: source.requesterId,
    groupId: null,
    agentId: null,
    status: "new",
    priority: null,
    type: null,
    tags: [],
    customFields: {},
    spam: false,
    deleted: false,
    mergedInto: null,
    pendingUntil: null,
    ...source.fields,
    createdAt: at,
    updatedAt: at,
    messages: [first],
    history: [{ at, actor, field: "created", from: null, to: source.subject }],
    moments: {
      firstRespondedAt: null,
      agentRespondedAt: null,
      requesterRespondedAt: null,
      statusChangedAt: at,
      reopenedAt: null,
      solvedAt: null,
      closedAt: null,
      pendingSince: null,
    },
    truth: source.truth ?? { queue: null, priority: null, language: null },
  };
}
