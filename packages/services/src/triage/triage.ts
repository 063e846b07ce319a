import type { Category, CorrectionRequest } from "@otai/service-api/categories";
import type { Classification, ClassifyRequest } from "@otai/service-api/classify";
import type { RouteRequest, Routing } from "@otai/service-api/route";
import type { RoutingRule, RuleTest, RuleTestRequest } from "@otai/service-api/routing-rule";

/** The Triage service: judges and proposes a way; it writes nothing into a ticket system. */
export interface TriageService {
  classify(request: ClassifyRequest): Promise<Classification>;
  route(request: RouteRequest): Promise<Routing>;
  listRules(): Promise<{ readonly version: number; readonly rules: readonly RoutingRule[] }>;
  /** @throws ServiceError CONFLICT when `version` is not the newest or the configuration pins the rules. */
  replaceRules(
    rules: readonly RoutingRule[],
    version: number | null,
    by: string,
  ): Promise<{ readonly version: number; readonly rules: readonly RoutingRule[] }>;
  testRules(request: RuleTestRequest): Promise<RuleTest>;
  listCategories(connection: string | null): Promise<readonly Category[]>;
  correct(request: CorrectionRequest): Promise<{ readonly id: string; readonly recordedAt: number }>;
}
