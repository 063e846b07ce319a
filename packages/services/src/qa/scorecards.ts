import { round } from "@otai/service-api/fields";
import type { CalibrationState, Scorecard, ScorecardQuery, ScorecardResponse } from "@otai/service-api/qa-scorecard";
import { ServiceError } from "@otai/service-api/service-error";
import type { EvaluationSummary, QaTransaction } from "../ports/qa.ts";
import { auditAgentView, requireAgentView } from "./agent-view.ts";
import { calibrationStates, listAll } from "./calibration.ts";
import type { Caller } from "./caller.ts";
import { failures, overallScore } from "./overall-score.ts";
import type { QaSurroundings } from "./surroundings.ts";

const usualPeriod = 30 * 24 * 60 * 60 * 1000;

type GroupBy = ScorecardQuery["group_by"];
type States = ReadonlyMap<string, CalibrationState>;

/** One evaluation as one group sees it. */
interface Share {
  readonly evaluation: EvaluationSummary;
  readonly states: States;
  readonly dimensions: Readonly<Record<string, number>>;
  /** Is the whole conversation the group's? An agent who shares it answers for single criteria only. */
  readonly whole: boolean;
}

/** Averages of a period by team, queue or rubric; by agent only with the role, and never without a trace. */
export function createScorecards({ store, clock, ids }: QaSurroundings) {
  /** @throws ServiceError `FORBIDDEN`, `VALIDATION_ERROR` */
  return async (query: ScorecardQuery, caller: Caller): Promise<ScorecardResponse> => {
    const { group_by, rubric_id } = query;
    const to = query.to ?? clock.now() + 1;
    const from = query.from ?? to - usualPeriod;
    if (from >= to) throw ServiceError.field("from", "must be before to");
    const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    if (group_by === "agent") {
      requireAgentView(caller);
      const view = { id: ids.next("au"), at: clock.now(), caller, subject: "scorecards" };
      await store.write((tx) => auditAgentView(tx, view, { ...period, rubric_id: rubric_id ?? null }));
    }
    const groups = await store.read((tx) => collect(tx, group_by, { from, to, rubricId: rubric_id ?? null }));
    const items = [...groups].map(([key, shares]) => scorecardOf(key, shares));
    return { group_by, ...period, items: items.sort(byKey) };
  };
}

async function collect(
  tx: QaTransaction,
  groupBy: GroupBy,
  filter: { readonly from: number; readonly to: number; readonly rubricId: string | null },
): Promise<Map<string | null, Share[]>> {
  // A conversation that was scored again (another judge or rubric version) counts once, as scored last.
  const latest = new Map<string, EvaluationSummary>();
  for await (const evaluation of listAll(tx, filter))
    latest.set(JSON.stringify([evaluation.conversationId, evaluation.threadHash, evaluation.rubricId]), evaluation);
  const states = new Map<string, States>();
  const groups = new Map<string | null, Share[]>();
  for (const evaluation of latest.values()) {
    const { rubricId, rubricVersion, figures } = evaluation;
    const version = `${rubricId}@${rubricVersion}`;
    let known = states.get(version);
    if (known === undefined) {
      known = await calibrationStates(tx, rubricId, rubricVersion);
      states.set(version, known);
    }
    for (const [key, dimensions, whole] of keysOf(groupBy, evaluation, figures.dimensions)) {
      const shares = groups.get(key) ?? [];
      shares.push({ evaluation, states: known, dimensions, whole });
      groups.set(key, shares);
    }
  }
  return groups;
}

function keysOf(
  groupBy: GroupBy,
  { team, queue, rubricId, figures }: EvaluationSummary,
  dimensions: Readonly<Record<string, number>>,
): (readonly [string | null, Readonly<Record<string, number>>, boolean])[] {
  if (groupBy === "team") return [[team, dimensions, true]];
  if (groupBy === "queue") return [[queue, dimensions, true]];
  if (groupBy === "rubric") return [[rubricId, dimensions, true]];
  return figures.agents.map(({ agentId, dimensions: own }) => {
    const part = Object.entries(dimensions).filter(([name]) => own.includes(name));
    return [agentId, Object.fromEntries(part), figures.singleAgent] as const;
  });
}

function scorecardOf(key: string | null, shares: readonly Share[]): Scorecard {
  const counts = ({ states }: Share, name: string) => states.get(name) !== "not_calibrated";
  const overalls = shares.flatMap((share) => {
    const counted = share.evaluation.figures.criteria.filter(({ name }) => counts(share, name));
    return share.whole ? (overallScore(counted, share.dimensions) ?? []) : [];
  });
  const reviewed = shares.flatMap(({ evaluation: { human }, whole }) => (whole && human !== null ? human.score : []));
  const names = [...new Set(shares.flatMap(({ dimensions }) => Object.keys(dimensions)))];
  return {
    key,
    evaluations: shares.length,
    overall_score: mean(overalls),
    human_score: mean(reviewed),
    human_reviewed: reviewed.length,
    critical_failures: shares.filter(
      ({ evaluation, dimensions }) => failures(evaluation.figures.criteria, dimensions).length > 0,
    ).length,
    dimensions: Object.fromEntries(
      names.map((name) => {
        const scored = shares.filter(({ dimensions }) => Object.hasOwn(dimensions, name));
        const counted = scored.filter((share) => counts(share, name));
        const calibrated = counted.length > 0 && counted.every(({ states }) => states.get(name) === "calibrated");
        const calibration = counted.length === 0 ? "not_calibrated" : calibrated ? "calibrated" : "unmeasured";
        const score = mean(counted.map(({ dimensions }) => dimensions[name]!));
        return [name, { score, evaluations: scored.length, calibration }] as const;
      }),
    ),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : round(values.reduce((sum, value) => sum + value, 0) / values.length, 4);
}

/** By name; what has none comes last. */
function byKey(a: Scorecard, b: Scorecard): number {
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}
