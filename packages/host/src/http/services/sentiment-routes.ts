import { z } from "@hono/zod-openapi";
import { analyzeRequestSchema, sentimentSchema } from "@otai/service-api/sentiment";
import { alertSchema, alertsQuerySchema } from "@otai/service-api/sentiment-alerts";
import { escalationsQuerySchema, escalationsSchema } from "@otai/service-api/sentiment-escalations";
import {
  type IngestFormat,
  type IngestMappings,
  ingestAnswerSchema,
  ingestFormats,
  ingestMappingsSchema,
} from "@otai/service-api/sentiment-ingest";
import { timelineQuerySchema, timelineSchema } from "@otai/service-api/sentiment-timeline";
import { ServiceError } from "@otai/service-api/service-error";
import type { SentimentService } from "@otai/services/sentiment/create-sentiment";
import type { Context } from "hono";
import type { RequestEnv } from "../context.ts";
import { answers, jsonBody, type ServiceEndpoints } from "./service-endpoints.ts";

const analyze = {
  method: "post",
  path: "/analyze",
  summary: "Tone and escalation risk of one message of a customer",
  request: { body: jsonBody(analyzeRequestSchema) },
  responses: answers(sentimentSchema),
} as const;

const timeline = {
  method: "get",
  path: "/customers/{customer_id}/sentiment",
  summary: "A customer's messages in time with the trend of their tone",
  request: { params: z.object({ customer_id: z.string() }), query: timelineQuerySchema },
  responses: answers(timelineSchema),
} as const;

const listAlerts = {
  method: "get",
  path: "/alerts",
  summary: "Customers about to escalate, newest first; without status the ones that are not resolved",
  request: { query: alertsQuerySchema },
  responses: answers(z.array(alertSchema)),
} as const;

const escalations = {
  method: "get",
  path: "/escalations",
  summary: "Customers to call today, the riskiest first, cut to the team's capacity, each with reasons from the data",
  request: { query: escalationsQuerySchema },
  responses: answers(escalationsSchema),
} as const;

const alert = z.object({ id: z.string().min(1).max(128) });

const acknowledge = {
  method: "post",
  path: "/alerts/{id}/ack",
  summary: "Somebody takes care of it",
  request: { params: alert },
  responses: answers(alertSchema),
} as const;

const resolve = {
  method: "post",
  path: "/alerts/{id}/resolve",
  summary: "Settled; its customer and ticket stay quiet for 24 hours",
  request: { params: alert },
  responses: answers(alertSchema),
} as const;

const form = z.object({
  file: z.instanceof(File, { message: "must be a file" }).openapi({ type: "string", format: "binary" }),
  /** JSON: our field → the file's column. */
  mappings: z.string().optional(),
});

const ingest = {
  method: "post",
  path: "/ingest",
  summary: "Messages from a CSV, JSON or JSON Lines file",
  largestBody: 10,
  body: "multipart",
  // Not required for the validator, which would call another content type a missing file.
  request: { body: { content: { "multipart/form-data": { schema: form } }, required: false } },
  responses: answers(ingestAnswerSchema),
} as const;

export function sentimentRoutes(endpoint: ServiceEndpoints, sentiment: SentimentService): void {
  endpoint(analyze, async (context) => context.json(await sentiment.analyze(context.req.valid("json")), 200));
  endpoint(timeline, async (context) => {
    const { customer_id } = context.req.valid("param");
    return context.json(await sentiment.timeline(customer_id, context.req.valid("query")), 200);
  });
  endpoint(listAlerts, async (context) => context.json(await sentiment.alerts.list(context.req.valid("query")), 200));
  endpoint(escalations, async (context) => context.json(await sentiment.escalations(context.req.valid("query")), 200));
  endpoint(acknowledge, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await sentiment.alerts.acknowledge(id, actorOf(context)), 200);
  });
  endpoint(resolve, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await sentiment.alerts.resolve(id, actorOf(context)), 200);
  });
  endpoint(ingest, async (context) => {
    if (!context.req.header("content-type")?.toLowerCase().startsWith("multipart/form-data"))
      throw new ServiceError("UNSUPPORTED_MEDIA_TYPE", "Send multipart/form-data with the parts file and mappings");
    const { file, mappings } = context.req.valid("form");
    const content = await file.text();
    const answer = await sentiment.ingest({ content, format: formatOf(file), mappings: mappingsOf(mappings) });
    return context.json(answer, 200);
  });
}

function actorOf(context: Context<RequestEnv>): string {
  return context.get("keyName") ?? "local";
}

/** By the name's ending, else by the type. */
function formatOf({ name, type }: File): IngestFormat {
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  const found =
    ingestFormats.find((format) => format === ending) ??
    { "text/csv": "csv" as const, "application/json": "json" as const, "application/x-ndjson": "jsonl" as const }[type];
  if (found === undefined) throw ServiceError.field("file", `its name must end in .${ingestFormats.join(", .")}`);
  return found;
}

function mappingsOf(text: string | undefined): IngestMappings {
  if (text === undefined || text.trim() === "") return {};
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    given = null;
  }
  const parsed = ingestMappingsSchema.safeParse(given);
  if (!parsed.success) throw ServiceError.field("mappings", "must be a JSON object of field names and column names");
  return parsed.data;
}
