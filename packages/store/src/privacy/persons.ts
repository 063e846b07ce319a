import type { Person, PersonCounts, PersonKind, PersonRecords, Privacy } from "@otai/core/ports/privacy";
import type { Handle } from "../engine.ts";
import type { KeptOfPerson } from "./kept-of-person.ts";
import { documentsAbout, ticketsOfDocuments } from "./person-documents.ts";
import { keptOfPerson } from "./person-kinds.ts";

type Persons = Pick<Privacy, "withKnownTickets" | "listRecords" | "erase">;

export function createPersons(db: Handle, now: () => Promise<number>): Persons {
  async function byKind<T>(ask: (kept: KeptOfPerson) => Promise<T>): Promise<Readonly<Record<PersonKind, T>>> {
    const answers: [string, T][] = [];
    // In the order of the list: what others point to goes last.
    for (const [kind, kept] of Object.entries(keptOfPerson)) answers.push([kind, await ask(kept)]);
    return Object.fromEntries(answers) as Record<PersonKind, T>;
  }

  async function knownTickets(person: Person, place: Person["places"][number]): Promise<ReadonlySet<string>> {
    const known = new Set(place.ticketIds);
    if (place.senders.length > 0) {
      const rows = await db
        .selectFrom("training_example")
        .select("ticket_id")
        .where("connection_uid", "=", place.connectionUid)
        .where("sender", "in", place.senders)
        .execute();
      for (const row of rows) known.add(row.ticket_id);
    }
    for (const id of ticketsOfDocuments(await documentsAbout(db, person, place), person)) known.add(id);
    return known;
  }

  /** A point that names no helpdesk is of the only one there is; with several, which one's is not told. */
  async function ticketsOfPoints({ customerIds, places }: Person, connection: string): Promise<readonly string[]> {
    if (customerIds.length === 0) return [];
    const rows = await db
      .selectFrom("sentiment_point")
      .select("ticket_id")
      .distinct()
      .where("customer_id", "in", customerIds)
      .where("ticket_id", "is not", null)
      .where((eb) =>
        eb.or([eb("connection", "=", connection), ...(places.length === 1 ? [eb("connection", "is", null)] : [])]),
      )
      .execute();
    return rows.map(({ ticket_id }) => ticket_id!);
  }

  return {
    async withKnownTickets(person) {
      const places: Person["places"][number][] = [];
      for (const place of person.places) {
        const ofPoints = await ticketsOfPoints(person, place.connection);
        const ticketIds = [...new Set([...(await knownTickets(person, place)), ...ofPoints])].sort();
        places.push({ ...place, ticketIds });
      }
      return { ...person, places };
    },
    listRecords: (person): Promise<PersonRecords> => byKind((kept) => kept.list(db, person)),
    async erase(person) {
      const models = await markModels(db, person, await now());
      const removed: PersonCounts = await byKind((kept) => kept.erase(db, person));
      // A cache by hash: whose question it answers is not told.
      await db.deleteFrom("model_answer").execute();
      return { removed, modelsToRetrain: models };
    },
  };
}

/** Models of a connection that has examples of the person, and the hash by which he is not learned from again. */
async function markModels(db: Handle, { places }: Person, at: number): Promise<readonly string[]> {
  const marked: string[] = [];
  for (const { connectionUid, senders, ticketIds } of places) {
    for (const sender of senders) {
      await db
        .insertInto("erased_sender")
        .values({ connection_uid: connectionUid, sender, at })
        .onConflict((conflict) => conflict.columns(["connection_uid", "sender"]).doNothing())
        .execute();
    }
    const [learned] = await keptOfPerson["training examples"].list(db, {
      identities: [],
      customerIds: [],
      places: [{ connectionUid, connection: "", senders, ticketIds }],
    });
    if (learned === undefined) continue;
    const rows = await db
      .updateTable("model")
      .set({ retrain_since: at })
      .where("connection_uid", "=", connectionUid)
      .returning("version")
      .execute();
    marked.push(...rows.map(({ version }) => version));
  }
  return marked.sort();
}
