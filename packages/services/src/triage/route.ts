import { categorySlug } from "@otai/service-api/category-slug";
import type { Band } from "@otai/service-api/classify";
import { round } from "@otai/service-api/fields";
import type { RouteRequest, Routing } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import type { AgentRoster } from "./agent-roster.ts";
import { categoryTarget, isKnownCategory } from "./category-set.ts";
import { chooseAgent, wantsAgent } from "./choose-agent.ts";
import { findWay, type Way } from "./find-way.ts";
import { otherTeams } from "./other-teams.ts";
import { unclassified } from "./starter-categories.ts";
import { suggestThreshold } from "./suggest-threshold.ts";
import { groupId, type TriageDesk } from "./triage-desk.ts";

export interface RouteParts {
  readonly desk: TriageDesk;
  readonly rules: readonly RoutingRule[];
  readonly version: number;
  /** Now, in ms. */
  readonly at: number;
  /** From whom to choose; `null` where nobody asks for an agent. */
  readonly agents: { readonly roster: AgentRoster; readonly loadCap: number } | null;
}

/** The first rule that applies; without rules, the queue that the category is named after. Same input, same answer. */
export function route(request: RouteRequest, { desk, rules, version, at, agents }: RouteParts): Routing {
  const way = findWay(request, desk, rules, at);
  const { rule, group } = way;
  const choice =
    agents === null || rule === null || !wantsAgent(rule) ? null : chooseAgent(rule, request, { ...agents, group });
  return {
    team: way.team,
    agent: choice?.agent ?? null,
    reason: choice === null ? way.reason : `${way.reason}; ${choice.because}`,
    group_id: group === null ? null : groupId(group),
    group_name: way.groupName,
    rule_id: rule?.id ?? null,
    matched: way.matched,
    band: bandOfWay(way, bandOfCategory(request, desk)),
    alternatives: otherTeams(request, way, (category) => findWay({ ...request, category }, desk, rules, at)),
    rules_version: version,
    engine: "rules",
    model_version: `rules-${version}`,
    degraded: false,
    degraded_reason: null,
  };
}

/** What does not go by the category is as good without one, and is proven by nothing. */
function bandOfWay({ rule, matched }: Way, ofCategory: Band): Band {
  if (rule !== null) return rule.when.category.length > 0 ? ofCategory : "suggest";
  return !matched && ofCategory === "automate" ? "suggest" : ofCategory;
}

/** How far this installation trusts the category that was routed by. */
function bandOfCategory({ category, confidence, confidences }: RouteRequest, desk: TriageDesk): Band {
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
