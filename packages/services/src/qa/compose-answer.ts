import type { DegradedReason } from "@otai/service-api/engine-block";
import type { EvaluateRequest, EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { Rubric } from "@otai/service-api/qa-rubric";
import { shareAmongAgents } from "./agent-shares.ts";
import { writeCoachingNotes } from "./coaching.ts";
import { notEligible } from "./eligibility.ts";
import type { Verdict } from "./judge.ts";
import { failures, overallScore } from "./overall-score.ts";
import type { CriterionRating } from "./rating.ts";
import type { Thread } from "./thread.ts";

export interface Findings {
  readonly request: EvaluateRequest;
  readonly rubric: Rubric;
  readonly thread: Thread;
  readonly ratings: readonly CriterionRating[];
  readonly verdict: Verdict | null;
  readonly injection: boolean;
  readonly language: string | null;
  readonly degradedReason: DegradedReason | null;
  readonly id: string;
  readonly at: number;
  readonly modelVersion: string;
  readonly latencyMs: number;
}

/** @throws ServiceError `NOT_ELIGIBLE` when no criterion applies. */
export function composeAnswer(findings: Findings): EvaluateResponse {
  const { request, rubric, thread, ratings, verdict, injection, degradedReason } = findings;
  const scored = ratings.filter((rating): rating is CriterionRating & { score: number } => rating.score !== null);
  const absent = ratings.filter(({ score }) => score === null);
  const dimensions = Object.fromEntries(scored.map(({ criterion, score }) => [criterion.name, score]));
  const overall = overallScore(rubric.criteria, dimensions);
  if (overall === null) throw notEligible("nothing_applicable");
  const failed = new Set(failures(rubric.criteria, dimensions));
  return {
    overall_score: overall,
    dimensions,
    coaching_notes: writeCoachingNotes(ratings, verdict),
    evaluation_id: findings.id,
    conversation_id: request.conversation_id,
    connection: request.connection,
    agent_id: request.agent_id,
    rubric: { id: rubric.id, name: rubric.name, version: rubric.version },
    not_applicable: absent.map(({ criterion }) => criterion.name),
    not_applicable_reasons: Object.fromEntries(absent.map(({ criterion, reason }) => [criterion.name, reason])),
    critical_failures: scored
      .filter(({ criterion }) => failed.has(criterion.name))
      .map(({ criterion, score, evidence }) => ({ dimension: criterion.name, score, evidence: [...evidence] })),
    details: Object.fromEntries(
      scored.map(({ criterion, score, confidence, reason, evidence }) => [
        criterion.name,
        { score, confidence, reason, evidence: [...evidence] },
      ]),
    ),
    agents: shareAmongAgents(thread, ratings),
    needs_human_review: injection || failed.size > 0 || ratings.some(({ doubtful }) => doubtful),
    injection_suspected: injection,
    human_score: null,
    human: null,
    dispute: null,
    evaluated_at: new Date(findings.at).toISOString(),
    engine: engineOf(ratings),
    model_version: findings.modelVersion,
    degraded: degradedReason !== null,
    degraded_reason: degradedReason,
    calibrated: false,
    language: findings.language,
    latency_ms: findings.latencyMs,
  };
}

function engineOf(ratings: readonly CriterionRating[]): EvaluateResponse["engine"] {
  const engines = new Set(ratings.map(({ from }) => from).filter((from) => from !== "none"));
  return engines.size > 1 ? "hybrid" : [...engines][0] === "llm" ? "llm" : "rules";
}
