import type { Desk } from "@otai/sandbox/desk/desk";
import type { DeskPriority, DeskStatus, DeskTicket, TicketFields } from "@otai/sandbox/desk/desk-model";

interface Problem {
  readonly field: string;
  readonly message: string;
}

const known: Readonly<Record<string, readonly string[]>> = {
  priority: ["low", "normal", "high", "urgent"],
  status: ["new", "open", "pending", "hold", "solved", "closed"],
};

// Replace: how strict your helpdesk is, and what it ignores.
/** What a PATCH asks for; one problem refuses the whole. */
export function readUpdate(desk: Desk, ticket: DeskTicket, body: Readonly<Record<string, unknown>>) {
  const problems: Problem[] = [];
  for (const [field, words] of Object.entries(known)) {
    if (field in body && !words.includes(String(body[field]))) {
      problems.push({ field, message: `choose ${words.join(", ")}` });
    }
  }
  const group = "queue_id" in body ? desk.group(Number(body.queue_id)) : undefined;
  if ("queue_id" in body && group === undefined)
    problems.push({ field: "queue_id", message: "there is no such queue" });
  const gone = new Set((body.remove_tags as string[] | undefined) ?? []);
  const tags = [...ticket.tags.filter((tag) => !gone.has(tag)), ...((body.add_tags as string[] | undefined) ?? [])];
  const fields: Partial<TicketFields> = {
    ...("priority" in body && { priority: body.priority as DeskPriority }),
    ...("status" in body && { status: body.status as DeskStatus }),
    ...(group && { groupId: group.id }),
    ...(("add_tags" in body || "remove_tags" in body) && { tags: [...new Set(tags)] }),
  };
  return { fields, problems };
}
