import type { EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { DisputeOutcomeRequest, DisputeRequest, HumanRating, OverrideRequest } from "@otai/service-api/qa-review";
import { ServiceError } from "@otai/service-api/service-error";
import type { EvaluationRecord, QaTransaction, ReviewRecord } from "../ports/qa.ts";
import { auditAgentView } from "./agent-view.ts";
import { type Caller, mayViewAgents } from "./caller.ts";
import { overallScore } from "./overall-score.ts";
import { forCaller, respond } from "./respond.ts";
import type { QaSurroundings } from "./surroundings.ts";

/** What people say about an evaluation. The machine's scores stay as they are; every word is kept. */
export function createReviews({ store, clock, ids }: QaSurroundings) {
  const keep = (tx: QaTransaction, review: Omit<ReviewRecord, "id" | "at">) =>
    tx.qaReviews.add({ ...review, id: ids.next("rv"), at: clock.now() });

  async function rateAnew(
    tx: QaTransaction,
    evaluation: EvaluationRecord,
    given: Pick<HumanRating, "dimensions" | "reason" | "purpose" | "by">,
  ): Promise<HumanRating> {
    const { criteria, dimensions: machine } = evaluation.figures;
    for (const name of Object.keys(given.dimensions)) {
      if (!criteria.some((criterion) => criterion.name === name))
        throw ServiceError.field(`dimensions.${name}`, "is not a criterion of the rubric");
    }
    const merged = Object.entries({ ...machine, ...given.dimensions }).filter(([, score]) => score !== null);
    const score = overallScore(criteria, Object.fromEntries(merged) as Record<string, number>);
    if (score === null) throw ServiceError.field("dimensions", "at least one dimension must apply");
    const human: HumanRating = { ...given, score, at: new Date(clock.now()).toISOString() };
    await tx.qaEvaluations.setHuman(evaluation.id, human);
    return human;
  }

  return {
    /** @throws ServiceError `NOT_FOUND` */
    async getEvaluation(id: string, caller: Caller): Promise<EvaluateResponse> {
      const evaluation = await store.read((tx) => findEvaluation(tx, id));
      if (mayViewAgents(caller) && evaluation.answer.agents.length > 0) {
        const view = { id: ids.next("au"), at: clock.now(), caller, subject: `evaluation ${id}` };
        await store.write((tx) => auditAgentView(tx, view, { conversation_id: evaluation.conversationId }));
      }
      return forCaller(respond(evaluation), caller);
    },

    /** A second rating beside the machine's. @throws ServiceError `NOT_FOUND`, `VALIDATION_ERROR` */
    override: (id: string, request: OverrideRequest, caller: Caller): Promise<EvaluateResponse> =>
      store.write(async (tx) => {
        const evaluation = await findEvaluation(tx, id);
        const { actor = caller.actor, ...given } = request;
        const human = await rateAnew(tx, evaluation, { ...given, by: actor });
        await keep(tx, { evaluationId: id, kind: "override", actor, body: { ...given, score: human.score } });
        return forCaller(respond({ ...evaluation, human }), caller);
      }),

    /** @throws ServiceError `NOT_FOUND`, `CONFLICT` while one is open */
    dispute: (id: string, request: DisputeRequest, caller: Caller): Promise<EvaluateResponse> =>
      store.write(async (tx) => {
        const evaluation = await findEvaluation(tx, id);
        if (evaluation.dispute?.state === "open") throw new ServiceError("CONFLICT", "A dispute is open already");
        const { actor: by = caller.actor, reason, dimensions } = request;
        const at = new Date(clock.now()).toISOString();
        const dispute = { state: "open" as const, reason, dimensions, by, at, outcome: null };
        await tx.qaEvaluations.setDispute(id, dispute);
        await keep(tx, { evaluationId: id, kind: "dispute", actor: by, body: { reason, dimensions } });
        return forCaller(respond({ ...evaluation, dispute }), caller);
      }),

    /** The word of a second reviewer: neither who disputes nor whose rating is disputed. @throws ServiceError `NOT_FOUND`, `CONFLICT`, `FORBIDDEN` */
    closeDispute: (id: string, request: DisputeOutcomeRequest, caller: Caller): Promise<EvaluateResponse> =>
      store.write(async (tx) => {
        const evaluation = await findEvaluation(tx, id);
        const { dispute: open } = evaluation;
        if (open?.state !== "open") throw new ServiceError("CONFLICT", "No dispute is open");
        const { actor: by = caller.actor, outcome, reason, dimensions } = request;
        if (by === open.by || by === evaluation.human?.by)
          throw new ServiceError("FORBIDDEN", "Somebody else must decide: who disputes or rated cannot");
        const human =
          dimensions === undefined
            ? evaluation.human
            : await rateAnew(tx, evaluation, { dimensions, reason, purpose: "correction", by });
        const at = new Date(clock.now()).toISOString();
        const dispute = { ...open, state: outcome, outcome: { reason, by, at } };
        await tx.qaEvaluations.setDispute(id, dispute);
        await keep(tx, {
          evaluationId: id,
          kind: "outcome",
          actor: by,
          body: { outcome, reason, dimensions: dimensions ?? null },
        });
        return forCaller(respond({ ...evaluation, human, dispute }), caller);
      }),
  };
}

async function findEvaluation(tx: QaTransaction, id: string): Promise<EvaluationRecord> {
  const found = await tx.qaEvaluations.get(id);
  if (found === null) throw new ServiceError("NOT_FOUND", `There is no evaluation ${id}`);
  return found;
}
