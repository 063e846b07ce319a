import { z } from "zod";
import { instant } from "./fields.ts";

/** What a set of rules would have done with the tickets of a period, beside the rules that are in force. */
export const ruleDryRunSchema = z
  .object({
    period: z.object({ from: instant, to: instant }),
    /** How many tickets were tried: those that were judged in the period and are still remembered. */
    tickets: z.number().int(),
    /** There were more than can be tried at once; the newest were. */
    truncated: z.boolean(),
    /** Every rule, in order. Examples are the newest. */
    rules: z.array(z.object({ rule_id: z.string(), tickets: z.number().int(), examples: z.array(z.string()) })),
    /** Tickets that no rule applied to. */
    without_rule: z.number().int(),
    /** Tickets that another team would have. */
    changed: z.object({
      tickets: z.number().int(),
      examples: z.array(
        z.object({
          ticket_id: z.string(),
          connection: z.string(),
          /** Team by the rules in force, and by those that were tried. */
          from: z.string(),
          to: z.string(),
          rule_id: z.string().nullable(),
        }),
      ),
    }),
    /** Conditions of these rules that past tickets were not remembered with: sentiment counts as neutral, the others as not met. */
    not_recorded: z.array(z.enum(["sentiment", "channel", "tier"])),
    /** What is wrong with the rules, as it would be refused at saving. */
    problems: z.array(z.object({ field: z.string(), message: z.string() })),
  })
  .meta({ id: "RuleDryRun" });
export type RuleDryRun = z.output<typeof ruleDryRunSchema>;
