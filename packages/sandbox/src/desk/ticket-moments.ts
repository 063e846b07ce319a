import type { DeskStatus, TicketMoments } from "./desk-model.ts";

const finished = (status: DeskStatus) => status === "solved" || status === "closed";

export function momentsAfterStatus(
  moments: TicketMoments,
  from: DeskStatus,
  to: DeskStatus,
  at: number,
): TicketMoments {
  return {
    ...moments,
    statusChangedAt: at,
    reopenedAt: finished(from) && !finished(to) ? at : moments.reopenedAt,
    // Closing without solving counts as solved at that moment; reopening takes both back.
    solvedAt: finished(to) ? (finished(from) ? moments.solvedAt : at) : null,
    closedAt: to === "closed" ? at : null,
    pendingSince: to === "pending" ? at : null,
  };
}

export function momentsAfterMessage(
  moments: TicketMoments,
  isPublic: boolean,
  byAgent: boolean,
  at: number,
): TicketMoments {
  if (!byAgent) return { ...moments, requesterRespondedAt: at };
  if (!isPublic) return moments;
  return { ...moments, agentRespondedAt: at, firstRespondedAt: moments.firstRespondedAt ?? at };
}
