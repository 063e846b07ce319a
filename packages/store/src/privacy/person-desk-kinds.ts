import { all, inBatches, sum } from "../batches.ts";
import type { Handle } from "../engine.ts";
import { laneKey } from "../lane-rows.ts";
import { blank, blankEffect } from "./blank.ts";
import type { KeptOfPerson } from "./kept-of-person.ts";
import { documentsAbout } from "./person-documents.ts";
import { lanesOf } from "./person-tickets.ts";

/** What the helpdesk side keeps of a person: history, documents, runs and effects. */
export const keptByDesk: Readonly<Record<"training examples" | "documents" | "runs" | "effects", KeptOfPerson>> = {
  "training examples": {
    list: async (db, { places }) => {
      const rows = await all(
        places.flatMap(({ connectionUid, senders, ticketIds }) => [
          ...inBatches(senders, (some) => examples(db, connectionUid).where("sender", "in", some).execute()),
          ...inBatches(ticketIds, (some) => examples(db, connectionUid).where("ticket_id", "in", some).execute()),
        ]),
      );
      return [...new Map(rows.map((row) => [laneKey(row.connection_uid, row.ticket_id), row])).values()];
    },
    erase: (db, { places }) =>
      sum(
        places.flatMap(({ connectionUid, senders, ticketIds }) => {
          const rows = db.deleteFrom("training_example").where("connection_uid", "=", connectionUid);
          return [
            ...inBatches(senders, (some) => rows.where("sender", "in", some).executeTakeFirst()),
            ...inBatches(ticketIds, (some) => rows.where("ticket_id", "in", some).executeTakeFirst()),
          ];
        }),
      ),
  },
  documents: {
    list: async (db, person) =>
      (await all(person.places.map((place) => documentsAbout(db, person, place)))).map(({ key, value }) => ({
        key,
        value,
      })),
    async erase(db, person) {
      let count = 0;
      for (const place of person.places) {
        const keys = (await documentsAbout(db, person, place)).map(({ key }) => key);
        const rows = db.deleteFrom("plugin_document").where("connection_uid", "=", place.connectionUid);
        count += await sum(inBatches(keys, (some) => rows.where("key", "in", some).executeTakeFirst()));
      }
      return count;
    },
  },
  runs: {
    list: async (db, { places }) => {
      const rows = await all(
        places.flatMap(({ connectionUid, ticketIds }) =>
          inBatches(ticketIds, (some) =>
            db
              .selectFrom("run")
              .select(["id", "ticket_id", "started_at", "outcome", "language", "trace"])
              .where("connection_uid", "=", connectionUid)
              .where("ticket_id", "in", some)
              .where("trace", "<>", blank)
              .execute(),
          ),
        ),
      );
      return rows.map((row) => ({ ...row, trace: JSON.parse(row.trace) }));
    },
    erase: (db, { places }) =>
      sum(
        places.flatMap(({ connectionUid, ticketIds }) =>
          inBatches(ticketIds, (some) =>
            db
              .updateTable("run")
              .set({ trace: blank })
              .where("connection_uid", "=", connectionUid)
              .where("ticket_id", "in", some)
              .where("trace", "<>", blank)
              .executeTakeFirst(),
          ),
        ),
      ),
  },
  effects: {
    list: async (db, person) => {
      const rows = await all(
        inBatches(lanesOf(person), (some) =>
          db
            .selectFrom("effect")
            .select(["lane", "kind", "purpose", "intent", "before", "state", "created_at"])
            .where("lane", "in", some)
            .where("intent", "<>", blank)
            .execute(),
        ),
      );
      return rows.map((row) => ({ ...row, intent: JSON.parse(row.intent), before: JSON.parse(row.before) }));
    },
    async erase(db, person) {
      const lanes = lanesOf(person);
      // Their errors may quote what the ticket system said about the person.
      const errors = db.updateTable("ticket_event").set({ error: null }).where("error", "is not", null);
      await sum(inBatches(lanes, (some) => errors.where("lane", "in", some).executeTakeFirst()));
      const effects = db.updateTable("effect").set(blankEffect).where("intent", "<>", blank);
      return sum(inBatches(lanes, (some) => effects.where("lane", "in", some).executeTakeFirst()));
    },
  },
};

function examples(db: Handle, connectionUid: string) {
  return db
    .selectFrom("training_example")
    .select(["connection_uid", "ticket_id", "subject", "body", "labels", "language", "created_at"])
    .where("connection_uid", "=", connectionUid);
}
