import { z } from "zod";

const count = z.number().int().min(0);
const money = z.number().min(0);

/** What one model used since the installation. Costs are in the currency of the configured prices, 0 where none are. */
const modelUsageSchema = z.object({
  calls: count,
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  total_cost: money,
});

/** The answer of `GET /usage`. */
export const usageSchema = z.object({
  models: z.record(z.string(), modelUsageSchema),
  total_cost: money,
  total_tokens: count,
  budget: z.object({
    /** Tokens per day. */
    limit: count,
    /** Tokens of today, with those set aside for calls under way. */
    spent: count,
    /** Money per day; `null`: no limit. */
    cost_limit: money.nullable(),
    cost_spent: money,
    /** The next midnight UTC. */
    resets_at: z.iso.datetime(),
    /** No model is asked any more until then. */
    stopped: z.boolean(),
  }),
});
export type Usage = z.output<typeof usageSchema>;
