export const urgencies = ["low", "medium", "high", "critical"] as const;
export type Urgency = (typeof urgencies)[number];

/** Urgency is the services' word, priority the ticket's; this is the one table between them. */
export const urgencyOfPriority = { low: "low", normal: "medium", high: "high", urgent: "critical" } as const;
