export const QUEUE_KEYS = [
  "billing",
  "technical",
  "account",
  "orders",
  "returns",
  "sales",
  "features",
  "complaints",
] as const;

export type QueueKey = (typeof QUEUE_KEYS)[number];

export interface CorpusQueue {
  /** The name at the desk. */
  name: string;
  /** Percent of the tickets. */
  share: number;
  /** Queues whose customers write about the same things: where mixed letters and wrong labels come from. */
  neighbours: readonly QueueKey[];
}

export const QUEUES: Readonly<Record<QueueKey, CorpusQueue>> = {
  billing: { name: "Billing", share: 18, neighbours: ["returns", "orders", "account", "sales"] },
  technical: { name: "Technical Support", share: 22, neighbours: ["account", "returns", "features", "orders"] },
  account: { name: "Account Access", share: 14, neighbours: ["technical", "billing", "orders"] },
  orders: { name: "Orders Shipping", share: 17, neighbours: ["returns", "billing", "complaints", "sales"] },
  returns: { name: "Returns Refunds", share: 12, neighbours: ["orders", "billing", "technical", "complaints"] },
  sales: { name: "Sales", share: 7, neighbours: ["features", "billing", "orders"] },
  features: { name: "Feature Requests", share: 4, neighbours: ["technical", "sales"] },
  complaints: { name: "Complaints", share: 6, neighbours: ["orders", "returns", "technical", "billing"] },
};

/** Display names in the order that fixes the desk's ids. */
export const QUEUE_NAMES: readonly string[] = QUEUE_KEYS.map((key) => QUEUES[key].name);
