import { z } from "@hono/zod-openapi";
import { categoriesSchema, correctionAnswerSchema, correctionRequestSchema } from "@otai/service-api/categories";
import { classifyAnswerSchema, classifyRequestSchema } from "@otai/service-api/classify";
import { routeAnswerSchema, routeRequestSchema } from "@otai/service-api/route";
import { routingRulesSchema, ruleTestAnswersSchema, ruleTestRequestSchema } from "@otai/service-api/routing-rule";
import { ServiceError } from "@otai/service-api/service-error";
import type { TriageService } from "@otai/services/triage/triage";
import { answers, jsonBody, type ServiceEndpoints } from "./service-endpoints.ts";

const classify = {
  method: "post",
  path: "/classify",
  summary: "Category, urgency and sentiment of a text, each with its confidence and band",
  request: { body: jsonBody(classifyRequestSchema) },
  responses: answers(classifyAnswerSchema),
} as const;

const route = {
  method: "post",
  path: "/route",
  summary: "Team, group and agent for a classification, by the routing rules",
  request: { body: jsonBody(routeRequestSchema) },
  responses: answers(routeAnswerSchema),
} as const;

const listRules = {
  method: "get",
  path: "/rules",
  summary: "All routing rules, in order",
  responses: answers(routingRulesSchema),
} as const;

const replaceRules = {
  method: "put",
  path: "/rules",
  scope: "admin",
  summary: "Replaces all routing rules; If-Match carries the version they were read with",
  request: { body: jsonBody(routingRulesSchema) },
  responses: answers(routingRulesSchema),
} as const;

const testRules = {
  method: "post",
  path: "/rules/test",
  summary: "Which rule would apply to a ticket, and why, or what rules would do with the last week; nothing is changed",
  request: { body: jsonBody(ruleTestRequestSchema) },
  responses: answers(ruleTestAnswersSchema),
} as const;

const listCategories = {
  method: "get",
  path: "/categories",
  summary: "The closed set of categories with what is known of each",
  request: { query: z.object({ connection: z.string().optional() }) },
  responses: answers(categoriesSchema),
} as const;

const correct = {
  method: "post",
  path: "/corrections",
  summary: "A human says what would have been right; the next model learns from it",
  request: { body: jsonBody(correctionRequestSchema) },
  responses: answers(correctionAnswerSchema, 202),
} as const;

export function triageRoutes(endpoint: ServiceEndpoints, triage: TriageService): void {
  endpoint(classify, async (context) => context.json(await triage.classify(context.req.valid("json")), 200));
  endpoint(route, async (context) => context.json(await triage.route(context.req.valid("json")), 200));
  endpoint(listRules, async (context) => {
    const { version, rules } = await triage.listRules();
    context.header("ETag", `"${version}"`);
    context.header("X-Rules-Version", String(version));
    return context.json([...rules], 200);
  });
  endpoint(replaceRules, async (context) => {
    const { version, rules } = await triage.replaceRules(
      context.req.valid("json"),
      versionOf(context.req.header("if-match")),
      context.get("keyName") ?? "local",
    );
    context.header("ETag", `"${version}"`);
    context.header("X-Rules-Version", String(version));
    return context.json([...rules], 200);
  });
  endpoint(testRules, async (context) => {
    const { ticket, rules, connection } = context.req.valid("json");
    const tried =
      ticket === undefined ? triage.dryRunRules({ rules, connection }) : triage.testRules({ rules, ticket });
    return context.json(await tried, 200);
  });
  endpoint(listCategories, async (context) =>
    context.json([...(await triage.listCategories(context.req.valid("query").connection ?? null))], 200),
  );
  endpoint(correct, async (context) => {
    const { id, recordedAt } = await triage.correct(context.req.valid("json"));
    const receipt = { correction_id: id, recorded_at: new Date(recordedAt).toISOString() };
    return context.json({ status: "accepted" as const, ...receipt }, 202);
  });
}

/** `null` without the header; `"*"` stands for any version. */
function versionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch === "*") return null;
  const version = /^(?:W\/)?"(\d+)"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new ServiceError("BAD_REQUEST", 'If-Match must be a version like "4"');
  return Number(version);
}
