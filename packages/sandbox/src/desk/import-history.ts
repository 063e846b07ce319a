import type { SimulatedTicket } from "../corpus/simulated-ticket.ts";
import type { Desk } from "./desk.ts";
import type { DeskMutation } from "./desk-mutation.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Lets the desk live through a generated past: every ticket is written, moved, answered and solved at its own time,
 * by customers and human agents. Tickets get their ids in order of creation. Deterministic.
 */
export function importHistory(desk: Desk, history: readonly SimulatedTicket[], epoch: number): void {
  const order = history.map((_, index) => index).sort((a, b) => history[a]!.createdAt - history[b]!.createdAt || a - b);
  const idOf = new Map(order.map((index, rank) => [index, rank + 1]));
  const requesters = new Map<string, number>();
  for (const index of order) {
    const { email, name, vip } = history[index]!.requester;
    if (requesters.has(email)) continue;
    const user = { name, email, vip };
    desk.replay({ op: "user-created", at: history[index]!.createdAt, by: null, user });
    requesters.set(email, desk.userWithEmail(email)!.id);
  }
  const creations: DeskMutation[] = [];
  const changes: DeskMutation[] = [];
  for (const index of order) {
    const ticket = history[index]!;
    const id = idOf.get(index)!;
    const requesterId = requesters.get(ticket.requester.email)!;
    creations.push({
      op: "ticket-created",
      at: ticket.createdAt,
      by: requesterId,
      ticket: {
        subject: ticket.subject,
        requesterId,
        channel: ticket.channel,
        body: ticket.body,
        html: ticket.html,
        truth: ticket.truth,
      },
    });
    const mergedInto = ticket.mergedInto === null ? null : (idOf.get(ticket.mergedInto) ?? null);
    changes.push(...lifeOf(desk, ticket, id, requesterId, mergedInto, epoch));
  }
  // Creations first where instants are equal: a ticket must exist before it changes.
  const all = [...creations, ...changes].map((mutation, index) => ({ mutation, index }));
  all.sort((a, b) => a.mutation.at - b.mutation.at || a.index - b.index);
  for (const { mutation } of all) desk.replay(mutation);
}

function lifeOf(
  desk: Desk,
  ticket: SimulatedTicket,
  ticketId: number,
  requesterId: number,
  mergedInto: number | null,
  epoch: number,
): DeskMutation[] {
  const life: DeskMutation[] = [];
  const end = ticket.solvedAt ?? epoch;
  const groups = ticket.queueHistory.flatMap((name) => desk.groupNamed(name)?.id ?? []);
  const lastGroup = groups.at(-1) ?? null;
  const agentId = agentFor(desk, lastGroup, ticketId);
  // Sorting happens within minutes, and always before the ticket is solved.
  const step = Math.min(4 * MINUTE, Math.max(1, Math.floor((end - ticket.createdAt) / (groups.length + 4))));
  const change = (
    at: number,
    by: number | null,
    rest: Pick<DeskMutation & { op: "ticket-changed" }, "fields" | "message">,
  ) => life.push({ op: "ticket-changed", at, by, ticketId, ...rest });

  groups.forEach((groupId, index) => {
    const first = { priority: ticket.priority, ...(ticket.type ? { type: ticket.type } : {}), status: "open" } as const;
    const by = agentFor(desk, groupId, ticketId + index);
    change(ticket.createdAt + step * (index + 1), by, { fields: index === 0 ? { groupId, ...first } : { groupId } });
  });
  const settled = ticket.createdAt + step * (groups.length + 1);
  if (groups.length > 0 && (ticket.solvedAt !== null || ticket.messages.length > 0)) {
    change(settled, agentId, { fields: { agentId } });
  }
  for (const message of ticket.messages) {
    const authorId = message.role === "customer" ? requesterId : agentId;
    const channel = message.private ? "web" : ticket.channel;
    change(message.at, authorId, {
      fields: {},
      message: { authorId, public: !message.private, text: message.body, html: null, channel },
    });
  }
  if (ticket.solvedAt !== null) {
    const solvedAt = Math.max(ticket.solvedAt, settled);
    if (ticket.tags.length > 0) change(solvedAt, agentId, { fields: { tags: ticket.tags } });
    if (mergedInto !== null) {
      const text = `This ticket is closed and merged into ticket ${mergedInto}`;
      const message = { authorId: agentId, public: false, text, html: null, channel: "web" } as const;
      change(solvedAt, agentId, { fields: { status: "closed", mergedInto }, message });
    } else {
      change(solvedAt, agentId, { fields: { status: "solved" } });
      if (ticketId % closedShare(solvedAt, epoch) === 0 && solvedAt + 4 * DAY < epoch) {
        change(solvedAt + 4 * DAY, null, { fields: { status: "closed" } });
      }
    }
  } else if (ticket.tags.length > 0) {
    change(settled, agentId, { fields: { tags: ticket.tags } });
  }
  return life;
}

/**
 * Some accounts close what stays solved: a tenth shows clients both. Fewer of the old ones, because closed tickets
 * are archived after 120 days and then missing in the history that clients learn from.
 */
function closedShare(solvedAt: number, epoch: number): number {
  return solvedAt + 110 * DAY < epoch ? 50 : 10;
}

/** A human agent who works in this queue; any human where nobody does. */
export function agentFor(desk: Desk, groupId: number | null, salt: number): number {
  const humans = desk.agents().filter((agent) => agent.role === "agent");
  const members = humans.filter((agent) => groupId !== null && agent.groupIds.includes(groupId));
  const candidates = members.length > 0 ? members : humans;
  return candidates[salt % candidates.length]!.id;
}
