import { createHmac } from "node:crypto";
import type { Category, CorrectionRequest } from "@otai/service-api/categories";
import { categorySlug } from "@otai/service-api/category-slug";
import { sentimentLabelSchema } from "@otai/service-api/enums";
import { round } from "@otai/service-api/fields";
import type { LanguageModel } from "@otai/service-api/language-model";
import type { RoutingRule } from "@otai/service-api/routing-rule";
import { ServiceError } from "@otai/service-api/service-error";
import { urgencies, urgencyOfPriority, urgencyWord } from "@otai/service-api/urgency";
import type { LanguageDetector } from "@otai/text/language";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { TriageRepositories } from "../ports/triage.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { askModel } from "./ask-model.ts";
import { categoriesOf, categoryTarget, groupOfCategory } from "./category-set.ts";
import { checkRules, inOrder } from "./check-rules.ts";
import { wantsAgent } from "./choose-agent.ts";
import { classify, type ToneJudge, textOf } from "./classify.ts";
import { dryRunRules } from "./dry-run-rules.ts";
import type { JudgedTickets } from "./judged-tickets.ts";
import { matchRule } from "./match-rule.ts";
import { type RouteParts, route } from "./route.ts";
import { unclassified } from "./starter-categories.ts";
import { suggestThreshold } from "./suggest-threshold.ts";
import type { TriageService } from "./triage.ts";
import { type CategorySetting, groupId, type TriageDesk, type TriageDesks } from "./triage-desk.ts";

export interface TriageParts {
  readonly store: UnitOfWork<TriageRepositories>;
  readonly desks: TriageDesks;
  readonly detector: LanguageDetector;
  readonly judgeTone: ToneJudge;
  /** Asked while nothing was learned from history; routing never needs it. */
  readonly languageModel: LanguageModel | null;
  /** Secret from which the marks around a model's data are made. */
  readonly promptKey: string;
  /** Rules of the configuration; where there are any, nothing else may set them. */
  readonly pinnedRules: readonly RoutingRule[];
  /** Who has so many open tickets is not proposed for another. */
  readonly agentLoadCap: number;
  readonly judgedTickets: JudgedTickets;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Milliseconds from any beginning, for latencies. */
  readonly stopwatch: () => number;
}

/** The Triage service. */
export function createTriage(parts: TriageParts): TriageService {
  const { store, desks, detector, judgeTone, languageModel, promptKey, pinnedRules, clock, ids, stopwatch } = parts;
  const { agentLoadCap: loadCap, judgedTickets } = parts;
  const markOf = (text: string) => createHmac("sha256", promptKey).update(text).digest("hex").slice(0, 24);

  async function currentRules(): Promise<{ version: number; rules: readonly RoutingRule[] }> {
    if (pinnedRules.length > 0) return { version: 0, rules: pinnedRules };
    const latest = await store.read((tx) => tx.routingRules.latest());
    return latest ?? { version: 0, rules: [] };
  }

  async function agentsFor(desk: TriageDesk, rules: readonly RoutingRule[]): Promise<RouteParts["agents"]> {
    return rules.some(wantsAgent) ? { roster: await desk.roster(), loadCap } : null;
  }

  return {
    async classify(request) {
      const begun = stopwatch();
      const desk = await desks.find(request.connection ?? null);
      const embedded = classify(request, { desk, detector, judgeTone, id: ids.next("c") });
      // What was learned from the site's own history needs no second opinion.
      const answer =
        languageModel === null || categoryTarget(desk) !== null
          ? embedded
          : await askModel(embedded, textOf(request), {
              model: languageModel,
              categories: categoriesOf(desk),
              mark: markOf(`${request.subject}\n${request.body}`),
            });
      return { ...answer, latency_ms: Math.round((stopwatch() - begun) * 10) / 10 };
    },

    async route(request) {
      const desk = await desks.find(request.connection ?? null, request.platform ?? null);
      const { version, rules } = await currentRules();
      return route(request, { desk, version, rules, at: clock.now(), agents: await agentsFor(desk, rules) });
    },

    async routeByRule(request) {
      const { version, rules } = await currentRules();
      if (rules.length === 0) return null;
      const desk = await desks.find(request.connection ?? null, request.platform ?? null);
      return route(request, { desk, version, rules, at: clock.now(), agents: null });
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
      const errors = checkRules(rules, await desks.groups());
      if (errors.length > 0) throw new ServiceError("VALIDATION_ERROR", "The rules would not work", { errors });
      const stamp = { updated_at: new Date(at).toISOString(), updated_by: by };
      const next = rules.map((rule) => ({ ...rule, ...stamp }));
      return store.write(async (tx) => {
        const latest = (await tx.routingRules.latest())?.version ?? 0;
        const stale = version !== null && version !== latest;
        if (stale || !(await tx.routingRules.add({ version: latest + 1, rules: next, by, at }))) {
          throw new ServiceError("CONFLICT", `The rules are at version ${latest} meanwhile: read them again`);
        }
        return { version: latest + 1, rules: inOrder(next) };
      });
    },

    async testRules({ ticket, rules }) {
      const desk = await desks.find(ticket.connection ?? null, ticket.platform ?? null);
      const current = await currentRules();
      const tried = rules ?? current.rules;
      const at = clock.now();
      const agents = await agentsFor(desk, tried);
      const routing = route(ticket, { desk, rules: tried, version: current.version, at, agents });
      return {
        routing,
        steps: inOrder(tried).map((rule) => ({ rule_id: rule.id, ...matchRule(rule, ticket, at) })),
        problems: checkRules(tried, await desks.groups()),
      };
    },

    async dryRunRules({ connection, rules }) {
      const to = clock.now();
      const from = to - weekMs;
      const inForce = (await currentRules()).rules;
      const tried = rules ?? inForce;
      // An unknown name is an error of the caller, and not a week without tickets.
      if (connection !== null) await desks.find(connection);
      const { tickets, truncated } = await judgedTickets.list({ since: from, connection, most: mostTickets });
      const known = new Map<string, TriageDesk>();
      for (const name of new Set(tickets.map((ticket) => ticket.connection))) known.set(name, await desks.find(name));
      return {
        period: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
        tickets: tickets.length,
        truncated,
        ...dryRunRules({ tickets, deskOf: (name) => known.get(name)!, tried, inForce }),
        problems: checkRules(tried, await desks.groups()),
      };
    },

    async listCategories(connection) {
      const desk = await desks.find(connection);
      return [...categoriesOf(desk), reserved].map((category) => describe(category, desk));
    },

    async correct({ ticket_id, classification_id, connection, field, value: given, actor, reason }) {
      const value = field === "urgency" ? urgencyWord(given) : given;
      const desk = await desks.find(connection ?? null);
      const known = valuesOf(field, desk);
      if (known.length > 0 && !known.includes(value)) {
        throw ServiceError.field("value", `is no ${field}; there are ${known.join(", ")}`);
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

const weekMs = 7 * 24 * 60 * 60 * 1000;
/** Of a dry run. */
const mostTickets = 2_000;

const reserved: CategorySetting = {
  name: unclassified,
  description: "No category is sure enough",
  examples: [],
  parent: null,
};

/** The closed set of a field; empty where this installation does not know it. */
function valuesOf(field: CorrectionRequest["field"], desk: TriageDesk): readonly string[] {
  switch (field) {
    case "category":
      return [...categoriesOf(desk).map(({ name }) => name), unclassified];
    case "queue":
      return desk.groups.map(({ name }) => name);
    case "priority":
      return Object.keys(urgencyOfPriority);
    case "urgency":
      return urgencies;
    case "sentiment":
      return sentimentLabelSchema.options;
  }
}

function describe({ name, description, examples, parent }: CategorySetting, desk: TriageDesk): Category {
  const group = groupOfCategory(desk, name);
  const place = { group_id: group === null ? null : groupId(group), group_name: group?.name ?? null };
  const base = { name, description, examples: [...examples], parent, ...place };
  const target = categoryTarget(desk);
  const { serving, precision } = desk;
  if (serving === null || target === null || name === unclassified) {
    return { ...base, thresholds: { automate: null, suggest: suggestThreshold }, state: "untrained" };
  }
  const { threshold, vetoed } = serving.threshold(target, precision[target] ?? 0.95);
  const automate = threshold === null ? null : round(threshold, 4);
  const suggest = Math.min(suggestThreshold, automate ?? suggestThreshold);
  const label = target === "queue" ? serving.model.labels(target).find((one) => categorySlug(one) === name) : name;
  const isProven = automate !== null && serving.isCalibrated(target);
  const state = vetoed.includes(label ?? name) ? "vetoed" : isProven ? "proven" : "learning";
  return { ...base, thresholds: { automate, suggest }, state };
}
