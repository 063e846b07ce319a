import { OtaiError } from "@otai/plugin-api/errors";
import type { TrainingExample } from "../ports/learning.ts";
import type { ConnectedSystem } from "../ports/ticket-systems.ts";
import { type ImportOptions, toExample, uselessness } from "./import-history.ts";

/** Newest corrected tickets that are fetched in one go. */
const most = 500;

/**
 * Reads tickets that somebody corrected and that the solved history does not have yet: a correction is a label, whether or not the
 * ticket is solved. @returns how many were added
 */
export async function importCorrected(
  connected: ConnectedSystem,
  { store, labels, ticketIds }: Pick<ImportOptions, "store" | "labels"> & { readonly ticketIds: readonly string[] },
): Promise<number> {
  const { known, erased } = await store.read(async (tx) => ({
    known: await tx.learning.knownExamples(connected.uid, ticketIds),
    erased: await tx.privacy.erasedSenders(connected.uid),
  }));
  const found: TrainingExample[] = [];
  for (const id of ticketIds.filter((ticketId) => !known.has(ticketId)).slice(-most)) {
    const example = await readExample(id);
    if (example !== null && (example.sender === null || !erased.has(example.sender))) found.push(example);
  }
  if (found.length > 0) await store.write((tx) => tx.learning.putExamples(found));
  return found.length;

  async function readExample(id: string): Promise<TrainingExample | null> {
    try {
      const ticket = await connected.system.read.getTicket(id);
      const reason = uselessness(ticket);
      if (reason !== null && reason !== "noQueue") return null;
      const example = toExample(connected.uid, ticket, labels);
      // Where an open ticket lies is nobody's last word; only what was corrected is.
      return ticket.status === "solved" || ticket.status === "closed" ? example : { ...example, labels: {} };
    } catch (error) {
      if (OtaiError.is(error) && (error.code === "not-found" || error.code === "permission")) return null;
      throw error;
    }
  }
}
