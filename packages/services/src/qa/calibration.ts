import { createHash } from "node:crypto";
import type { CalibrationReport, CalibrationSample } from "@otai/service-api/qa-calibration";
import type { CalibrationState } from "@otai/service-api/qa-scorecard";
import type { EvaluationSummary, QaTransaction } from "../ports/qa.ts";
import { calibrationTargets, measureAgreement, type RatedPair, stepsOf } from "./agreement.ts";
import { findRubric } from "./rubrics.ts";
import type { QaSurroundings } from "./surroundings.ts";

/** Newest evaluations that a sample is drawn from. */
const drawnFrom = 5000;

export function createCalibration({ store, clock }: QaSurroundings) {
  return {
    /** Machine against people, by criterion and language, for one version of a rubric. @throws ServiceError `NOT_FOUND` */
    report: (reference: string): Promise<CalibrationReport> =>
      store.read(async (tx) => {
        const { rubric } = await findRubric(tx, reference);
        const rated = await tx.qaEvaluations.listRated(rubric.id, rubric.version);
        const criteria = rubric.criteria.map(({ name, scale }) => {
          const languages = Map.groupBy(rated, ({ language }) => language ?? "unknown");
          const byLanguage = [...languages].map(([language, some]) => [language, agreementOn(name, scale, some)]);
          return [name, { ...agreementOn(name, scale, rated), languages: Object.fromEntries(byLanguage) }];
        });
        return {
          rubric: `${rubric.id}@${rubric.version}`,
          rated: rated.length,
          targets: { ...calibrationTargets },
          criteria: Object.fromEntries(criteria),
        };
      }),

    /** Conversations to be rated by people without seeing the machine's scores; drawn by digest, so that it is the same sample tomorrow. @throws ServiceError `NOT_FOUND` */
    sample: (reference: string, size: number): Promise<CalibrationSample> =>
      store.read(async (tx) => {
        const { rubric } = await findRubric(tx, reference);
        const open: EvaluationSummary[] = [];
        for await (const evaluation of listAll(tx, { from: 0, to: clock.now() + 1, rubricId: rubric.id })) {
          if (evaluation.rubricVersion === rubric.version && evaluation.calibration === null) open.push(evaluation);
        }
        const order = ({ id }: EvaluationSummary) => createHash("sha256").update(id).digest("hex");
        const items = open
          .slice(-drawnFrom)
          .map((evaluation) => ({ evaluation, order: order(evaluation) }))
          .sort((a, b) => (a.order < b.order ? -1 : 1))
          .slice(0, size)
          .map(({ evaluation: { id, conversationId, at } }) => ({
            evaluation_id: id,
            conversation_id: conversationId,
            evaluated_at: new Date(at).toISOString(),
          }));
        return { rubric: `${rubric.id}@${rubric.version}`, items };
      }),
  };
}

function agreementOn(name: string, scale: readonly [number, number], evaluations: readonly EvaluationSummary[]) {
  const pairs = evaluations.flatMap(({ figures, calibration }): RatedPair[] => {
    const machine = figures.dimensions[name];
    const human = calibration?.dimensions[name];
    return machine === undefined || human === undefined || human === null ? [] : [{ machine, human }];
  });
  return measureAgreement(pairs, stepsOf(scale));
}

/** State of every criterion of one version of a rubric; what was never rated is `unmeasured`. */
export async function calibrationStates(
  tx: Pick<QaTransaction, "qaEvaluations">,
  rubricId: string,
  version: number,
): Promise<ReadonlyMap<string, CalibrationState>> {
  const rated = await tx.qaEvaluations.listRated(rubricId, version);
  const criteria = rated[0]?.figures.criteria ?? [];
  return new Map(criteria.map(({ name, scale }) => [name, agreementOn(name, scale, rated).state]));
}

const page = 1000;

/** All evaluations of a period, by time. */
export async function* listAll(
  tx: Pick<QaTransaction, "qaEvaluations">,
  filter: { readonly from: number; readonly to: number; readonly rubricId: string | null },
): AsyncGenerator<EvaluationSummary> {
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: Awaited<ReturnType<QaTransaction["qaEvaluations"]["list"]>> =
      await tx.qaEvaluations.list(filter, page, cursor);
    yield* items;
    cursor = nextCursor;
  } while (cursor !== null);
}
