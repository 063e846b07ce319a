import { ServiceError } from "@otai/service-api/service-error";
import type { Effect, Run } from "../ports/journal.ts";
import type { EvaluationAnswer } from "../ports/services.ts";
import { perform } from "./perform.ts";
import { qaNote } from "./qa-note.ts";
import { resolutionCause } from "./resolution-cause.ts";
import { lastAgent, type ThreadMessage } from "./thread.ts";
import { type Closing, causeKey, newEffect, newRun, type Visit } from "./visit.ts";

/** Bounds of the service's contract. */
const mostMessages = 500;
const longestMessage = 20_000;

/** Has a solved conversation scored and its answer kept, and posts the score as a private note; what is not eligible gets none. */
export async function evaluateConversation(
  visit: Visit,
  thread: readonly ThreadMessage[],
  closing: Closing,
): Promise<boolean> {
  const { policy, ticket } = visit;
  const resolution = resolutionCause(visit, thread);
  await keepAnswer(visit, thread);
  const plan = { settles: [resolution] };
  const result = thread.length === 0 ? "no_customer_message" : await evaluate(visit, thread, resolution);
  if (typeof result === "string") {
    const run = newRun(visit, "qa", { modelVersion: null, language: null, trace: { not_eligible: result } });
    return perform(visit, { ...plan, run, effects: [] }, closing);
  }
  const { evaluation_id, overall_score, dimensions, not_applicable, coaching_notes, degraded, degraded_reason } =
    result;
  const run = newRun(visit, "qa", {
    modelVersion: result.model_version,
    language: result.language,
    trace: { evaluation_id, overall_score, dimensions, not_applicable, coaching_notes, degraded, degraded_reason },
  });
  const speaks = !policy.paused && policy.lifecycle.modes.qa !== "shadow" && ticket.tombstone === null;
  return perform(visit, { ...plan, run, effects: speaks ? noteEffect(visit, run, resolution, result) : [] }, closing);
}

/** What the bot's account wrote in public is no agent's answer. */
async function keepAnswer({ ports, ticket, connected }: Visit, thread: readonly ThreadMessage[]): Promise<void> {
  const messages = thread.filter(({ authorId }) => authorId === null || authorId !== connected.botUserId);
  if (!messages.some(({ role }) => role === "agent")) return;
  await ports.services.solved?.keep({
    connection: connected.name,
    ticketId: ticket.id,
    subject: ticket.subject,
    customerName: ticket.requester?.name ?? null,
    messages,
    solvedAt: ticket.solvedAt ?? ticket.updatedAt,
  });
}

/** @returns the evaluation, or why there is none. */
async function evaluate(
  { ports, policy, ticket, connected }: Visit,
  thread: readonly ThreadMessage[],
  resolution: string,
): Promise<EvaluationAnswer | string> {
  const messages = thread.slice(0, mostMessages).map(({ role, authorId, text, createdAt }) => ({
    role,
    content: text.slice(0, longestMessage),
    author_id: authorId,
    created_at: new Date(createdAt).toISOString(),
  }));
  try {
    return await ports.services.qa.evaluate({
      conversation_id: ticket.id,
      connection: connected.name,
      agent_id: lastAgent(thread),
      messages,
      ...(policy.lifecycle.rubric === null ? {} : { rubric_id: policy.lifecycle.rubric }),
      status: "solved",
      channel: ticket.channel,
      resolution_id: resolution,
      team: ticket.queue?.name ?? null,
      queue: ticket.queue?.name ?? null,
    });
  } catch (error) {
    if (error instanceof ServiceError && error.code === "NOT_ELIGIBLE") return error.reason ?? "not_eligible";
    throw error;
  }
}

function noteEffect(visit: Visit, run: Run, resolution: string, evaluation: EvaluationAnswer): Effect[] {
  if (visit.connected.system.write.addNote === undefined) return [];
  const note = qaNote(evaluation);
  return [
    newEffect(visit, run, "qa", {
      key: causeKey(visit, "qa-note", resolution),
      kind: "note",
      intent: { note },
      before: {},
      marker: note.marker,
      answers: { "conversation.evaluated": { ...evaluation } },
    }),
  ];
}
