import type { RouteRequest } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import type { RuleDryRun } from "@otai/service-api/rule-dry-run";
import { inOrder } from "./check-rules.ts";
import { findWay } from "./find-way.ts";
import type { JudgedTicket } from "./judged-tickets.ts";
import type { TriageDesk } from "./triage-desk.ts";

/** How many tickets are named per rule, and of those that would change. */
const mostExamples = { perRule: 3, changed: 20 };
const neverRecorded = ["sentiment", "channel", "tier"] as const;

export interface DryRunParts {
  /** Newest first. */
  readonly tickets: readonly JudgedTicket[];
  /** That of a ticket's connection. */
  readonly deskOf: (connection: string) => TriageDesk;
  readonly tried: readonly RoutingRule[];
  readonly inForce: readonly RoutingRule[];
}

/** Sends every ticket by both sets of rules, each at the time when it was judged. */
export function dryRunRules({
  tickets,
  deskOf,
  ...rules
}: DryRunParts): Pick<RuleDryRun, "rules" | "without_rule" | "changed" | "not_recorded"> {
  const [tried, inForce] = [inOrder(rules.tried), inOrder(rules.inForce)];
  const byRule = new Map(tried.map(({ id }) => [id, [] as string[]]));
  const changed: RuleDryRun["changed"]["examples"] = [];
  let withoutRule = 0;
  for (const ticket of tickets) {
    const { connection, ticketId, judgedAt } = ticket;
    const desk = deskOf(connection);
    const request = requestOf(ticket);
    const way = findWay(request, desk, tried, judgedAt);
    const before = findWay(request, desk, inForce, judgedAt);
    if (way.rule === null) withoutRule += 1;
    else byRule.get(way.rule.id)!.push(ticketId);
    if (way.team !== before.team) {
      const rule_id = way.rule?.id ?? null;
      changed.push({ ticket_id: ticketId, connection, from: before.team, to: way.team, rule_id });
    }
  }
  return {
    rules: [...byRule].map(([rule_id, ids]) => ({
      rule_id,
      tickets: ids.length,
      examples: ids.slice(0, mostExamples.perRule),
    })),
    without_rule: withoutRule,
    changed: { tickets: changed.length, examples: changed.slice(0, mostExamples.changed) },
    not_recorded: neverRecorded.filter((condition) =>
      [...tried, ...inForce].some(({ enabled, when }) => enabled && when[condition].length > 0),
    ),
  };
}

/** As a run asks for the way of a ticket. */
function requestOf({ ticketId, category, urgency, language }: JudgedTicket): RouteRequest {
  const known = language === null ? {} : { language };
  return { ticket_id: ticketId, category, urgency, sentiment: "neutral", connection: null, ...known };
}
