import type { DocumentChange } from "./documents.ts";
import type { Instant } from "./ticket.ts";

export const ticketEventKinds = [
  "ticket-created",
  "customer-replied",
  "ticket-resolved",
  "ticket-updated",
  "ticket-deleted",
  "draft-requested",
] as const;
export type TicketEventKind = (typeof ticketEventKinds)[number];

/** A webhook call exactly as it came in. */
export interface Delivery {
  /** Last part of the path: `ticket-created`, `customer-replied`, `ticket-resolved`, `draft-requested`, `events`. */
  readonly route: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly receivedAt: Instant;
}

/** The current secret first, then those that are still valid while rotating. Never empty: without a secret there is no route. */
export type WebhookSecrets = readonly [string, ...string[]];

export type Verification = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Something that a delivery says happened. It is a hint, never the truth: the ticket is read again. */
export interface TicketHint {
  readonly ticketId: string;
  readonly kind: TicketEventKind;
  readonly occurredAt: Instant | null;
  /** Who did it, where the sender tells; the connection's own bot user is dropped. */
  readonly actorId: string | null;
}

export interface ParsedDelivery {
  /** The sender's own id of the delivery, the same on a retry; `null` where there is none. */
  readonly deliveryId: string | null;
  readonly hints: readonly TicketHint[];
  /** Where the payload is all there is to know: kept by the same commit as the events, and not for a duplicate. */
  readonly documents?: readonly DocumentChange[];
}

export interface WebhookReceiver {
  /** Routes that exist besides the three named ones, e.g. `events`. */
  readonly routes: readonly string[];
  /** What the path begins with, besides the name of the package: the own name first, then those of kindred systems. */
  readonly platforms?: readonly string[];
  /** On the raw bytes, before anything is parsed; compares in constant time. */
  verify(delivery: Delivery, secrets: WebhookSecrets): Verification;
  /** @throws RefusedError naming what is missing when no ticket id can be found. */
  parse(delivery: Delivery): ParsedDelivery;
  /** Throws a ConfigError for a secret that must not be used, e.g. a vendor's public test secret. */
  checkSecret?(secret: string): void;
  /** The only body that this sender may get; default is OTAI's own. */
  readonly answer?: Readonly<Record<string, unknown>>;
}
