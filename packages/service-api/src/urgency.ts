import { z } from "zod";

export const urgencies = ["low", "medium", "high", "critical"] as const;
export type Urgency = (typeof urgencies)[number];

export const urgencySchema = z.enum(urgencies);

/** The published core has a second spelling of two of them. */
export function urgencyWord<Given>(given: Given): Given | Urgency {
  return given === "urgent" ? "critical" : given === "normal" ? "medium" : given;
}

export const urgencyInputSchema = z.preprocess(urgencyWord, urgencySchema);

/** Urgency is the services' word, priority the ticket's; this is the one table between them. */
export const urgencyOfPriority = { low: "low", normal: "medium", high: "high", urgent: "critical" } as const;
