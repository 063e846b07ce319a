import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import { z } from "zod";

/**
 * Reads the part of an answer that is wanted. `call` is the verb and the address, e.g. `GET /tickets/7`.
 * @throws UnexpectedAnswerError naming what is not as promised; `outcomeUnknown` when it answered a write.
 */
export type AnswerReader = <Schema extends z.ZodType>(schema: Schema, body: unknown, call: string) => z.output<Schema>;

/** @param ticketSystem whose promise is broken, for the message */
export function answerReader(ticketSystem: string): AnswerReader {
  return (schema, body, call) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const reasons = parsed.error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
    throw new UnexpectedAnswerError(
      `${call}: the answer is not what ${ticketSystem} promises (${reasons.join("; ")})`,
      { outcomeUnknown: !call.startsWith("GET "), cause: new Error(z.prettifyError(parsed.error)) },
    );
  };
}
