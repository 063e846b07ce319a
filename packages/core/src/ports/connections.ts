import type { Instant } from "@otai/plugin-api/ticket";

/** The account behind a configured name. The name may change, the uid stays. */
export interface Connection {
  readonly uid: string;
  readonly name: string;
  /** `use` of the configuration, e.g. `otai-freshdesk:FreshdeskTicketsystemService`. */
  readonly kind: string;
  readonly accountFingerprint: string;
  readonly accountLabel: string;
  /** Watermark: older tickets are history to learn from, never events. */
  readonly ingestFrom: Instant;
}

export interface Connections {
  list(): Promise<readonly Connection[]>;
  getByName(name: string): Promise<Connection | null>;
  add(connection: Connection): Promise<void>;
  rename(uid: string, name: string): Promise<void>;
  /** Accepts another account behind a known name. */
  adopt(uid: string, accountFingerprint: string, accountLabel: string): Promise<void>;
}

/** Change-feed position; one leased row per connection, so that any number of workers poll once. */
export interface Pollers {
  /** The cursor when the poller is due and free (then it is leased to `owner`), else `null`. */
  claim(connectionUid: string, owner: string, leaseMs: number): Promise<{ cursor: string | null } | null>;
  /** Stores the cursor with what a page brought and keeps the lease. @throws LostLaneError */
  advance(connectionUid: string, owner: string, cursor: string, leaseMs: number): Promise<void>;
  /** Ends the lease and sets the next due time. @throws LostLaneError */
  finish(connectionUid: string, owner: string, delayMs: number): Promise<void>;
  /** Makes a poller due now, e.g. after a start. */
  wake(connectionUid: string): Promise<void>;
  list(): Promise<
    readonly { connectionUid: string; cursor: string | null; dueAt: Instant; polledAt: Instant | null }[]
  >;
}

/** Delivery ids of senders that have one. */
export interface Deliveries {
  /** @returns the event ids of an earlier delivery of the same key, or `null` when it is new (and now remembered). */
  remember(connectionUid: string, key: string, eventIds: readonly string[]): Promise<readonly string[] | null>;
  find(connectionUid: string, key: string): Promise<readonly string[] | null>;
  forgetBefore(instant: Instant): Promise<void>;
}
