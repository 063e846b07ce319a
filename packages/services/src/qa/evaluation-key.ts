import { createHash } from "node:crypto";
import type { EvaluateRequest } from "@otai/service-api/qa-evaluate";
import type { Rubric } from "@otai/service-api/qa-rubric";
import type { EvaluationKey } from "../ports/qa.ts";
import type { Thread } from "./thread.ts";

/** Only what may move a score: where the scored messages stand among notes does not. */
export function evaluationKey(
  { conversation_id, channel, language }: EvaluateRequest,
  thread: Thread,
  solved: boolean,
  rubric: Rubric,
  judge: string,
): EvaluationKey {
  const said = thread.messages.map(({ role, authorId, at, text }) => [role, authorId, at, text]);
  return {
    conversationId: conversation_id,
    threadHash: digest([solved, channel ?? null, language ?? null, said]),
    rubricHash: digest(rubric),
    judge,
  };
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
