import type { Store } from "@otai/core/ports/store";
import type { Clock } from "@otai/core/ports/surroundings";
import type { Usage } from "@otai/service-api/usage";
import { type BudgetLimits, dayOf, nextMidnight } from "./store-meter.ts";

/** What language models used since the installation, and how much of the day's budget is left. */
export async function reportUsage(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { tokensPerDay, spendPerDay }: BudgetLimits,
): Promise<Usage> {
  const now = clock.now();
  const { used, spent } = await store.read(async (tx) => ({
    used: await tx.modelCalls.listUse(),
    spent: await tx.modelCalls.spentOn(dayOf(now)),
  }));
  const models = used.map(({ model, calls, promptTokens, completionTokens, cost }) => [
    model,
    {
      calls,
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
      total_cost: money(cost),
    },
  ]);
  return {
    models: Object.fromEntries(models),
    total_cost: money(used.reduce((sum, { cost }) => sum + cost, 0)),
    total_tokens: used.reduce((sum, { promptTokens, completionTokens }) => sum + promptTokens + completionTokens, 0),
    budget: {
      limit: tokensPerDay,
      spent: spent.tokens,
      cost_limit: spendPerDay,
      cost_spent: money(spent.cost),
      resets_at: nextMidnight(now),
      stopped: spent.tokens >= tokensPerDay || (spendPerDay !== null && spent.cost >= spendPerDay),
    },
  };
}

/** A token costs millionths; more digits are noise of the sums. */
function money(amount: number): number {
  return Math.max(0, Math.round(amount * 1e6) / 1e6);
}
