import type { Hook } from "@hono/zod-openapi";
import { errorAnswer } from "./api-error.ts";

/** 422 with every wrong field by name; what was sent is not repeated. */
// biome-ignore lint/suspicious/noExplicitAny: Hono's own type of a hook for any route
export const refuseInvalid: Hook<any, any, any, any> = (result, context) => {
  if (result.success) return;
  const errors = result.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
  return errorAnswer(context, 422, "Request validation failed", errors);
};
