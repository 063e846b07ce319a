import { Cron } from "croner";
import { z } from "zod";

function isCron(text: string): boolean {
  try {
    return new Cron(text).nextRun() !== null;
  } catch {
    return false;
  }
}

export const learning = z.strictObject({
  retrain: z
    .string()
    .refine(isCron, 'must be a cron expression such as "0 3 * * *" (minute hour day month weekday) that comes due')
    .nullable()
    .default("0 3 * * *")
    .describe("When models learn again, in the machine's local time; null never does it by itself."),
  retrain_after: z
    .number()
    .int()
    .min(1)
    .default(50)
    .describe("Learn sooner when so many corrections and changed suggestions came in since the last time."),
});
