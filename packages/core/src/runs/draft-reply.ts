import { replyText } from "@otai/text/prepare";
import type { Effect, Run } from "../ports/journal.ts";
import type { DraftAnswer } from "../ports/services.ts";
import { draftNote } from "./draft-note.ts";
import { perform } from "./perform.ts";
import { isAutoMail, type ThreadMessage } from "./thread.ts";
import { type Closing, causeKey, newEffect, newRun, type Visit } from "./visit.ts";

/** Bounds of the service's contract. */
const mostEntries = 200;
const longestEntry = 20_000;
const hour = 60 * 60 * 1000;

export function draftCause(visit: Visit, message: ThreadMessage): string {
  return causeKey(visit, "draft", message.cause);
}

/** The message that a draft would answer: the last one, if it is the customer's. */
export function unanswered(thread: readonly ThreadMessage[]): ThreadMessage | null {
  const last = thread.at(-1);
  return last !== undefined && last.role === "customer" ? last : null;
}

/**
 * Asks for a draft of the answer to `message` and posts it as a private note, once per message (D27), unless it was refused,
 * nobody wrote the message, or somebody answered meanwhile (U19).
 */
export async function draftReply(
  visit: Visit,
  message: ThreadMessage,
  thread: readonly ThreadMessage[],
  closing: Closing,
): Promise<boolean> {
  const { ports, policy, claim, ticket } = visit;
  const settles = [draftCause(visit, message)];
  if (isAutoMail(message, ticket.subject)) {
    const trace = { skipped: "auto_generated" };
    const run = newRun(visit, "draft", { modelVersion: null, language: null, trace });
    return perform(visit, { run, settles, effects: [] }, closing);
  }
  const draft = await ports.services.reply.draft({
    ticket_id: ticket.id,
    conversation: conversationOf(ticket.subject, thread),
    style: policy.lifecycle.style,
    ...(visit.facts.language === null ? {} : { language: visit.facts.language }),
    context: null,
    audience: "public",
    variants: 1,
    top_k: 5,
    max_chars: 2000,
    queue: ticket.queue?.name ?? null,
    connection: visit.connected.name,
  });
  const { draft_id, refused, confidence, engine, degraded, degraded_reason } = draft;
  const refusal_reason = refused ? (draft.refusal_reason ?? "not_said") : null;
  const run = newRun(visit, "draft", {
    modelVersion: draft.model_version,
    language: draft.language,
    trace: { draft_id, refusal_reason, confidence, engine, degraded, degraded_reason },
  });
  const recent = await ports.store.read((tx) => tx.journal.countEffects(claim.key, "draft", ports.clock.now() - hour));
  const speaks = !policy.paused && policy.lifecycle.modes.draft !== "shadow" && ticket.tombstone === null;
  const effects =
    speaks && !refused && recent < policy.actionsPerTicketPerHour ? noteEffect(visit, run, message, draft) : [];
  return perform(visit, { run, settles, effects }, closing);
}

function noteEffect(visit: Visit, run: Run, message: ThreadMessage, draft: DraftAnswer): Effect[] {
  if (visit.connected.system.write.addNote === undefined) return [];
  const note = draftNote(draft);
  return [
    newEffect(visit, run, "draft", {
      key: causeKey(visit, "draft-note", message.cause),
      kind: "note",
      intent: { note, unlessAnsweredSince: message.createdAt },
      before: {},
      marker: note.marker,
      answers: { "ticket.drafted": { ...draft } },
    }),
  ];
}

/** Subject and description first; of a very long thread its beginning and its end. */
function conversationOf(subject: string, thread: readonly ThreadMessage[]) {
  const kept =
    thread.length <= mostEntries ? thread : [...thread.slice(0, 1), ...thread.slice(thread.length - mostEntries + 1)];
  return kept
    .map(({ cause, role, text }) => ({
      role,
      content: (cause === "created" ? `${subject}\n\n${text}` : replyText(text, subject) || text)
        .slice(0, longestEntry)
        .trim(),
    }))
    .filter(({ content }) => content !== "");
}
