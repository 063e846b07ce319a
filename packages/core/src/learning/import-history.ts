import type { Instant, Ticket } from "@otai/plugin-api/ticket";
import { detectAutoMail } from "@otai/text/auto-mail";
import type { TrainingExample } from "../ports/learning.ts";
import type { Store } from "../ports/store.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { senderHash } from "./sender-hash.ts";

export interface ImportOptions {
  readonly store: Store;
  /** Newest so many solved tickets. */
  readonly limit: number;
  /** Configured label → custom field that holds it. */
  readonly labels: ReadonlyMap<string, string>;
  readonly onProgress?: (read: number) => void;
  /** Only what changed since then; everything without it. */
  readonly since?: Instant;
}

export interface ImportResult {
  readonly read: number;
  readonly kept: number;
  readonly dropped: {
    readonly noQueue: number;
    readonly noText: number;
    readonly tombstone: number;
    readonly machine: number;
    /** Of somebody who asked to be forgotten. */
    readonly erased: number;
  };
}

const batchSize = 200;
/** A classifier gains nothing from more; the rest would only fill the disk. */
const longestBody = 20_000;

/** Reads the solved history through the helpdesk's API as examples to learn from. It makes no events. */
export async function importHistory(connected: ConnectedSystem, options: ImportOptions): Promise<ImportResult> {
  const dropped = { noQueue: 0, noText: 0, tombstone: 0, machine: 0, erased: 0 };
  const erased = await options.store.read((tx) => tx.privacy.erasedSenders(connected.uid));
  let read = 0;
  let kept = 0;
  let batch: TrainingExample[] = [];
  let gone: string[] = [];
  const flush = async () => {
    const [full, empty] = [batch, gone];
    batch = [];
    gone = [];
    kept += full.length;
    if (full.length + empty.length === 0) return;
    await options.store.write(async (tx) => {
      await tx.learning.putExamples(full);
      await tx.learning.removeExamples(connected.uid, empty);
    });
  };
  const since = options.since === undefined ? {} : { updatedSince: options.since };
  const query = { statuses: ["solved", "closed"], order: "newest", limit: options.limit, ...since } as const;
  for await (const ticket of connected.system.read.findTickets(query)) {
    read += 1;
    const reason = uselessness(ticket);
    const example = reason === null ? toExample(connected.uid, ticket, options.labels) : null;
    // It may have taught something before it was merged, or marked as spam.
    if (reason === "tombstone") gone.push(ticket.id);
    if (example === null) dropped[reason!] += 1;
    else if (example.sender !== null && erased.has(example.sender)) dropped.erased += 1;
    else batch.push(example);
    if (batch.length + gone.length >= batchSize) await flush();
    if (read % 50 === 0) options.onProgress?.(read);
  }
  await flush();
  options.onProgress?.(read);
  return { read, kept, dropped };
}

/** Why a ticket teaches nothing; `null` when it does. */
export function uselessness(ticket: Ticket): keyof ImportResult["dropped"] | null {
  // `closed` is how a helpdesk files solved tickets; the other tombstones are no examples of good work.
  if (ticket.tombstone !== null && ticket.tombstone !== "closed") return "tombstone";
  if (ticket.queue === null) return "noQueue";
  if (ticket.subject.trim() === "" && ticket.body.trim() === "") return "noText";
  if (detectAutoMail({ subject: ticket.subject, body: ticket.body }) !== null) return "machine";
  return null;
}

export function toExample(connectionUid: string, ticket: Ticket, labels: ReadonlyMap<string, string>): TrainingExample {
  const values: Record<string, string> = {};
  if (ticket.queue !== null) values.queue = ticket.queue.name;
  if (ticket.priority !== null) values.priority = ticket.priority;
  for (const [label, key] of labels) {
    const value = ticket.customFields[key];
    if (typeof value === "string" && value !== "") values[label] = value;
  }
  return {
    connectionUid,
    ticketId: ticket.id,
    subject: ticket.subject.slice(0, 1000),
    body: ticket.body.slice(0, longestBody),
    labels: values,
    metadata: ticketMetadata(ticket),
    language: ticket.language,
    sender: ticket.requester === null ? null : senderHash(connectionUid, ticket.requester.id),
    createdAt: ticket.createdAt,
    provenance: "human_set",
  };
}

/** What besides the text tells something about a ticket; the same for training and serving. */
export function ticketMetadata(ticket: Ticket): string[] {
  return [`channel:${ticket.channel}`];
}
