import type { Person, PersonKind } from "@otai/core/ports/privacy";
import type { Handle } from "../engine.ts";
import { laneKey } from "../lane-rows.ts";
import { all, inBatches, slices, sum } from "./batches.ts";
import { blank, blankEffect } from "./blank.ts";
import { answersAbout } from "./person-answers.ts";
import { documentsAbout } from "./person-documents.ts";
import { forgetGapsOf, searchesOf } from "./person-searches.ts";
import { connectionsOf, lanesOf, ticketsOf } from "./person-tickets.ts";

/** One kind of what is kept of a person: how it is shown, and how it goes. */
export interface KeptOfPerson {
  list(db: Handle, person: Person): Promise<readonly unknown[]>;
  /** @returns how many rows. */
  erase(db: Handle, person: Person): Promise<number>;
}

/**
 * In this order. Effects keep their key and decisions their figures: neither says what was written, and without them the same
 * write might happen twice. Services do not file by connection, so that tickets of the same number elsewhere are the person's too.
 */
export const keptOfPerson: Readonly<Record<PersonKind, KeptOfPerson>> = {
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
  drafts: {
    list: async (db, person) => {
      const drafts = await all(
        inBatches(ticketsOf(person), (some) =>
          db
            .selectFrom("reply_draft")
            .select(["id", "ticket_id", "created_at", "query", "answer", "outcome"])
            .where("ticket_id", "in", some)
            .where((eb) => eb.or([eb("connection", "is", null), eb("connection", "in", connectionsOf(person))]))
            .execute(),
        ),
      );
      const shown: unknown[] = [];
      for (const { answer, ...draft } of drafts) {
        const feedback = await db
          .selectFrom("reply_feedback")
          .select(["outcome", "edited_text", "recorded_at"])
          .where("draft_id", "=", draft.id)
          .execute();
        shown.push({ ...draft, answer: JSON.parse(answer), feedback });
      }
      return shown;
    },
    erase: (db, person) =>
      sum(
        inBatches(ticketsOf(person), (some) =>
          db
            .deleteFrom("reply_draft")
            .where("ticket_id", "in", some)
            .where((eb) => eb.or([eb("connection", "is", null), eb("connection", "in", connectionsOf(person))]))
            .executeTakeFirst(),
        ),
      ),
  },
  "solved answers": {
    list: (db, { places }) =>
      all(
        places.flatMap(({ connection, ticketIds }) =>
          inBatches(ticketIds, (some) =>
            db
              .selectFrom("solved_answer")
              .select(["ticket_id", "question", "answer", "language", "at"])
              .where("connection", "=", connection)
              .where("ticket_id", "in", some)
              .execute(),
          ),
        ),
      ),
    erase: (db, { places }) =>
      sum(
        places.flatMap(({ connection, ticketIds }) =>
          inBatches(ticketIds, (some) =>
            db
              .deleteFrom("solved_answer")
              .where("connection", "=", connection)
              .where("ticket_id", "in", some)
              .executeTakeFirst(),
          ),
        ),
      ),
  },
  evaluations: {
    list: async (db, person) => {
      const rows = await all(
        inBatches(ticketsOf(person), (some) =>
          db
            .selectFrom("qa_evaluation")
            .select(["id", "conversation_id", "at", "answer", "human", "dispute"])
            .where("conversation_id", "in", some)
            .execute(),
        ),
      );
      return rows.map((row) => ({
        ...row,
        answer: JSON.parse(row.answer),
        human: parsed(row.human),
        dispute: parsed(row.dispute),
      }));
    },
    async erase(db, person) {
      const conversations = ticketsOf(person);
      for (const some of slices(conversations)) {
        const ids = db.selectFrom("qa_evaluation").select("id").where("conversation_id", "in", some);
        await db.deleteFrom("qa_review").where("evaluation_id", "in", ids).execute();
      }
      const evaluations = db.deleteFrom("qa_evaluation");
      return sum(
        inBatches(conversations, (some) => evaluations.where("conversation_id", "in", some).executeTakeFirst()),
      );
    },
  },
  sentiment: {
    list: async (db, { customerIds }) => {
      const rows = await all(
        inBatches(customerIds, (some) =>
          db
            .selectFrom("sentiment_point")
            .select(["id", "customer_id", "ticket_id", "at", "score", "label", "source", "answer"])
            .where("customer_id", "in", some)
            .execute(),
        ),
      );
      return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) }));
    },
    async erase(db, { customerIds }) {
      for (const some of slices(customerIds)) {
        await db.deleteFrom("sentiment_customer").where("customer_id", "in", some).execute();
      }
      const points = db.deleteFrom("sentiment_point");
      return sum(inBatches(customerIds, (some) => points.where("customer_id", "in", some).executeTakeFirst()));
    },
  },
  alerts: {
    list: (db, { customerIds }) =>
      all(
        inBatches(customerIds, (some) =>
          db.selectFrom("sentiment_alert").selectAll().where("customer_id", "in", some).execute(),
        ),
      ),
    erase: (db, { customerIds }) =>
      sum(
        inBatches(customerIds, (some) =>
          db.deleteFrom("sentiment_alert").where("customer_id", "in", some).executeTakeFirst(),
        ),
      ),
  },
  searches: {
    list: searchesOf,
    async erase(db, person) {
      const searches = await searchesOf(db, person);
      for (const { at } of searches) await forgetGapsOf(db, at);
      const ids = searches.map(({ id }) => id);
      return sum(inBatches(ids, (some) => db.deleteFrom("kb_query").where("id", "in", some).executeTakeFirst()));
    },
  },
  corrections: {
    list: (db, person) =>
      all(
        inBatches(ticketsOf(person), (some) =>
          db
            .selectFrom("correction")
            .select(["ticket_id", "field", "value", "reason", "recorded_at"])
            .where("ticket_id", "in", some)
            .where("reason", "is not", null)
            .execute(),
        ),
      ),
    erase: (db, person) =>
      sum(
        inBatches(ticketsOf(person), (some) =>
          db
            .updateTable("correction")
            .set({ reason: null })
            .where("ticket_id", "in", some)
            .where("reason", "is not", null)
            .executeTakeFirst(),
        ),
      ),
  },
  answers: {
    list: async (db, person) => (await answersAbout(db, person)).map(({ body }) => JSON.parse(body)),
    async erase(db, person) {
      const keys = (await answersAbout(db, person)).map(({ key }) => key);
      const answers = db.deleteFrom("idempotent_answer");
      return sum(inBatches(keys, (some) => answers.where("key", "in", some).executeTakeFirst()));
    },
  },
};

function examples(db: Handle, connectionUid: string) {
  return db
    .selectFrom("training_example")
    .select(["connection_uid", "ticket_id", "subject", "body", "labels", "language", "created_at"])
    .where("connection_uid", "=", connectionUid);
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
