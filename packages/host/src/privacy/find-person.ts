import { senderHash } from "@otai/core/learning/sender-hash";
import type { Person, PersonPlace } from "@otai/core/ports/privacy";
import type { Store } from "@otai/core/ports/store";
import { ConfigError, OtaiError } from "@otai/plugin-api/errors";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketReader } from "@otai/plugin-api/ticket-system";
import type { SecretKeys } from "@otai/store/sealer";
import { createCustomerIds } from "../services/customer-ids.ts";

/** A connection that a person may be known at. */
export interface PersonConnection {
  readonly uid: string;
  readonly name: string;
  readonly platform: string;
  /** The reason where it cannot be asked: then only stored rows tell of tickets. */
  readonly reader: TicketReader | string;
}

export interface PersonSearch {
  /** Requester id or e-mail address. */
  readonly requester: string;
  /** All of the configuration, in its order: customer ids depend on it. */
  readonly connections: readonly PersonConnection[];
  /** `null` for all. */
  readonly ticketSystem: string | null;
  readonly store: Store;
  readonly secretKeys: SecretKeys;
  /** By e-mail address a ticket system cannot be asked: so many of its newest tickets are looked through. */
  readonly ticketsLookedAt: number;
}

export interface FoundPerson {
  readonly person: Person;
  /** Ticket systems that could not be asked, with the reason. */
  readonly unasked: readonly { readonly connection: string; readonly reason: string }[];
}

/**
 * Gathers by what a person is known: ids, e-mail addresses, tickets, names at the services.
 * @throws ConfigError for an unknown ticket system, or for an id where several could mean different people by it.
 */
export async function findPerson(search: PersonSearch): Promise<FoundPerson> {
  const { requester, connections, ticketSystem, store, secretKeys } = search;
  const chosen = connections.filter(({ name }) => ticketSystem === null || name === ticketSystem);
  const names = connections.map(({ name }) => name).join(", ");
  if (ticketSystem !== null && chosen.length === 0)
    throw new ConfigError(`there is no ticket system "${ticketSystem}", only ${names || "none"}`);
  if (chosen.length > 1 && !requester.includes("@"))
    throw new ConfigError(`the id ${requester} may be somebody else's at each of ${names}: say which ticket system`);

  const identities = new Set([requester]);
  // Who calls the services himself has names of his own for his customers.
  const customerIds = new Set(connections.length <= 1 ? [requester] : []);
  const places: PersonPlace[] = [];
  const unasked: { connection: string; reason: string }[] = [];
  for (const connection of chosen) {
    const { uid, name } = connection;
    const asked = await askTicketSystem(connection, search);
    if (typeof asked === "string") unasked.push({ connection: name, reason: asked });
    const tickets = typeof asked === "string" ? [] : asked;
    const own = new Set([requester, ...tickets.flatMap(({ requester: who }) => [who?.id, who?.email])]);
    const known = [...own].filter((identity) => identity !== undefined && identity !== null);
    for (const identity of known) {
      identities.add(identity);
      for (const secretKey of [secretKeys.current, ...secretKeys.previous])
        customerIds.add(createCustomerIds({ secretKey, connections })(uid, identity));
    }
    places.push({
      connectionUid: uid,
      connection: name,
      senders: known.map((identity) => senderHash(uid, identity)),
      ticketIds: tickets.map(({ id }) => id),
    });
  }
  const person = { identities: [...identities], customerIds: [...customerIds], places };
  return { person: await store.read((tx) => tx.privacy.withKnownTickets(person)), unasked };
}

/** @returns his tickets, or why the ticket system cannot tell. */
async function askTicketSystem(
  { reader }: PersonConnection,
  { requester, ticketsLookedAt }: PersonSearch,
): Promise<readonly Ticket[] | string> {
  if (typeof reader === "string") return reader;
  try {
    const byId = await listTicketsOf(reader, requester).catch(noneIfRefused);
    if (byId.length > 0 || !requester.includes("@")) return byId;
    for await (const ticket of reader.findTickets({ order: "newest", limit: ticketsLookedAt })) {
      if (ticket.requester !== null && isSame(ticket.requester.email, requester))
        return await listTicketsOf(reader, ticket.requester.id);
    }
    return [];
  } catch (error) {
    if (!OtaiError.is(error)) throw error;
    return error.message;
  }
}

async function listTicketsOf(reader: TicketReader, requesterId: string): Promise<Ticket[]> {
  const tickets: Ticket[] = [];
  for await (const ticket of reader.findTickets({ requesterId })) {
    if (isSame(ticket.requester?.id, requesterId) || isSame(ticket.requester?.email, requesterId)) tickets.push(ticket);
  }
  return tickets;
}

/** An e-mail address is no id for most systems, which say so by refusing the question. */
function noneIfRefused(error: unknown): Ticket[] {
  if (OtaiError.is(error) && error.scope === "ticket") return [];
  throw error;
}

function isSame(known: string | null | undefined, given: string): boolean {
  return known?.toLowerCase() === given.toLowerCase();
}
