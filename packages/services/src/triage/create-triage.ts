import type { Category } from "@otai/service-api/categories";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import { ServiceError } from "@otai/service-api/service-error";
import type { LanguageDetector } from "@otai/text/language";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { TriageRepositories } from "../ports/triage.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { categoriesOf, groupOfCategory, isKnownCategory } from "./category-set.ts";
import { checkRules, inOrder } from "./check-rules.ts";
import { classify, type ToneJudge } from "./classify.ts";
import { matchRule } from "./match-rule.ts";
import { route } from "./route.ts";
import type { TriageService } from "./triage.ts";
import { groupId, type TriageDesk, type TriageDesks } from "./triage-desk.ts";

export interface TriageParts {
  readonly store: UnitOfWork<TriageRepositories>;
  readonly desks: TriageDesks;
  readonly detector: LanguageDetector;
  readonly judgeTone: ToneJudge;
  /** Rules of the configuration; where there are any, nothing else may set them. */
  readonly pinnedRules: readonly RoutingRule[];
  readonly clock: Clock;
  readonly ids: Ids;
  /** Milliseconds from any beginning, for latencies. */
  readonly stopwatch: () => number;
}

/** The Triage service. */
export function createTriage(parts: TriageParts): TriageService {
  const { store, desks, detector, judgeTone, pinnedRules, clock, ids, stopwatch } = parts;

  async function currentRules(): Promise<{ version: number; rules: readonly RoutingRule[] }> {
    if (pinnedRules.length > 0) return { version: 0, rules: pinnedRules };
    const latest = await store.read((tx) => tx.routingRules.latest());
    return latest ?? { version: 0, rules: [] };
  }

  return {
    async classify(request) {
      const begun = stopwatch();
      const desk = await desks.find(request.connection ?? null);
      const answer = classify(request, { desk, detector, judgeTone, id: ids.next("c") });
      return { ...answer, latency_ms: Math.round((stopwatch() - begun) * 10) / 10 };
    },

    async route(request) {
      const desk = await desks.find(request.connection ?? null, request.platform ?? null);
      return route(request, { desk, ...(await currentRules()), at: clock.now() });
    },

    async listRules() {
      const { version, rules } = await currentRules();
      return { version, rules: inOrder(rules) };
    },

    async replaceRules(rules, version, by) {
      if (pinnedRules.length > 0) {
        throw new ServiceError("CONFLICT", "The configuration file sets the routing rules: change them there");
      }
      const at = clock.now();
      const errors = checkRules(rules, (await desks.find(null)).groups);
      if (errors.length > 0) throw new ServiceError("VALIDATION_ERROR", "The rules would not work", { errors });
      const stamp = { updated_at: new Date(at).toISOString(), updated_by: by };
      const next = rules.map((rule) => ({ ...rule, ...stamp }));
      return store.write(async (tx) => {
        const latest = (await tx.routingRules.latest())?.version ?? 0;
        const stale = version !== null && version !== latest;
        if (stale || !(await tx.routingRules.add({ version: latest + 1, rules: next, by, at }))) {
          throw new ServiceError("CONFLICT", `The rules are at version ${latest} meanwhile: read them again`);
        }
        return { version: latest + 1 };
      });
    },

    async testRules({ ticket, rules }) {
      const desk = await desks.find(ticket.connection ?? null, ticket.platform ?? null);
      const current = await currentRules();
      const tried = rules ?? current.rules;
      const at = clock.now();
      const routing = route(ticket, { desk, rules: tried, version: current.version, at });
      return {
        routing,
        steps: inOrder(tried).map((rule) => ({ rule_id: rule.id, ...matchRule(rule, ticket, at) })),
        problems: checkRules(tried, desk.groups),
      };
    },

    async listCategories(connection) {
      const desk = await desks.find(connection);
      return categoriesOf(desk).map((category) => describe(category, desk));
    },

    async correct({ ticket_id, classification_id, connection, field, value, actor, reason }) {
      const desk = await desks.find(connection ?? null);
      if (field === "category" && !isKnownCategory(desk, value)) {
        const known = categoriesOf(desk).map(({ name }) => name);
        throw ServiceError.field("value", `is no category; there are ${known.join(", ")}`);
      }
      const id = ids.next("co");
      const recordedAt = clock.now();
      const correction = {
        id,
        connection: connection ?? desk.connection,
        ticketId: ticket_id,
        classificationId: classification_id,
        field,
        value,
        actor: actor ?? null,
        reason: reason ?? null,
        recordedAt,
      };
      await store.write((tx) => tx.corrections.add(correction));
      return { id, recordedAt };
    },
  };
}

function describe(category: ReturnType<typeof categoriesOf>[number], desk: TriageDesk): Category {
  const group = groupOfCategory(desk.groups, category.name);
  const place = { group_id: group === null ? null : groupId(group), group_name: group?.name ?? null };
  const { serving, precision } = desk;
  const target = serving?.model.targets.find((name) => name === "category" || name === "queue");
  const { name, description, examples, parent } = category;
  const base = { name, description, examples: [...examples], parent, ...place };
  if (serving == null || target === undefined) {
    return { ...base, thresholds: { automate: null, suggest: 0.6 }, state: "untrained" };
  }
  const { threshold, vetoed } = serving.threshold(target, precision[target] ?? 0.95);
  const label = target === "queue" ? (group?.name ?? category.name) : category.name;
  const state = vetoed.includes(label)
    ? "vetoed"
    : threshold === null || !serving.isCalibrated(target)
      ? "learning"
      : "proven";
  return { ...base, thresholds: { automate: threshold, suggest: Math.min(0.6, threshold ?? 0.6) }, state };
}
