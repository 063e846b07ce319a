import { categorySlug } from "@otai/service-api/category-slug";
import type { Band } from "@otai/service-api/classify";
import { round } from "@otai/service-api/fields";
import type { RouteRequest, Routing } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import { categoryTarget, groupOfCategory, isKnownCategory } from "./category-set.ts";
import { inOrder } from "./check-rules.ts";
import { matchRule } from "./match-rule.ts";
import { unclassified } from "./starter-categories.ts";
import { suggestThreshold } from "./suggest-threshold.ts";
import { type Group, groupId, type TriageDesk } from "./triage-desk.ts";

/** Where tickets go that nothing is known about. */
const defaultTeam = "support";

export interface RouteParts {
  readonly desk: TriageDesk;
  readonly rules: readonly RoutingRule[];
  readonly version: number;
  /** Now, in ms. */
  readonly at: number;
}

/** The first rule that applies; without rules, the queue that the category is named after. Same input, same answer. */
export function route(request: RouteRequest, { desk, rules, version, at }: RouteParts): Routing {
  const band = bandOfRouting(request, desk);
  const base = {
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
      // What does not go by the category is as good without one, and is proven by nothing.
      band: rule.when.category.length > 0 ? band : "suggest",
      team: rule.then.team,
      agent: rule.then.agent,
      reason: byCondition ? `${rule.name}: ${request.urgency} urgency, category ${request.category}` : rule.name,
      group_id: group === null ? null : groupId(group),
      group_name: group?.name ?? (desk.groups.length === 0 ? rule.then.group_name : null),
      rule_id: rule.id,
      matched: byCondition,
    };
  }
  const group = groupOfCategory(desk, request.category);
  if (group === null) {
    const reason = `Nothing is known of the category ${request.category}, so the default team has it`;
    return {
      ...base,
      band: band === "automate" ? "suggest" : band,
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
    band,
    team: request.category,
    agent: null,
    reason: `Tickets of the category ${request.category} wait in ${group.name}`,
    group_id: groupId(group),
    group_name: group.name,
    rule_id: null,
    matched: true,
  };
}

/**
 * `null` when no group of this desk is meant: then none is written (D05). Ids are of one ticket system only, so a name that is given
 * besides has to fit, and stands for the group in the others.
 */
function groupOfRule({ then: { group_id, group_name, team } }: RoutingRule, groups: readonly Group[]): Group | null {
  const byName = () => groups.find(({ name }) => name === (group_name ?? team)) ?? null;
  if (group_id === null) return byName();
  const id = String(group_id);
  if (groups.length === 0) return { id, name: group_name ?? id };
  const byId = groups.find((group) => group.id === id && (group_name === null || group.name === group_name));
  return byId ?? (group_name === null ? null : byName());
}

/** How far this installation trusts the category that was routed by. */
function bandOfRouting({ category, confidence, confidences }: RouteRequest, desk: TriageDesk): Band {
  if (category === unclassified) return "abstain";
  const sure = confidence ?? confidences?.category;
  if (sure === undefined) return "suggest";
  const target = categoryTarget(desk);
  const { serving, precision } = desk;
  if (serving === null || target === null) return sure >= suggestThreshold ? "suggest" : "abstain";
  const { threshold, vetoed } = serving.threshold(target, precision[target] ?? 0.95);
  const isVetoed = vetoed.some((label) => (target === "queue" ? categorySlug(label) : label) === category);
  const proven = threshold !== null && serving.isCalibrated(target) && !isVetoed && isKnownCategory(desk, category);
  if (proven && sure >= round(threshold, 4)) return "automate";
  return sure >= Math.min(suggestThreshold, threshold ?? suggestThreshold) ? "suggest" : "abstain";
}
