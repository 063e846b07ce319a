import type { TicketChange } from "@otai/plugin-api/ticket-query";
import type { Store, Transaction } from "../ports/store.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { eventKey } from "./event-key.ts";

export interface PollOptions {
  readonly store: Store;
  readonly owner: string;
  /** Pause after the feed was caught up, in ms. */
  readonly intervalMs: number;
  /** Longer than one page may take; whoever dies within it is replaced after it. */
  readonly leaseMs: number;
}

export interface PollResult {
  readonly pages: number;
  readonly added: number;
}

/** A feed that never ends would keep the lease for ever. */
const pagesPerTurn = 100;

/**
 * Follows the change feed once, if it is due and nobody else does. Each page's events and its cursor are stored by one commit,
 * so that a crash repeats a page and loses none (R05, ZD-15).
 * @returns `null` when it is not our turn.
 */
export async function pollChanges(connected: ConnectedSystem, options: PollOptions): Promise<PollResult | null> {
  const { store, owner, leaseMs } = options;
  const turn = await store.write((tx) => tx.pollers.claim(connected.uid, owner, leaseMs));
  if (turn === null) return null;
  let cursor = turn.cursor ?? connected.system.changes.cursorFrom(connected.ingestFrom);
  let added = 0;
  let pages = 0;
  let delayMs = 0;
  try {
    for (; pages < pagesPerTurn; pages += 1) {
      const page = await connected.system.changes.listChanges(cursor);
      added += await store.write(async (tx) => {
        let count = 0;
        for (const change of page.changes) count += (await addChange(tx, connected, change)) ? 1 : 0;
        await tx.pollers.advance(connected.uid, owner, page.cursor, leaseMs);
        return count;
      });
      cursor = page.cursor;
      if (page.caughtUp) {
        delayMs = options.intervalMs;
        break;
      }
    }
  } catch (error) {
    delayMs = Math.max(1000, (error as { retryAfterMs?: number }).retryAfterMs ?? Math.min(options.intervalMs, 30_000));
    throw error;
  } finally {
    await store
      .write((tx) => tx.pollers.finish(connected.uid, owner, delayMs))
      .catch(() => {
        // Another worker took over after our lease ran out; the row is theirs.
      });
  }
  return { pages: pages + 1, added };
}

/** @returns whether the change brought a new event. */
async function addChange(tx: Transaction, connected: ConnectedSystem, change: TicketChange): Promise<boolean> {
  const { uid, ingestFrom } = connected;
  const base = { connectionUid: uid, ticketId: change.ticketId, source: "poll", laneClass: "live" } as const;
  if (change.updatedAt < ingestFrom) return false;
  if (change.deleted) {
    const key = eventKey("ticket-deleted", change.ticketId, "");
    return !(await tx.inbox.add({ ...base, kind: "ticket-deleted", key, occurredAt: change.updatedAt })).duplicate;
  }
  if (change.createdAt !== null && change.createdAt >= ingestFrom) {
    const key = eventKey("ticket-created", change.ticketId, "");
    if (!(await tx.inbox.knows(uid, key))) {
      return !(await tx.inbox.add({ ...base, kind: "ticket-created", key, occurredAt: change.createdAt })).duplicate;
    }
  }
  // The echo of our own write says nothing new (D23).
  if ((await tx.journal.getOwnWrite(uid, change.ticketId)) === change.updatedAt) return false;
  const key = eventKey("ticket-updated", change.ticketId, String(change.updatedAt));
  return !(await tx.inbox.add({ ...base, kind: "ticket-updated", key, occurredAt: change.updatedAt })).duplicate;
}
