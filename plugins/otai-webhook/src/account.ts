import type { Documents } from "@otai/plugin-api/documents";
import { ConfigError, NotFoundError } from "@otai/plugin-api/errors";
import type { Clock } from "@otai/plugin-api/plugin";
import type { KeptTicket } from "./kept-ticket.ts";
import type { WebhookParams } from "./params.ts";

/** What the verbs share: the parameters, the documents that stand for the ticket system, and whether somebody listens. */
export interface WebhookAccount {
  readonly params: WebhookParams;
  readonly clock: Clock;
  /** @throws ConfigError where no store is open. */
  readonly documents: () => Documents;
}

export function documentsOf(connection: string, documents: Documents | undefined): () => Documents {
  return () => {
    if (documents !== undefined) return documents;
    throw new ConfigError(
      `ticket_systems.${connection}: tickets that came by webhook are kept in the store, and none is open here; ask while otai runs`,
    );
  };
}

/** @throws NotFoundError for a ticket that no payload named. */
export function presentTicket(known: unknown, id: string): KeptTicket {
  if (known === null) throw new NotFoundError(`no webhook call has named a ticket ${id}`);
  return known as KeptTicket;
}
