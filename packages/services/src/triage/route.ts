import type { Band } from "@otai/service-api/classify";
import type { RouteRequest, Routing } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import { groupOfCategory } from "./category-set.ts";
import { inOrder } from "./check-rules.ts";
import { matchRule } from "./match-rule.ts";
import { type Group, groupId, type TriageDesk } from "./triage-desk.ts";

/** Where tickets go that nothing is known about. */
const defaultTeam = "support";
/** For a service or a field without evidence of its own. */
const usual = { automate: 0.9, suggest: 0.6 };

export interface RouteParts {
  readonly desk: TriageDesk;
  readonly rules: readonly RoutingRule[];
  readonly version: number;
  /** Now, in ms. */
  readonly at: number;
}

/** The first rule that applies; without rules, the queue that the category is named after. Same input, same answer. */
export function route(request: RouteRequest, { desk, rules, version, at }: RouteParts): Routing {
  const base = {
    band: bandOfRouting(request, desk),
    alternatives: [],
    rules_version: version,
    engine: "rules" as const,
    model_version: `rules-${version}`,
    degraded: false,
    degraded_reason: null,
  };
  const rule = inOrder(rules).find((candidate) => matchRule(candidate, request, at).matched);
  if (rule !== undefined) {
    const group = groupOfRule(rule, desk.groups);
    const byCondition = Object.values(rule.when).some((wanted) => Array.isArray(wanted) && wanted.length > 0);
    return {
      ...base,
      team: rule.then.team,
      agent: rule.then.agent,
      reason: byCondition ? `${rule.name}: ${request.urgency} urgency, category ${request.category}` : rule.name,
      group_id: group === null ? null : groupId(group),
      group_name: group?.name ?? rule.then.group_name,
      rule_id: rule.id,
      matched: byCondition,
    };
  }
  const group = groupOfCategory(desk.groups, request.category);
  if (group === null) {
    const reason = `Nothing is known of the category ${request.category}, so the default team has it`;
    return {
      ...base,
      team: defaultTeam,
      agent: null,
      reason,
      group_id: null,
      group_name: null,
      rule_id: null,
      matched: false,
    };
  }
  return {
    ...base,
    team: request.category,
    agent: null,
    reason: `Tickets of the category ${request.category} wait in ${group.name}`,
    group_id: groupId(group),
    group_name: group.name,
    rule_id: null,
    matched: true,
  };
}

/** `null` when no group of this desk is meant: then none is written (D05). */
export function groupOfRule(
  { then: { group_id, group_name, team } }: RoutingRule,
  groups: readonly Group[],
): Group | null {
  if (group_id !== null) {
    const { id, name } = { id: String(group_id), name: group_name ?? String(group_id) };
    return groups.find((group) => group.id === id) ?? (groups.length === 0 ? { id, name } : null);
  }
  return groups.find(({ name }) => name === (group_name ?? team)) ?? null;
}

function bandOfRouting({ confidence, confidences }: RouteRequest, { serving, precision }: TriageDesk): Band {
  const sure = confidence ?? confidences?.category;
  if (sure === undefined) return "suggest";
  const target = serving?.model.targets.find((name) => name === "category" || name === "queue");
  const proven = target === undefined ? null : serving!.threshold(target, precision[target] ?? 0.95).threshold;
  if (proven !== null && sure >= proven) return "automate";
  return sure >= Math.min(usual.suggest, proven ?? usual.suggest) ? "suggest" : "abstain";
}
