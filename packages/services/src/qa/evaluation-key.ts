import { createHash } from "node:crypto";
import type { EvaluateRequest } from "@otai/service-api/qa-evaluate";
import type { Rubric } from "@otai/service-api/qa-rubric";
import type { EvaluationKey } from "../ports/qa.ts";
import type { Thread } from "./thread.ts";

/** What may move a score, and the helpdesk if one was named: where the scored messages stand among notes does not. */
export function evaluationKey(
  { conversation_id, connection, channel, language }: EvaluateRequest,
  thread: Thread,
  solved: boolean,
  rubric: Rubric,
  judge: string,
): EvaluationKey {
  const said = thread.messages.map(({ role, authorId, at, text }) => [role, authorId, at, text]);
  return {
    conversationId: conversation_id,
    // Where none is named the hash is that of the first format, so that what was scored then is found again.
    threadHash: digest([solved, channel ?? null, language ?? null, said, ...(connection === null ? [] : [connection])]),
    rubricHash: digest(rubric),
    judge,
  };
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
