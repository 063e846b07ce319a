import type { RouteRequest } from "@otai/service-api/route";
import type { RoutingRule } from "@otai/service-api/routing-rule";

export interface RuleMatch {
  readonly matched: boolean;
  /** In words for people. */
  readonly because: string;
}

const conditions = ["category", "urgency", "sentiment", "language", "channel", "tier"] as const;

/** Does the rule apply? `at` is when, in ms, for rules that hold in business hours only. */
export function matchRule(rule: RoutingRule, ticket: RouteRequest, at: number): RuleMatch {
  if (!rule.enabled) return { matched: false, because: "the rule is switched off" };
  for (const condition of conditions) {
    const wanted = rule.when[condition] as readonly string[];
    if (wanted.length === 0) continue;
    const given = ticket[condition] ?? null;
    const fits = given !== null && wanted.some((value) => sameValue(condition, value, given));
    if (!fits) {
      return { matched: false, because: `${condition} is ${given ?? "not known"}, wanted ${wanted.join(" or ")}` };
    }
  }
  if (rule.when.hours !== "always" && isBusinessHour(at) !== (rule.when.hours === "business")) {
    return { matched: false, because: `it holds ${rule.when.hours === "business" ? "in" : "outside"} business hours` };
  }
  return { matched: true, because: "every condition holds" };
}

/** A rule for `de` is meant for `de-AT` too. */
export function sameValue(condition: string, wanted: string, given: string): boolean {
  const [one, other] = [wanted.toLowerCase(), given.toLowerCase()];
  return one === other || (condition === "language" && other.startsWith(`${one}-`));
}

/** Monday to Friday, 8 to 18 o'clock, where this process runs. */
function isBusinessHour(at: number): boolean {
  const date = new Date(at);
  return date.getDay() >= 1 && date.getDay() <= 5 && date.getHours() >= 8 && date.getHours() < 18;
}
