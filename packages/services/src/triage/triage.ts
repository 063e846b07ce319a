import type { Category, CorrectionRequest } from "@otai/service-api/categories";
import type { Classification, ClassifyRequest } from "@otai/service-api/classify";
import type { RouteRequest, Routing } from "@otai/service-api/route";
import type { RoutingRule, RuleDryRunRequest, RuleTest, RuleTestRequest } from "@otai/service-api/routing-rule";
import type { RuleDryRun } from "@otai/service-api/rule-dry-run";

/** The Triage service: judges and proposes a way; it writes nothing into a ticket system. */
export interface TriageService {
  classify(request: ClassifyRequest): Promise<Classification>;
  route(request: RouteRequest): Promise<Routing>;
  /** As `route`, but `null` while there are no rules, and nobody is chosen: for runs, which assign nobody. */
  routeByRule(request: RouteRequest): Promise<Routing | null>;
  listRules(): Promise<{ readonly version: number; readonly rules: readonly RoutingRule[] }>;
  /** @throws ServiceError CONFLICT when `version` is not the newest or the configuration pins the rules. */
  replaceRules(
    rules: readonly RoutingRule[],
    version: number | null,
    by: string,
  ): Promise<{ readonly version: number; readonly rules: readonly RoutingRule[] }>;
  /** Which rule would apply to one ticket, and why. */
  testRules(request: RuleTestRequest): Promise<RuleTest>;
  /** What the rules would have done with the tickets of the last week. */
  dryRunRules(request: RuleDryRunRequest): Promise<RuleDryRun>;
  listCategories(connection: string | null): Promise<readonly Category[]>;
  correct(request: CorrectionRequest): Promise<{ readonly id: string; readonly recordedAt: number }>;
}
