import type { OpenAPIHono } from "@hono/zod-openapi";
import type { TriageService } from "@otai/services/triage/triage";
import type { RequestEnv } from "../context.ts";
import { createServiceEndpoints, type EndpointOptions } from "./service-endpoints.ts";
import { triageRoutes } from "./triage-routes.ts";

/** The services that this process offers. */
export interface OfferedServices {
  readonly triage?: TriageService;
}

/** @returns what has to be called when all other routes are known. */
export function mountServices(
  app: OpenAPIHono<RequestEnv>,
  services: OfferedServices,
  options: EndpointOptions,
): { refuseOtherMethods(): void } {
  const { endpointsOf, refuseOtherMethods } = createServiceEndpoints(app, options);
  if (services.triage !== undefined) triageRoutes(endpointsOf("triage"), services.triage);
  return { refuseOtherMethods };
}
