import type { z } from "zod";
import type { Desk } from "../desk/desk.ts";
import type { DeskTicket, TicketFields } from "../desk/desk-model.ts";
import { agentFor } from "../desk/import-history.ts";
import type { agentAct } from "./control-input.ts";
import { refuse } from "./refuse.ts";

/** A human agent changes fields, answers and takes notes, as in the helpdesk's own user interface. */
export function actAsAgent(desk: Desk, ticket: DeskTicket, input: z.infer<typeof agentAct>): void {
  const groupId = groupOf(desk, input.queue, ticket);
  const agentId = actingAgent(desk, input.agent, ticket, groupId);
  if (input.type != null && !desk.layout.types.includes(input.type)) {
    refuse(`type: ${input.type} is not a ticket type; choose ${desk.layout.types.join(", ")}`);
  }
  const { priority, status, type, tags, spam, deleted, custom_fields: customFields } = input;
  const given = { priority, status, type, tags, spam, deleted, customFields };
  const fields: Partial<TicketFields> = Object.fromEntries(
    Object.entries({ ...given, groupId: input.queue === undefined ? undefined : groupId }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  // Who answers or solves a ticket that nobody has takes it, and what somebody has is not new any more.
  if (ticket.agentId === null && (input.reply || input.status)) {
    fields.agentId = agentId;
    if (ticket.status === "new") fields.status ??= "open";
  }
  const message = (isPublic: boolean, text: string) =>
    ({ authorId: agentId, public: isPublic, text, html: null, channel: "web" }) as const;
  if (input.note && input.reply) desk.changeTicket(agentId, ticket.id, {}, message(false, input.note));
  const text = input.reply ?? input.note;
  desk.changeTicket(agentId, ticket.id, fields, text ? message(input.reply !== undefined, text) : undefined);
}

function groupOf(desk: Desk, queue: string | null | undefined, ticket: DeskTicket): number | null {
  if (queue === undefined) return ticket.groupId;
  if (queue === null) return null;
  const group = desk.groupNamed(queue);
  if (group) return group.id;
  return refuse(`queue: ${queue} does not exist; choose ${desk.layout.groups.map((known) => known.name).join(", ")}`);
}

function actingAgent(
  desk: Desk,
  named: string | number | undefined,
  ticket: DeskTicket,
  groupId: number | null,
): number {
  if (named === undefined) return ticket.agentId ?? agentFor(desk, groupId, ticket.id);
  const agent = typeof named === "number" ? desk.user(named) : desk.userWithEmail(named);
  if (agent && desk.isAgent(agent.id)) return agent.id;
  return refuse(
    `agent: ${named} is nobody's id or address; known are ${desk
      .agents()
      .map((a) => a.email)
      .join(", ")}`,
  );
}
