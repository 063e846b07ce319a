import { z } from "@hono/zod-openapi";
import { draftRequestSchema, draftResponseSchema, storedDraftSchema } from "@otai/service-api/reply-draft";
import {
  acceptanceRequestSchema,
  acceptanceResponseSchema,
  feedbackRequestSchema,
  feedbackResponseSchema,
} from "@otai/service-api/reply-feedback";
import { styleListSchema } from "@otai/service-api/reply-styles";
import type { ReplyService } from "@otai/services/reply/create-reply";
import { answers, jsonBody, type ServiceEndpoints } from "./service-endpoints.ts";

const draft = {
  method: "post",
  path: "/draft",
  alsoKnown: ["messages"],
  summary: "A reply for a person to check and send, every statement with its source; or a refusal with its reason",
  request: { body: jsonBody(draftRequestSchema) },
  responses: answers(draftResponseSchema),
} as const;

const getDraft = {
  method: "get",
  path: "/drafts/{draft_id}",
  summary: "A draft as it was answered, and what became of it",
  request: { params: z.object({ draft_id: z.string().min(1).max(128) }) },
  responses: answers(storedDraftSchema),
} as const;

const feedback = {
  method: "post",
  path: "/feedback",
  summary: "What the agent did with a draft",
  request: { body: jsonBody(feedbackRequestSchema) },
  responses: answers(feedbackResponseSchema),
} as const;

const acceptance = {
  method: "get",
  path: "/feedback/acceptance",
  summary: "How drafts were received, by queue, language and style",
  request: { query: acceptanceRequestSchema },
  responses: answers(acceptanceResponseSchema),
} as const;

const listStyles = {
  method: "get",
  path: "/styles",
  summary: "The styles a draft can have",
  responses: answers(styleListSchema),
} as const;

export function replyRoutes(endpoint: ServiceEndpoints, reply: ReplyService): void {
  endpoint(draft, async (context) => context.json(await reply.draft(context.req.valid("json")), 200));
  endpoint(getDraft, async (context) => context.json(await reply.getDraft(context.req.valid("param").draft_id), 200));
  endpoint(feedback, async (context) => context.json(await reply.addFeedback(context.req.valid("json")), 200));
  endpoint(acceptance, async (context) => context.json(await reply.countAcceptance(context.req.valid("query")), 200));
  endpoint(listStyles, async (context) => context.json(await reply.listStyles(), 200));
}
