import { createHash } from "node:crypto";
import type { Answers, ResultType } from "@otai/plugin-api/answers";
import type { Note } from "@otai/plugin-api/message";
import type { FieldValue, Instant } from "@otai/plugin-api/ticket";
import type { Abstention, TicketUpdate } from "@otai/plugin-api/ticket-update";

/** What the receiver is told; the id stays over all attempts to send it. */
export interface ResultMessage {
  readonly id: string;
  readonly type: ResultType;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** @param cause tells this result from an equal one at another time, e.g. the ticket's revision */
export function resultMessage(
  type: ResultType,
  at: Instant,
  cause: string,
  data: Readonly<Record<string, unknown>>,
): ResultMessage {
  const digest = createHash("sha256")
    .update(JSON.stringify([type, at, cause, data]))
    .digest("base64url");
  return { id: `msg_${digest.slice(0, 27)}`, type, at, data };
}

export type Result = readonly [ResultType, Readonly<Record<string, unknown>>];

const aiFields: Readonly<Record<string, string>> = {
  ai_category: "category",
  ai_urgency: "urgency",
  ai_confidence: "confidence",
};

/** One combined write, told as results. */
export function resultsOfUpdate(ticketId: string, update: TicketUpdate): readonly Result[] {
  const results: Result[] = [];
  const noteType = update.note === undefined ? null : typeOfNote(update.note);
  const isAlert = (tag: string) => tag.startsWith("escalation-risk:");
  const alerts = (update.addTags ?? []).filter(isAlert);
  const labels = (update.addTags ?? []).filter((tag) => !isAlert(tag));
  const classified = {
    ...(update.type === undefined ? {} : { type: update.type }),
    ...labelsOf(update.customFields ?? {}),
    ...(labels.length === 0 ? {} : { tags_add: labels }),
    ...(update.removeTags === undefined ? {} : { tags_remove: update.removeTags }),
    ...(noteType === "ticket.classified" ? noteParts(update.note!) : {}),
  };
  if (Object.keys(classified).length > 0) results.push(["ticket.classified", { ticket_id: ticketId, ...classified }]);
  const { queue, priority, status, assigneeId } = update;
  const routed = {
    ...(queue === undefined ? {} : { team: queue.name, group_id: queue.id === queue.name ? null : queue.id }),
    ...(priority === undefined ? {} : { priority }),
    ...(status === undefined ? {} : { status }),
    ...(assigneeId === undefined ? {} : { agent: assigneeId }),
  };
  if (Object.keys(routed).length > 0) results.push(["ticket.routed", { ticket_id: ticketId, ...routed }]);
  if (alerts.length > 0) results.push(["alert.raised", { ticket_id: ticketId, tags_add: alerts }]);
  if (noteType !== null && noteType !== "ticket.classified") results.push(resultOfNote(ticketId, update.note!));
  return results.map((result) => withAnswer(result, update.answers));
}

export function resultOfNote(ticketId: string, note: Note, answers?: Answers): Result {
  return withAnswer([typeOfNote(note), { ticket_id: ticketId, ...noteParts(note) }], answers);
}

/** The service's answer, and above it what was decided to be written. */
export function withAnswer([type, data]: Result, answers: Answers = {}): Result {
  return [type, { ...answers[type], ...data }];
}

export function resultOfAbstentions(ticketId: string, abstentions: readonly Abstention[]): Result {
  return ["decision.abstained", { ticket_id: ticketId, abstained: abstentions }];
}

/** The AI's own fields under the names that the services have for them. */
function labelsOf(customFields: Readonly<Record<string, Exclude<FieldValue, null>>>): Record<string, unknown> {
  const labels: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(customFields)) {
    const name = Object.hasOwn(aiFields, key) ? aiFields[key] : undefined;
    if (name === undefined) others[key] = value;
    else labels[name] = name === "confidence" ? Number(value) : value;
  }
  return Object.keys(others).length === 0 ? labels : { ...labels, custom_fields: others };
}

function noteParts(note: Note) {
  return { note_html: note.html, note_text: note.text, marker: note.marker };
}

const typesOfNotes: Readonly<Record<string, ResultType>> = {
  triage: "ticket.classified",
  draft: "ticket.drafted",
  qa: "conversation.evaluated",
};

/** By the purpose that every marker names: `ai-note triage r-01H8`. */
function typeOfNote({ marker }: Note): ResultType {
  const purpose = /^ai-note (\w+)/.exec(marker)?.[1] ?? "";
  return Object.hasOwn(typesOfNotes, purpose) ? typesOfNotes[purpose]! : "ticket.drafted";
}
