import { all, inBatches, slices, sum } from "../batches.ts";
import type { KeptOfPerson } from "./kept-of-person.ts";
import { answersAbout } from "./person-answers.ts";
import { forgetGapsOf, searchesOf } from "./person-searches.ts";
import { byTicket, sameAs } from "./person-tickets.ts";

/** What the services keep of a person, and the answers that their callers got. */
export const keptByServices: Readonly<
  Record<
    "drafts" | "solved answers" | "evaluations" | "sentiment" | "alerts" | "searches" | "corrections" | "answers",
    KeptOfPerson
  >
> = {
  drafts: {
    list: async (db, person) => {
      const drafts = await all(
        byTicket(person, (connection, some) =>
          db
            .selectFrom("reply_draft")
            .select(["id", "ticket_id", "created_at", "query", "answer", "outcome"])
            .where("ticket_id", "in", some)
            .where("connection", sameAs(connection), connection)
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
        byTicket(person, (connection, some) =>
          db
            .deleteFrom("reply_draft")
            .where("ticket_id", "in", some)
            .where("connection", sameAs(connection), connection)
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
        byTicket(person, (connection, some) =>
          db
            .selectFrom("qa_evaluation")
            .select(["id", "conversation_id", "at", "answer", "human", "dispute"])
            .where("conversation_id", "in", some)
            .where("connection", sameAs(connection), connection)
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
      const found = byTicket(person, (connection, some) =>
        db
          .selectFrom("qa_evaluation")
          .select("id")
          .where("conversation_id", "in", some)
          .where("connection", sameAs(connection), connection)
          .execute(),
      );
      const ids = (await all(found)).map(({ id }) => id);
      for (const some of slices(ids)) await db.deleteFrom("qa_review").where("evaluation_id", "in", some).execute();
      return sum(inBatches(ids, (some) => db.deleteFrom("qa_evaluation").where("id", "in", some).executeTakeFirst()));
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
        await db.deleteFrom("sentiment_ticket").where("customer_id", "in", some).execute();
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
        byTicket(person, (connection, some) =>
          db
            .selectFrom("correction")
            .select(["ticket_id", "field", "value", "reason", "recorded_at"])
            .where("ticket_id", "in", some)
            .where("connection", sameAs(connection), connection)
            .where("reason", "is not", null)
            .execute(),
        ),
      ),
    erase: (db, person) =>
      sum(
        byTicket(person, (connection, some) =>
          db
            .updateTable("correction")
            .set({ reason: null })
            .where("ticket_id", "in", some)
            .where("connection", sameAs(connection), connection)
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

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
