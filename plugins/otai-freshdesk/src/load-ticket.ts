import { NotFoundError, PermissionError } from "@otai/plugin-api/errors";
import type { HttpClient } from "@otai/plugin-kit/http-client";
import { readAnswer } from "./read-answer.ts";
import { type RawTicket, ticketSchema } from "./schema.ts";

export interface LoadedTicket {
  readonly raw: RawTicket;
  readonly archived: boolean;
}

/**
 * Reads one ticket with its requester and times (two extra credits). Closed tickets that nobody touched for 120 days are
 * archived and answer only at another address (FD-16).
 * @throws NotFoundError when neither place has it.
 */
export async function loadTicket(client: HttpClient, id: string): Promise<LoadedTicket> {
  const path = ticketPath(id);
  try {
    const query = { include: "requester,stats" };
    const answer = await client.request({ method: "GET", path, query, repeatable: true });
    return { raw: readAnswer(ticketSchema, answer.body, `GET ${path}`), archived: false };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return { raw: await loadArchived(client, id, error), archived: true };
  }
}

async function loadArchived(client: HttpClient, id: string, missing: NotFoundError): Promise<RawTicket> {
  const path = archivedPath(id);
  try {
    const answer = await client.request({ method: "GET", path, repeatable: true });
    return readAnswer(ticketSchema, answer.body, `GET ${path}`);
  } catch (error) {
    // Without an archive in its plan the account refuses the question; the ticket is missing all the same.
    if (error instanceof NotFoundError || error instanceof PermissionError) throw missing;
    throw error;
  }
}

/** @throws NotFoundError for what cannot be an id, so that nothing from outside ever changes the path. */
export function ticketPath(id: string): string {
  return `/tickets/${numericId(id, "ticket")}`;
}

export function archivedPath(id: string): string {
  return `/tickets/archived/${numericId(id, "ticket")}`;
}

export function contactPath(id: string): string {
  return `/contacts/${numericId(id, "contact")}`;
}

function numericId(id: string, what: string): string {
  if (!/^\d{1,19}$/.test(id))
    throw new NotFoundError(`${JSON.stringify(id.slice(0, 40))} cannot be the id of a Freshdesk ${what}`);
  return id;
}
