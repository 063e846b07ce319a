import type { OpenAPIHono } from "@hono/zod-openapi";
import type { InProcessServices } from "../../services/create-services.ts";
import type { RequestEnv } from "../context.ts";
import { knowledgeBaseRoutes } from "./knowledge-base-routes.ts";
import { qaRoutes } from "./qa-routes.ts";
import { replyRoutes } from "./reply-routes.ts";
import { sentimentRoutes } from "./sentiment-routes.ts";
import { createServiceEndpoints, type EndpointOptions } from "./service-endpoints.ts";
import { triageRoutes } from "./triage-routes.ts";
import { usageRoutes } from "./usage-routes.ts";

/** The services that this process offers: all of them, or the ones that were asked for. */
export type OfferedServices = Partial<InProcessServices>;

/** @returns what has to be called when all other routes are known. */
export function mountServices(
  app: OpenAPIHono<RequestEnv>,
  { triage, reply, qa, sentiment, kb }: OfferedServices,
  options: EndpointOptions,
): { refuseOtherMethods(): void } {
  const { endpointsOf, refuseOtherMethods } = createServiceEndpoints(app, options);
  if (triage !== undefined) triageRoutes(endpointsOf("triage"), triage);
  if (reply !== undefined) replyRoutes(endpointsOf("reply"), reply);
  if (qa !== undefined) qaRoutes(endpointsOf("qa"), qa);
  if (sentiment !== undefined) sentimentRoutes(endpointsOf("sentiment"), sentiment);
  if (kb !== undefined) knowledgeBaseRoutes(endpointsOf("kb"), kb);
  if (options.usage !== undefined) usageRoutes(endpointsOf("usage"), options.usage);
  return { refuseOtherMethods };
}
