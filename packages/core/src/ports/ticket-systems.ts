import type { FieldDefinition } from "@otai/plugin-api/field-definition";
import type { NamedRef } from "@otai/plugin-api/ticket";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";

/** What may be written where, as discovered at the installation. */
export interface WriteSchema {
  readonly queues: readonly NamedRef[];
  readonly fields: readonly FieldDefinition[];
}

/** A ticket system in use: connected, identified, its schema read. */
export interface ConnectedSystem {
  readonly uid: string;
  readonly name: string;
  readonly system: TicketSystem;
  readonly botUserId: string | null;
  readonly ingestFrom: number;
  /** Read once and kept; `refresh` reads it again. */
  schema(refresh?: boolean): Promise<WriteSchema>;
}

export interface TicketSystems {
  /** @throws OtaiError when the connection is not usable right now. */
  get(connectionUid: string): ConnectedSystem;
}
