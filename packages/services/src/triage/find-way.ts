import type { RouteRequest } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import { groupOfCategory } from "./category-set.ts";
import { inOrder } from "./check-rules.ts";
import { matchRule } from "./match-rule.ts";
import type { Group, TriageDesk } from "./triage-desk.ts";

/** Where tickets go that nothing is known about. */
const defaultTeam = "support";

/** Where a ticket goes, and by what. */
export interface Way {
  readonly team: string;
  /** In this ticket system; `null` where none is mapped, and then none is written (D05). */
  readonly group: Group | null;
  /** As the rule has it, where the ticket system's groups are not known. */
  readonly groupName: string | null;
  readonly rule: RoutingRule | null;
  /** By a condition or the category, not by default. */
  readonly matched: boolean;
  readonly reason: string;
}

/** The first rule that applies; without one, the queue that the category is named after. `at` is when, in ms. */
export function findWay(ticket: RouteRequest, desk: TriageDesk, rules: readonly RoutingRule[], at: number): Way {
  const rule = inOrder(rules).find((candidate) => matchRule(candidate, ticket, at).matched);
  if (rule !== undefined) {
    const { group_name, team } = rule.then;
    const group = groupOfRule(rule, desk.groups);
    const matched = Object.values(rule.when).some((wanted) => Array.isArray(wanted) && wanted.length > 0);
    return {
      team,
      group,
      groupName: group?.name ?? (desk.groups.length === 0 ? group_name : null),
      rule,
      matched,
      reason: matched ? `${rule.name}: ${ticket.urgency} urgency, category ${ticket.category}` : rule.name,
    };
  }
  const group = groupOfCategory(desk, ticket.category);
  return {
    team: group === null ? defaultTeam : ticket.category,
    group,
    groupName: group?.name ?? null,
    rule: null,
    matched: group !== null,
    reason:
      group === null
        ? `Nothing is known of the category ${ticket.category}, so the default team has it`
        : `Tickets of the category ${ticket.category} wait in ${group.name}`,
  };
}

/**
 * `null` when no group of this desk is meant. Ids are of one ticket system only, so a name that is given besides has to fit, and
 * stands for the group in the others.
 */
function groupOfRule({ then: { group_id, group_name, team } }: RoutingRule, groups: readonly Group[]): Group | null {
  const byName = () => groups.find(({ name }) => name === (group_name ?? team)) ?? null;
  if (group_id === null) return byName();
  const id = String(group_id);
  if (groups.length === 0) return { id, name: group_name ?? id };
  const byId = groups.find((group) => group.id === id && (group_name === null || group.name === group_name));
  return byId ?? (group_name === null ? null : byName());
}
