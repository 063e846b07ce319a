import { NotFoundError } from "@otai/plugin-api/errors";
import type { Account } from "./account.ts";
import { type RawTicket, readAnswer, ticketAnswer } from "./schema.ts";

/** @throws NotFoundError when the ticket is missing or forbidden: the server does not tell which. */
export async function loadTicket(account: Account, id: string): Promise<RawTicket> {
  const [ticket] = await getTickets(account, [ticketId(id)], true);
  if (ticket === undefined) throw new NotFoundError(`TicketGet: the answer holds no ticket ${id}`);
  return ticket;
}

/** In the order of the ids. What is missing or forbidden is left out. */
export async function readTickets(
  account: Account,
  ids: readonly string[],
  options: { readonly articles: boolean },
): Promise<RawTicket[]> {
  const found = new Map<string, RawTicket>();
  const { batch_size } = account.params;
  for (let start = 0; start < ids.length; start += batch_size) {
    const batch = ids.slice(start, start + batch_size);
    for (const ticket of await readBatch(account, batch, options.articles)) found.set(ticket.TicketID, ticket);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** One forbidden ticket fails the whole list (OT-5), so its tickets are then read one by one. */
async function readBatch(account: Account, ids: readonly string[], articles: boolean): Promise<readonly RawTicket[]> {
  try {
    return await getTickets(account, ids, articles);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    if (ids.length === 1) return [];
  }
  const found: RawTicket[] = [];
  for (const id of ids) found.push(...(await readBatch(account, [id], articles)));
  return found;
}

async function getTickets(account: Account, ids: readonly string[], articles: boolean): Promise<readonly RawTicket[]> {
  const parameters = { ...(articles && { AllArticles: 1 }), DynamicFields: 1 };
  const body = await account.client.call("ticket_get", parameters, { ticketIds: ids, repeatable: true });
  const { Ticket } = readAnswer(ticketAnswer, body, "TicketGet");
  for (const ticket of Ticket) account.notice(ticket);
  return Ticket;
}

/** @throws NotFoundError for what cannot be an id, so that nothing from outside ever changes the route. */
function ticketId(id: string): string {
  if (!/^[1-9]\d{0,18}$/.test(id)) {
    throw new NotFoundError(`${JSON.stringify(id.slice(0, 40))} cannot be the id of a ticket`);
  }
  return id;
}
