/** What there is to tell: an alert was raised, or became more severe; or it was resolved. */
export type AlertNews = "raised" | "resolved";

export interface NewAlertDelivery {
  /** Stays the same at every attempt, so that a receiver can drop what it got before. */
  readonly messageId: string;
  /** Key of the receiver. */
  readonly target: string;
  readonly alertId: string;
  readonly news: AlertNews;
}

/** A message about an alert on its way to one receiver, in the hands of one worker. */
export interface AlertDelivery extends NewAlertDelivery {
  readonly queuedAt: number;
  /** The one that is under way included. */
  readonly attempts: number;
}

export type AlertDeliveryOutcome =
  | { readonly state: "delivered" }
  /** Tried in vain for too long, or there is nothing to tell any more. */
  | { readonly state: "given-up" | "dropped"; readonly reason: string }
  | { readonly state: "open"; readonly reason: string; readonly delayMs: number };

/** How it stands with one receiver, for all workers. */
export interface AlertReceiver {
  /** Since then nothing was taken. */
  readonly failingSince: number | null;
  readonly restUntil: number;
  /** Why nothing is sent any more. */
  readonly disabled: string | null;
}

/** Who is to be told of which alert, and what came of it. Goes with its alert. */
export interface AlertDeliveries {
  /** Falls due at once. What the receiver was told, or is to be told already, is not queued again. */
  add(delivery: NewAlertDelivery): Promise<void>;
  /** Was the receiver told of the alert, or is it to be? */
  isKnown(alertId: string, target: string): Promise<boolean>;
  /** Which of these receivers have something due, by the store's clock. */
  listDue(targets: readonly string[]): Promise<readonly string[]>;
  /** What is due, the oldest first; for others it is due again after the lease. */
  claim(target: string, most: number, leaseMs: number): Promise<readonly AlertDelivery[]>;
  /** What came of a claimed one. @returns false when another worker has claimed it since, and nothing changes. */
  settle(delivery: AlertDelivery, outcome: AlertDeliveryOutcome): Promise<boolean>;
  getReceiver(target: string): Promise<AlertReceiver>;
  /** Others who change it wait. @returns what it is now. */
  changeReceiver(target: string, change: (known: AlertReceiver) => AlertReceiver): Promise<AlertReceiver>;
}
