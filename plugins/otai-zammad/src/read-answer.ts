import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import { z } from "zod";

/**
 * The part of an answer that we read.
 * @throws UnexpectedAnswerError naming what is missing; `outcomeUnknown` when it answered a write.
 */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, body: unknown, call: string): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  throw new UnexpectedAnswerError(`${call}: the answer is not what Zammad promises (${reasons.join("; ")})`, {
    outcomeUnknown: !call.startsWith("GET "),
    cause: new Error(z.prettifyError(parsed.error)),
  });
}
