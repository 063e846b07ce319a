import type { Instant } from "@otai/plugin-api/ticket";

/** Rows that grow old, each in its own time. Of effects only the content does: their keys guard against doubles for ever. */
export type AgingKind =
  | "deliveries"
  | "documents"
  | "answers"
  | "traces"
  | "effects"
  | "drafts"
  | "misses"
  | "model-answers"
  | "sentiment"
  | "alerts"
  | "evaluations"
  | "solved-answers"
  | "decisions"
  | "runs"
  | "training";

/** A person at one connection. */
export interface PersonPlace {
  readonly connectionUid: string;
  readonly connection: string;
  /** As `TrainingExample.sender` has it. */
  readonly senders: readonly string[];
  readonly ticketIds: readonly string[];
}

export interface Person {
  /** Requester ids and e-mail addresses. */
  readonly identities: readonly string[];
  /** How he is called at the services. */
  readonly customerIds: readonly string[];
  readonly places: readonly PersonPlace[];
}

export type PersonKind =
  | "training examples"
  | "documents"
  | "runs"
  | "effects"
  | "drafts"
  | "solved answers"
  | "evaluations"
  | "sentiment"
  | "alerts"
  | "searches"
  | "corrections"
  | "answers";

/** By kind what is kept of a person, readable. */
export type PersonRecords = Readonly<Record<PersonKind, readonly unknown[]>>;
export type PersonCounts = Readonly<Record<PersonKind, number>>;

/** Forgetting: by age, and by person. */
export interface Privacy {
  /** Removes up to `limit` rows from before that instant, the oldest first where it matters. @returns how many */
  removeOld(kind: AgingKind, before: Instant, limit: number): Promise<number>;
  /** Seals up to `limit` rows that a previous key sealed or none. @returns how many; 0 when all are sealed with the current one */
  sealAnew(limit: number): Promise<number>;

  /** Adds the tickets that stored rows know of. */
  withKnownTickets(person: Person): Promise<Person>;
  listRecords(person: Person): Promise<PersonRecords>;
  /** Removes what is kept, remembers by hash not to learn from him again and marks the models that did. */
  erase(person: Person): Promise<{ readonly removed: PersonCounts; readonly modelsToRetrain: readonly string[] }>;
  /** `TrainingExample.sender` of those who were erased. */
  erasedSenders(connectionUid: string): Promise<ReadonlySet<string>>;
  /** Models that learned from somebody who was erased since. */
  modelsToRetrain(): Promise<readonly { readonly connectionUid: string; readonly version: string }[]>;
  /** Those of them that do not serve any more. @returns how many */
  removeMarkedModels(): Promise<number>;
}
