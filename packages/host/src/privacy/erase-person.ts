import type { Person, PersonCounts, PersonRecords } from "@otai/core/ports/privacy";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { OtaiStore } from "@otai/store/store-transaction";

export interface PersonWork {
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who asked, for the audit. */
  readonly by: string;
}

export interface Erasure {
  readonly removed: PersonCounts;
  readonly modelsToRetrain: readonly string[];
}

/** Forgets a person. The audit says that and how much, not who. */
export async function erasePerson(person: Person, { store, clock, ids, by }: PersonWork): Promise<Erasure> {
  const erasure = await store.write(async (tx) => {
    const erased = await tx.privacy.erase(person);
    await tx.audit.add({
      id: ids.next("au"),
      at: clock.now(),
      actor: by,
      action: "erase-person",
      subject: placesOf(person),
      details: { removed: erased.removed, models_to_retrain: erased.modelsToRetrain },
    });
    return erased;
  });
  await store.scrub();
  return erasure;
}

/** Everything that is kept of a person. The audit says that it was asked for, not about whom. */
export async function exportPerson(person: Person, { store, clock, ids, by }: PersonWork): Promise<PersonRecords> {
  return store.write(async (tx) => {
    const records = await tx.privacy.listRecords(person);
    const details = { records: countOf(records) };
    const subject = placesOf(person);
    await tx.audit.add({ id: ids.next("au"), at: clock.now(), actor: by, action: "export-person", subject, details });
    return records;
  });
}

function countOf(records: PersonRecords): number {
  return Object.values(records).reduce((total, rows) => total + rows.length, 0);
}

function placesOf({ places }: Person): string {
  return places.map(({ connection }) => connection).join(", ") || "services";
}
