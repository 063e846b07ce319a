import type { ModelRecord, TrainingExample } from "@otai/core/ports/learning";
import { createIds, systemClock } from "@otai/host/app/surroundings";
import { readSecretKeys } from "@otai/host/services/secret-key";
import { trainModel } from "@otai/host/training/train-model";
import type { SimulatedTicket } from "@otai/sandbox/corpus/simulated-ticket";
import { openStore } from "@otai/store/open-store";
import { createLanguageDetector } from "@otai/text/language";

/** A model that belongs to no connection yet. */
export interface TextModel {
  readonly record: ModelRecord;
  readonly blob: Uint8Array;
}

const nobody = "nobody";

/**
 * Learns from a past as agents left it, by subject and body alone: what else a helpdesk tells of a ticket differs between vendors.
 * @param folder an empty one, for the store of the training
 */
export async function trainOnText(past: readonly SimulatedTicket[], folder: string): Promise<TextModel> {
  const store = await openStore({
    url: null,
    dataDir: folder,
    ids: createIds(systemClock),
    secretKeys: readSecretKeys(null, folder),
  });
  try {
    const solved = past.filter(({ solvedAt, mergedInto }) => solvedAt !== null && mergedInto === null);
    await store.write((tx) => tx.learning.putExamples(solved.map(asExample)));
    const detector = await createLanguageDetector();
    const record = await trainModel({
      connectionUid: nobody,
      store,
      clock: systemClock,
      detector,
      onProgress: () => {},
    });
    const blob = await store.read((tx) => tx.learning.getModelBlob(record.sha256));
    return { record, blob: blob! };
  } finally {
    await store.close();
  }
}

function asExample(ticket: SimulatedTicket, index: number): TrainingExample {
  return {
    connectionUid: nobody,
    ticketId: String(index),
    subject: ticket.subject,
    body: ticket.body,
    labels: { queue: ticket.queueHistory.at(-1)!, priority: ticket.priority },
    metadata: [],
    language: null,
    sender: ticket.requester.email,
    createdAt: ticket.createdAt,
    provenance: "human_set",
  };
}

/** Lets the model serve a connection of an installation that is stopped. @param dataDir holds its store */
export async function letServe({ record, blob }: TextModel, dataDir: string, connection: string): Promise<void> {
  const store = await openStore({
    url: null,
    dataDir,
    ids: createIds(systemClock),
    secretKeys: readSecretKeys(null, dataDir),
  });
  try {
    await store.write(async (tx) => {
      const known = await tx.connections.getByName(connection);
      if (known === null) throw new Error(`there is no connection ${connection} in ${dataDir}`);
      await tx.learning.putModel({ ...record, connectionUid: known.uid }, blob);
      await tx.learning.setChampion(known.uid, record.version, systemClock.now(), "test");
    });
  } finally {
    await store.close();
  }
}
