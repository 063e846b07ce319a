import type { DegradedReason } from "@otai/service-api/engine-block";
import { ModelError } from "@otai/service-api/language-model";
import type { EvaluateRequest, EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { Rubric } from "@otai/service-api/qa-rubric";
import type { EvaluationKey, EvaluationRecord, QaTransaction } from "../ports/qa.ts";
import { isSingleAgent } from "./agent-shares.ts";
import { composeAnswer } from "./compose-answer.ts";
import { notEligible, requireEligible } from "./eligibility.ts";
import { evaluationKey } from "./evaluation-key.ts";
import { suspectsInjection } from "./injection.ts";
import { askJudge, type Verdict } from "./judge.ts";
import { measuredLanguages, measureVersion } from "./measure.ts";
import { isApplicable, rate } from "./rating.ts";
import { respond, withIndicesOf } from "./respond.ts";
import { rubricFor } from "./rubrics.ts";
import { standardRubric } from "./standard-rubric.ts";
import type { QaSurroundings } from "./surroundings.ts";
import { readThread } from "./thread.ts";
import { detectLanguages } from "./thread-languages.ts";

const solvedStates: ReadonlySet<EvaluateRequest["status"]> = new Set([undefined, "solved", "resolved", "closed"]);
const usualTimeoutMs = 60_000;

/**
 * Scores a conversation. The same scored messages under the same rubric and judge are one evaluation, however often they are sent
 * (D38). A language model that gives nothing usable is replaced by the embedded engine, and the answer says so.
 * @throws ServiceError `NOT_ELIGIBLE`, `VALIDATION_ERROR`
 */
export function createEvaluate(surroundings: QaSurroundings) {
  const { store, clock, ids, detector, languageModel, modelTimeoutMs = usualTimeoutMs } = surroundings;
  const { defaultRubric = standardRubric.id } = surroundings;

  return async (request: EvaluateRequest): Promise<EvaluateResponse> => {
    const started = clock.now();
    const rubric = await store.read((tx) => rubricFor(tx, request, defaultRubric));
    const thread = readThread(request.messages, request.agent_id);
    const languages = detectLanguages(thread, detector);
    const language = request.language ?? languages.customer ?? languages.agent;
    requireEligible(thread, request.status, language, rubric);
    const solved = solvedStates.has(request.status);
    const injection = suspectsInjection(thread);
    const model = injection ? null : languageModel;
    const keyOf = (judge: string) => evaluationKey(request, thread, solved, rubric, judge);
    const indices = thread.messages.map(({ index }) => index);

    const again = (record: EvaluationRecord, degradedReason: DegradedReason | null): EvaluateResponse => ({
      ...withIndicesOf(respond(record), record.figures.indices, thread),
      degraded: degradedReason !== null,
      degraded_reason: degradedReason,
      latency_ms: clock.now() - started,
    });

    const key = keyOf(model === null ? measureVersion : `${model.name}+${measureVersion}`);
    const known = await store.read((tx) => findEvaluation(tx, key, request));
    if (known !== null) return again(known, null);

    let verdict: Verdict | null = null;
    let degradedReason: DegradedReason | null = null;
    if (model !== null) {
      try {
        const asked = rubric.criteria.filter((criterion) => isApplicable(criterion, solved));
        verdict = asked.length === 0 ? null : await askJudge(model, thread, rubric, asked, modelTimeoutMs);
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        degradedReason = error.reason;
      }
    }
    if (verdict === null && language !== null && !measuredLanguages.includes(language.toLowerCase().split("-")[0]!))
      throw notEligible("unsupported_language");

    const channel = request.channel ?? "web";
    const ratings = rate(rubric, solved, { thread, channel, languages }, verdict);
    const judge = verdict === null ? keyOf(measureVersion) : key;
    const answer = composeAnswer({
      ...{ request, rubric, thread, ratings, verdict, injection, language, degradedReason },
      id: ids.next("e"),
      at: clock.now(),
      modelVersion: judge.judge,
      latencyMs: clock.now() - started,
    });
    const record = toRecord(request, rubric, judge, answer, isSingleAgent(thread), indices, clock.now());
    const kept = await store.write((tx) => tx.qaEvaluations.add(record));
    return kept.id === record.id ? respond(kept) : again(kept, degradedReason);
  };
}

async function findEvaluation(
  tx: QaTransaction,
  key: EvaluationKey,
  { resolution_id: resolutionId, connection }: EvaluateRequest,
): Promise<EvaluationRecord | null> {
  const same = await tx.qaEvaluations.find(key);
  if (same !== null || resolutionId === null) return same;
  return tx.qaEvaluations.findByResolution({ ...key, resolutionId, connection });
}

function toRecord(
  request: EvaluateRequest,
  rubric: Rubric,
  key: EvaluationKey,
  answer: EvaluateResponse,
  singleAgent: boolean,
  indices: readonly number[],
  at: number,
): EvaluationRecord {
  return {
    ...key,
    id: answer.evaluation_id,
    connection: request.connection,
    rubricId: rubric.id,
    rubricVersion: rubric.version,
    resolutionId: request.resolution_id,
    team: request.team,
    queue: request.queue,
    language: answer.language,
    at,
    figures: {
      dimensions: answer.dimensions,
      criteria: rubric.criteria.map(({ name, weight, critical, scale }) => ({ name, weight, critical, scale })),
      agents: answer.agents.map(({ agent_id, dimensions }) => ({ agentId: agent_id, dimensions })),
      singleAgent,
      indices,
    },
    answer,
    human: null,
    calibration: null,
    dispute: null,
  };
}
