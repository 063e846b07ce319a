import type { DeskRequest, DeskTicket } from "../../tests/stage/sandbox-control.ts";
import type { JournalRows } from "./journal-rows.ts";

export interface Observed {
  /** Every ticket that arrived, as the helpdesk holds it in the end. */
  readonly tickets: readonly DeskTicket[];
  /** Calls that the helpdesk was asked to write by. */
  readonly writes: readonly DeskRequest[];
  readonly rows: JournalRows;
}

/** Purposes that leave a note on a new ticket. */
const noting = ["triage", "draft"] as const;
/** What sentiment adds to an angry customer's ticket, by a write of its own. */
const riskTag = "escalation-risk:high";

/** Compares helpdesk and journal after the storm. @returns what is wrong, each with the ticket's id; empty when all is well. */
export function findFaults({ tickets, writes, rows }: Observed): string[] {
  const faults: string[] = [];
  const events = byTicket(rows.events);
  const decisions = byTicket(rows.decisions);
  const effects = byTicket(rows.effects);
  const puts = byTicket(
    writes
      .filter(({ method, status }) => method === "PUT" && status >= 200 && status < 300)
      .map(({ path, body }) => ({ ticket_id: /\/tickets\/(\d+)$/.exec(path)?.[1] ?? path, body })),
  );
  for (const ticket of tickets) {
    const id = String(ticket.id);
    const wrong = (what: string) => faults.push(`ticket ${id}: ${what}`);

    const created = (events.get(id) ?? []).filter((event) => event.kind === "ticket-created");
    if (created.length !== 1 || created[0]!.state !== "done") {
      wrong(`ticket-created events: ${created.map((event) => event.state).join(", ") || "none"}`);
    }

    const decided = decisions.get(id) ?? [];
    const sets = new Set(decided.map((decision) => decision.run_id)).size;
    const fields = decided.map((decision) => decision.field);
    if (sets !== 1) wrong(`${sets} sets of decisions`);
    if (new Set(fields).size !== fields.length) wrong(`decided twice: ${fields.join(", ")}`);

    for (const purpose of noting) {
      const notes = ticket.messages.filter(({ body }) => body.includes(`ai-note ${purpose} `)).length;
      const journaled = (effects.get(id) ?? []).filter(
        (effect) => effect.kind === "note" && effect.purpose === purpose && effect.state === "confirmed",
      ).length;
      if (notes !== journaled) wrong(`${notes} ${purpose} notes on the ticket, ${journaled} in the journal`);
      if (notes > 1) wrong(`${notes} ${purpose} notes`);
    }

    const calls = puts.get(id) ?? [];
    const tagged = calls.filter(({ body }) => JSON.stringify(body).includes(riskTag)).length;
    if (tagged > 1) wrong(`${tagged} writes of the risk tag`);
    if (calls.length - tagged > 1) wrong(`${calls.length - tagged} writes of fields`);
    const changed = ticket.history
      .filter(({ actor, field }) => actor === "bot" && field !== "tags" && field !== "note")
      .map(({ field }) => field);
    if (new Set(changed).size !== changed.length) wrong(`changed twice: ${changed.join(", ")}`);

    for (const { field, value, written } of decided) {
      if (written !== 1 || (field !== "queue" && field !== "priority")) continue;
      if (ticket[field] !== value) wrong(`${field} is ${ticket[field]}, the journal says ${value} was written`);
    }
    for (const field of ["queue", "priority"] as const) {
      if (!changed.includes(field)) continue;
      if (decided.find((one) => one.field === field)?.written !== 1)
        wrong(`${field} was written, the journal denies it`);
    }
  }
  for (const event of rows.events) {
    if (event.state !== "done")
      faults.push(`ticket ${event.ticket_id}: ${event.kind} is ${event.state} (${event.error})`);
  }
  for (const effect of rows.effects) {
    if (!["confirmed", "refused"].includes(effect.state)) {
      faults.push(`ticket ${effect.ticket_id}: effect ${effect.kind} is ${effect.state}`);
    }
  }
  for (const run of rows.runs)
    if (run.outcome === "running") faults.push(`ticket ${run.ticket_id}: run ${run.id} never ended`);
  for (const lane of rows.busyLanes) faults.push(`ticket ${lane.ticket_id}: its lane is stuck (owner ${lane.owner})`);
  return faults;
}

function byTicket<Row extends { ticket_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.ticket_id);
    if (known === undefined) grouped.set(row.ticket_id, [row]);
    else known.push(row);
  }
  return grouped;
}
