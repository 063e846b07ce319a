import type { RoutingRule } from "@otai/service-api/routing-rule";
import type { FieldError } from "@otai/service-api/service-error";
import { sameValue } from "./match-rule.ts";
import type { Group } from "./triage-desk.ts";

const conditions = ["category", "urgency", "sentiment", "language", "channel", "tier"] as const;

function isDefault({ enabled, when }: RoutingRule): boolean {
  return enabled && when.hours === "always" && conditions.every((condition) => when[condition].length === 0);
}

/** Everything that `earlier` lets through, `later` would have got. */
function covers(earlier: RoutingRule, later: RoutingRule): boolean {
  if (!earlier.enabled || (earlier.when.hours !== "always" && earlier.when.hours !== later.when.hours)) return false;
  return conditions.every((condition) => {
    const [wide, narrow] = [earlier.when[condition] as readonly string[], later.when[condition] as readonly string[]];
    if (wide.length === 0) return true;
    return narrow.length > 0 && narrow.every((value) => wide.some((wanted) => sameValue(condition, wanted, value)));
  });
}

export function inOrder(rules: readonly RoutingRule[]): RoutingRule[] {
  return [...rules].sort((a, b) => a.order - b.order);
}

/** What is wrong with a set of rules: doubled ids, unknown groups, rules that nothing reaches, no default at the end. */
export function checkRules(rules: readonly RoutingRule[], groups: readonly Group[]): FieldError[] {
  if (rules.length === 0) return [];
  const errors: FieldError[] = [];
  const ordered = inOrder(rules);
  for (const [at, rule] of ordered.entries()) {
    const field = String(rules.indexOf(rule));
    if (rules.findIndex(({ id }) => id === rule.id) !== rules.indexOf(rule)) {
      errors.push({ field: `${field}.id`, message: `"${rule.id}" stands twice` });
    }
    const { group_id, group_name } = rule.then;
    const known = groups.some(
      ({ id, name }) => (group_id === null || id === String(group_id)) && (group_name === null || name === group_name),
    );
    if ((group_id !== null || group_name !== null) && groups.length > 0 && !known) {
      errors.push({ field: `${field}.then`, message: `no ticket system has the group ${group_name ?? group_id}` });
    }
    const covering = rule.enabled ? ordered.slice(0, at).find((earlier) => covers(earlier, rule)) : undefined;
    if (covering !== undefined) {
      errors.push({ field, message: `"${rule.name}" is never reached, because "${covering.name}" comes first` });
    }
  }
  const last = ordered.at(-1)!;
  if (!isDefault(last)) {
    errors.push({
      field: String(rules.indexOf(last)),
      message: "the last rule must be the default, without conditions",
    });
  }
  return errors;
}
