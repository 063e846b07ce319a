import type { OpenAPIHono } from "@hono/zod-openapi";
import type { KnowledgeBaseService } from "@otai/services/knowledge-base/knowledge-base";
import type { QaService } from "@otai/services/qa/create-qa";
import type { ReplyService } from "@otai/services/reply/create-reply";
import type { SentimentService } from "@otai/services/sentiment/create-sentiment";
import type { TriageService } from "@otai/services/triage/triage";
import type { RequestEnv } from "../context.ts";
import { knowledgeBaseRoutes } from "./knowledge-base-routes.ts";
import { qaRoutes } from "./qa-routes.ts";
import { replyRoutes } from "./reply-routes.ts";
import { sentimentRoutes } from "./sentiment-routes.ts";
import { createServiceEndpoints, type EndpointOptions } from "./service-endpoints.ts";
import { triageRoutes } from "./triage-routes.ts";

/** The services that this process offers. */
export interface OfferedServices {
  readonly triage?: TriageService;
  readonly reply?: ReplyService;
  readonly qa?: QaService;
  readonly knowledgeBase?: KnowledgeBaseService;
  readonly sentiment?: SentimentService;
}

/** @returns what has to be called when all other routes are known. */
export function mountServices(
  app: OpenAPIHono<RequestEnv>,
  services: OfferedServices,
  options: EndpointOptions,
): { refuseOtherMethods(): void } {
  const { endpointsOf, refuseOtherMethods } = createServiceEndpoints(app, options);
  if (services.triage !== undefined) triageRoutes(endpointsOf("triage"), services.triage);
  if (services.qa !== undefined) qaRoutes(endpointsOf("qa"), services.qa);
  if (services.reply !== undefined) replyRoutes(endpointsOf("reply"), services.reply);
  if (services.knowledgeBase !== undefined) knowledgeBaseRoutes(endpointsOf("kb"), services.knowledgeBase);
  if (services.sentiment !== undefined) sentimentRoutes(endpointsOf("sentiment"), services.sentiment);
  return { refuseOtherMethods };
}
