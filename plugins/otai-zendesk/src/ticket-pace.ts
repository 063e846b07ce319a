import { OtaiError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";

/** Updates that Zendesk takes per user and ticket in ten minutes. */
const mostUpdates = 30;
const windowMs = 10 * 60_000;

/**
 * Zendesk's narrowest limit is per ticket and stands in no header, so the budget is told what we counted ourselves, under the
 * class `ticket-update:<id>`. Refused reservations wait in the lane; they are not failures (ZD-13).
 */
export interface TicketPace {
  /** Runs one update of a ticket within its limit. @throws RateLimitedError */
  run<T>(ticketId: string, update: () => Promise<T>): Promise<T>;
}

export function createTicketPace(context: PluginContext): TicketPace {
  const { budget, clock } = context;
  const updates = new Map<string, Instant[]>();

  function count(ticketId: string): readonly Instant[] {
    const since = clock.now() - windowMs;
    for (const [id, times] of updates) {
      if (times.at(-1)! <= since) updates.delete(id);
    }
    const recent = [...(updates.get(ticketId) ?? []).filter((at) => at > since), clock.now()];
    updates.set(ticketId, recent);
    return recent;
  }

  return {
    async run(ticketId, update) {
      const rateClass = `ticket-update:${ticketId}`;
      await budget.reserve(rateClass);
      const recent = count(ticketId);
      await budget.record(rateClass, {
        limit: mostUpdates,
        remaining: Math.max(0, mostUpdates - recent.length),
        resetsAt: recent[0]! + windowMs,
      });
      try {
        return await update();
      } catch (error) {
        if (OtaiError.is(error) && error.code === "rate-limited" && error.status === 429) {
          await budget.block(rateClass, clock.now() + (error.retryAfterMs ?? 0));
        }
        throw error;
      }
    },
  };
}
