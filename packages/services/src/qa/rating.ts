import { round } from "@otai/service-api/fields";
import type { Evidence } from "@otai/service-api/qa-evaluate";
import type { Criterion, Rubric } from "@otai/service-api/qa-rubric";
import type { Judgement, Verdict } from "./judge.ts";
import { type MeasureContext, measure } from "./measure.ts";
import type { Measurement } from "./signal.ts";

/** What came out for one criterion. */
export interface CriterionRating {
  readonly criterion: Criterion;
  /** 0..1, 4 decimals; `null`: does not apply. */
  readonly score: number | null;
  readonly confidence: number;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly measured: Measurement | null;
  /** A person should look: nothing stands behind the score, or nothing could be said although it matters. */
  readonly doubtful: boolean;
  readonly from: "rules" | "llm" | "none";
}

/** Judged only when the conversation is solved. */
const whenSolved = new Set(["resolution", "closing"]);

export function isApplicable({ name }: Criterion, solved: boolean): boolean {
  return solved || !whenSolved.has(name);
}

/** All criteria of a rubric, by the model's verdict where there is one and it holds, else by what was measured. */
export function rate(
  rubric: Rubric,
  solved: boolean,
  context: MeasureContext,
  verdict: Verdict | null,
): readonly CriterionRating[] {
  return rubric.criteria.map((criterion) => {
    if (!isApplicable(criterion, solved))
      return { ...none(criterion, "Judged only when the conversation is solved"), doubtful: false };
    const measured = measure(criterion.name, context);
    const judged = verdict?.criteria[criterion.name];
    return judged === undefined ? fromRules(criterion, measured) : fromModel(criterion, judged, measured);
  });
}

function none(criterion: Criterion, reason: string): CriterionRating {
  const empty = { score: null, confidence: 0, evidence: [], measured: null, from: "none" } as const;
  return { ...empty, criterion, reason, doubtful: true };
}

function fromRules(criterion: Criterion, measured: Measurement | null): CriterionRating {
  if (measured === null) return none(criterion, "The embedded engine cannot measure this criterion");
  const { score, confidence, reason, evidence } = measured;
  return {
    ...{ criterion, reason, evidence, measured, from: "rules" },
    score: round(score, 4),
    confidence: round(confidence, 4),
    doubtful: false,
  };
}

/** How sure the model's word makes us; it is not calibrated. */
const modelConfidence = 0.7;
const weak = 0.5;
/** The model and the measurement are this far apart: one of them is wrong. */
const farApart = 0.5;

function fromModel(criterion: Criterion, judged: Judgement, measured: Measurement | null): CriterionRating {
  // "Does not apply" needs no quote, so it must not hide what matters or was measured to be weak.
  if (judged.score === null)
    return {
      ...none(criterion, judged.reason),
      ...{ measured, doubtful: criterion.critical || (measured?.score ?? 1) < weak },
    };
  if (judged.evidence.length === 0) {
    // A rating whose quotes nobody said is not evidence of anything: what was measured stands, and somebody should look.
    const { score, ...rest } = fromRules(criterion, measured);
    return {
      ...{ ...rest, score, confidence: 0, doubtful: true },
      reason: `The model's quotes are not in the conversation. ${rest.reason}`,
    };
  }
  const apart = measured !== null && Math.abs(measured.score - judged.score) >= farApart;
  const lost = judged.droppedQuotes > 0;
  return {
    ...{ criterion, reason: judged.reason, evidence: judged.evidence, measured, from: "llm" },
    score: round(judged.score, 4),
    confidence: lost ? 0 : apart ? modelConfidence / 2 : modelConfidence,
    doubtful: lost || apart,
  };
}
