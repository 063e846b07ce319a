import type { PluginContext } from "@otai/plugin-api/plugin";
import { type Remembered, remember } from "@otai/plugin-kit/remembered";
import type { OtoboClient } from "./client.ts";
import { readTickets } from "./load-tickets.ts";
import { installationUrl, type OtoboParams } from "./params.ts";
import type { RawTicket } from "./schema.ts";
import { searchTicketIds } from "./search-tickets.ts";
import type { ServerTime } from "./server-time.ts";
import { createServerZone, type ServerZone } from "./server-zone.ts";

/** Queues and dynamic fields as tickets show them: the stock operations list neither. */
export interface Seen {
  readonly queues: ReadonlySet<string>;
  /** By name; a value that it had, or `null`. */
  readonly fields: ReadonlyMap<string, unknown>;
}

/** One installation as the verbs see it. What is remembered lives here and never longer than the created ticket system. */
export interface Account {
  readonly client: OtoboClient;
  readonly context: PluginContext;
  readonly params: OtoboParams;
  readonly zone: ServerZone;
  /** Stamps in that zone. */
  readonly time: ServerTime;
  /** Without a trailing slash: `https://host/otobo`. */
  readonly installationUrl: string;
  /** What the tickets showed that were read so far, and what the configuration names. */
  readonly known: Seen;
  /** The same once the tickets that changed last, open and closed, were read too. */
  readonly seen: Remembered<Seen>;
  /** Remembers what a ticket shows. */
  notice(ticket: RawTicket): void;
}

export function createAccount(client: OtoboClient, context: PluginContext, params: OtoboParams): Account {
  const queues = new Set<string>(params.queues);
  const fields = new Map<string, unknown>(Object.keys(params.fields).map((name) => [name, null]));
  const zone = createServerZone(params.time_zone ?? null, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const account: Account = {
    client,
    context,
    params,
    zone,
    time: zone.time,
    installationUrl: installationUrl(params),
    known: { queues, fields },
    seen: remember(context.clock, async () => {
      await lookAround(account);
      return { queues, fields };
    }),
    notice(ticket) {
      zone.notice(ticket.Created, ticket.Age, context.clock.now());
      if (ticket.Queue !== "") queues.add(ticket.Queue);
      for (const { Name, Value } of ticket.DynamicField) {
        fields.set(Name, fields.get(Name) ?? Value ?? null);
      }
    },
  };
  return account;
}

/**
 * Reads the tickets that changed last, and those among the closed ones: after a rush of new tickets the former all lie in the queue
 * where tickets come in, while closed ones were put into the queues that they belong to.
 */
async function lookAround(account: Account): Promise<void> {
  const search = { order: "Down", limit: account.params.search_limit } as const;
  const latest = await searchTicketIds(account, search);
  // A shorter answer holds every ticket there is.
  const closed =
    latest.length < search.limit ? [] : await searchTicketIds(account, { ...search, stateTypes: ["closed"] });
  await readTickets(account, [...new Set([...latest, ...closed])], { articles: false });
}

/** Is there such a queue? Looks around before it says no. */
export async function knowsQueue({ known, seen }: Account, name: string): Promise<boolean> {
  return known.queues.has(name) || (await seen.get(({ queues }) => queues.has(name))).queues.has(name);
}
