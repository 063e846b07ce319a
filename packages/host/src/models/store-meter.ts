import type { Spending } from "@otai/core/ports/model-calls";
import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import type { Instant } from "@otai/plugin-api/ticket";
import { ModelError } from "@otai/service-api/language-model";
import type { TokenCount, TokenMeter } from "@otai/service-api/token-meter";

export interface BudgetLimits {
  readonly tokensPerDay: number;
  /** In the currency of the price; `null`: no limit. */
  readonly spendPerDay: number | null;
}

/** Per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** Budget and meter in the store, so that all workers on all machines share one limit. Days are UTC. */
export function createStoreMeter(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  limits: BudgetLimits,
  price: Price | null,
): TokenMeter {
  const costOf = ({ promptTokens, completionTokens }: TokenCount) =>
    price === null ? 0 : (promptTokens * price.input + completionTokens * price.output) / 1_000_000;

  return {
    async reserve(model, most) {
      const now = clock.now();
      const day = dayOf(now);
      const reserved = { tokens: most.promptTokens + most.completionTokens, cost: costOf(most) };
      await store.write(async (tx) => {
        const spent = await tx.modelCalls.reserve(day, model, reserved);
        if (isBeyond(spent, limits)) throw exhausted(limits, nextMidnight(now));
      });
      const settle = (calls: number, used: TokenCount) =>
        store.write((tx) => tx.modelCalls.settle(day, reserved, { model, calls, ...used, cost: costOf(used) }));
      return {
        settle: (used) => settle(1, used),
        release: () => settle(0, { promptTokens: 0, completionTokens: 0 }),
      };
    },
  };
}

export function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function nextMidnight(at: Instant): string {
  return new Date(Date.parse(dayOf(at)) + 86_400_000).toISOString();
}

function isBeyond({ tokens, cost }: Spending, { tokensPerDay, spendPerDay }: BudgetLimits): boolean {
  return tokens > tokensPerDay || (spendPerDay !== null && cost > spendPerDay);
}

function exhausted({ tokensPerDay, spendPerDay }: BudgetLimits, resetsAt: string): ModelError {
  const spend = spendPerDay === null ? "" : `, limits.spend_per_day: ${spendPerDay}`;
  return new ModelError(
    "budget_exhausted",
    `the day's budget has no room for this call (limits.tokens_per_day: ${tokensPerDay}${spend}); it begins anew at ${resetsAt}`,
  );
}
