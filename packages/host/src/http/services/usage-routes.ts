import { type Usage, usageSchema } from "@otai/service-api/usage";
import { answers, type ServiceEndpoints } from "./service-endpoints.ts";

const getUsage = {
  method: "get",
  path: "/usage",
  summary: "What language models used since the installation, and what is left of the day's budget",
  scope: "admin",
  responses: answers(usageSchema),
} as const;

export function usageRoutes(endpoint: ServiceEndpoints, usage: () => Promise<Usage>): void {
  endpoint(getUsage, async (context) => context.json(await usage(), 200));
}
