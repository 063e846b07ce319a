import { categorySlug } from "@otai/service-api/category-slug";
import { type RoutingRule, routingRuleSchema } from "@otai/service-api/routing-rule";
import type { Config } from "../config/config-schema.ts";

/** The configuration's `routing`, in the service's own form; ids follow the place in the file. */
export function configuredRules(routing: Config["routing"]): RoutingRule[] {
  return routing.map(({ when, then }, index) => {
    const conditions = Object.entries(when).map(([name, values]) => `${name} ${[values].flat().join(" or ")}`);
    return routingRuleSchema.parse({
      id: `r-${index + 1}`,
      name: conditions.length === 0 ? `Everything else to ${then.queue}` : `${conditions.join(", ")} to ${then.queue}`,
      order: index,
      when: Object.fromEntries(Object.entries(when).map(([name, values]) => [name, [values].flat()])),
      // biome-ignore lint/suspicious/noThenProperty: the published word
      then: {
        team: then.team ?? (categorySlug(then.queue) || then.queue),
        group_name: then.queue,
        agent: then.agent,
        strategy: then.strategy,
      },
    });
  });
}
