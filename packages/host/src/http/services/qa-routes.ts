import { z } from "@hono/zod-openapi";
import {
  calibrationReportSchema,
  calibrationSampleQuerySchema,
  calibrationSampleSchema,
} from "@otai/service-api/qa-calibration";
import { evaluateRequestSchema, evaluateResponseSchema } from "@otai/service-api/qa-evaluate";
import { disputeOutcomeRequestSchema, disputeRequestSchema, overrideRequestSchema } from "@otai/service-api/qa-review";
import {
  createRubricRequestSchema,
  rubricIdSchema,
  rubricListSchema,
  rubricReferenceSchema,
  rubricResponseSchema,
  updateRubricRequestSchema,
} from "@otai/service-api/qa-rubric";
import { scorecardQuerySchema, scorecardResponseSchema } from "@otai/service-api/qa-scorecard";
import type { Caller } from "@otai/services/qa/caller";
import type { QaService } from "@otai/services/qa/create-qa";
import type { Context } from "hono";
import type { RequestEnv } from "../context.ts";
import { answers, jsonBody, type ServiceEndpoints } from "./service-endpoints.ts";

const evaluation = z.object({ id: z.string().min(1).max(128) });
const rubric = z.object({ id: rubricIdSchema });
const rubricVersion = z.object({ id: rubricReferenceSchema });

const evaluate = {
  method: "post",
  path: "/evaluate",
  summary: "Scores a conversation by a rubric, with quotes as evidence",
  request: { body: jsonBody(evaluateRequestSchema) },
  responses: answers(evaluateResponseSchema),
} as const;

const getEvaluation = {
  method: "get",
  path: "/evaluations/{id}",
  summary: "One evaluation with what people said about it; agents are shown with the scope qa_agent_view only",
  request: { params: evaluation },
  responses: answers(evaluateResponseSchema),
} as const;

const override = {
  method: "post",
  path: "/evaluations/{id}/override",
  summary: "A human rating beside the machine's",
  request: { params: evaluation, body: jsonBody(overrideRequestSchema) },
  responses: answers(evaluateResponseSchema),
} as const;

const dispute = {
  method: "post",
  path: "/evaluations/{id}/dispute",
  summary: "Asks for a second reviewer",
  request: { params: evaluation, body: jsonBody(disputeRequestSchema) },
  responses: answers(evaluateResponseSchema),
} as const;

const closeDispute = {
  method: "post",
  path: "/evaluations/{id}/dispute/outcome",
  summary: "The second reviewer's word",
  request: { params: evaluation, body: jsonBody(disputeOutcomeRequestSchema) },
  responses: answers(evaluateResponseSchema),
} as const;

const listRubrics = {
  method: "get",
  path: "/rubrics",
  summary: "The latest version of every rubric",
  responses: answers(rubricListSchema),
} as const;

const createRubric = {
  method: "post",
  path: "/rubrics",
  summary: "A new rubric",
  request: { body: jsonBody(createRubricRequestSchema) },
  responses: answers(rubricResponseSchema, 201),
} as const;

const getRubric = {
  method: "get",
  path: "/rubrics/{id}",
  summary: "A rubric, or with id@version one version of it",
  request: { params: rubricVersion },
  responses: answers(rubricResponseSchema),
} as const;

const updateRubric = {
  method: "put",
  path: "/rubrics/{id}",
  summary: "A new version of a rubric; evaluations keep the one they were made with",
  request: { params: rubric, body: jsonBody(updateRubricRequestSchema) },
  responses: answers(rubricResponseSchema),
} as const;

const calibrationReport = {
  method: "get",
  path: "/rubrics/{id}/calibration",
  summary: "How well the machine agrees with people, by criterion and language",
  request: { params: rubricVersion },
  responses: answers(calibrationReportSchema),
} as const;

const calibrationSample = {
  method: "get",
  path: "/rubrics/{id}/calibration/sample",
  summary: "Conversations to be rated by people, without the machine's scores",
  request: { params: rubricVersion, query: calibrationSampleQuerySchema },
  responses: answers(calibrationSampleSchema),
} as const;

const scorecards = {
  method: "get",
  path: "/scorecards",
  summary: "Averages by team, queue or rubric; by agent with the scope qa_agent_view only",
  request: { query: scorecardQuerySchema },
  responses: answers(scorecardResponseSchema),
} as const;

export function qaRoutes(endpoint: ServiceEndpoints, qa: QaService): void {
  endpoint(evaluate, async (context) => context.json(await qa.evaluate(context.req.valid("json")), 200));
  endpoint(getEvaluation, async (context) =>
    context.json(await qa.getEvaluation(context.req.valid("param").id, callerOf(context)), 200),
  );
  endpoint(override, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await qa.override(id, context.req.valid("json"), callerOf(context)), 200);
  });
  endpoint(dispute, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await qa.dispute(id, context.req.valid("json"), callerOf(context)), 200);
  });
  endpoint(closeDispute, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await qa.closeDispute(id, context.req.valid("json"), callerOf(context)), 200);
  });
  endpoint(listRubrics, async (context) => context.json(await qa.listRubrics(), 200));
  endpoint(createRubric, async (context) =>
    context.json(await qa.createRubric(context.req.valid("json"), callerOf(context)), 201),
  );
  endpoint(getRubric, async (context) => context.json(await qa.getRubric(context.req.valid("param").id), 200));
  endpoint(updateRubric, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await qa.updateRubric(id, context.req.valid("json"), callerOf(context)), 200);
  });
  endpoint(calibrationReport, async (context) =>
    context.json(await qa.calibrationReport(context.req.valid("param").id), 200),
  );
  endpoint(calibrationSample, async (context) => {
    const { size } = context.req.valid("query");
    return context.json(await qa.calibrationSample(context.req.valid("param").id, size), 200);
  });
  endpoint(scorecards, async (context) =>
    context.json(await qa.scorecards(context.req.valid("query"), callerOf(context)), 200),
  );
}

function callerOf(context: Context<RequestEnv>): Caller {
  return { actor: context.get("keyName") ?? "local", scopes: context.get("keyScopes") ?? [] };
}
