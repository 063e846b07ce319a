import type { Person, PersonPlace } from "@otai/core/ports/privacy";
import type { Handle } from "../engine.ts";

export interface PersonDocument {
  readonly connectionUid: string;
  readonly key: string;
  readonly value: unknown;
}

/** Documents are read so many at a time, because they have to be opened to be looked at. */
const page = 200;

/**
 * What a plugin keeps of the person: documents filed under one of his ids or tickets, or that name one of them. Documents of the
 * account, which are those without a `/` in their key, are never among them.
 */
export async function documentsAbout(db: Handle, person: Person, place: PersonPlace): Promise<PersonDocument[]> {
  const names = wordsOf(person);
  const tickets = new Set(place.ticketIds);
  const found: PersonDocument[] = [];
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("plugin_document")
      .select(["key", "value"])
      .where("connection_uid", "=", place.connectionUid)
      .where("key", ">", after)
      .orderBy("key")
      .limit(page)
      .execute();
    for (const { key, value: text } of rows) {
      if (!key.includes("/")) continue;
      const value: unknown = JSON.parse(text);
      if (isFiledUnder(key, names, tickets) || mentions(value, names, tickets))
        found.push({ connectionUid: place.connectionUid, key, value });
    }
    if (rows.length < page) return found;
    after = rows.at(-1)!.key;
  }
}

/** Tickets among the documents whose requester he is. */
export function ticketsOfDocuments(documents: readonly PersonDocument[], person: Person): string[] {
  const names = wordsOf(person);
  return documents.flatMap(({ key, value }) => {
    const [, ticketId] = /^ticket\/(.+)$/s.exec(key) ?? [];
    return ticketId !== undefined && mentions(value, names, new Set()) ? [ticketId] : [];
  });
}

/** E-mail addresses are the same in any case. */
function wordsOf({ identities }: Person): ReadonlySet<string> {
  return new Set(identities.map((identity) => identity.toLowerCase()));
}

function isFiledUnder(key: string, names: ReadonlySet<string>, tickets: ReadonlySet<string>): boolean {
  const at = key.indexOf("/");
  const id = key.slice(at + 1);
  return key.slice(0, at) === "ticket" ? tickets.has(id) : names.has(id.toLowerCase());
}

const ticketNames: ReadonlySet<string> = new Set(["ticketId", "ticket_id"]);
const personNames: ReadonlySet<string> = new Set(["customer_id", "customer_email"]);

/** By names that stand for a ticket or a requester: the same short id may be a queue's elsewhere. */
function mentions(value: unknown, names: ReadonlySet<string>, tickets: ReadonlySet<string>): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, part]) => {
    if (typeof part !== "string") return name === "requester" ? isOneOf(part, names) : mentions(part, names, tickets);
    return ticketNames.has(name) ? tickets.has(part) : personNames.has(name) && names.has(part.toLowerCase());
  });
}

/** A requester as such, or as a value with the time it was so. */
function isOneOf(requester: unknown, names: ReadonlySet<string>): boolean {
  if (typeof requester !== "object" || requester === null) return false;
  return Object.entries(requester).some(([name, part]) =>
    typeof part === "string"
      ? (name === "id" || name === "email") && names.has(part.toLowerCase())
      : isOneOf(part, names),
  );
}
