import type { ModelCalls } from "@otai/core/ports/model-calls";
import { sql } from "kysely";
import type { Handle } from "./engine.ts";
import { storable } from "./storable.ts";

/** PostgreSQL's driver gives sums of whole numbers as text. */
const total = (column: string) => sql<number | string>`coalesce(sum(${sql.ref(column)}), 0)`;

export function createModelCalls(db: Handle): ModelCalls {
  async function spentOn(day: string) {
    const row = await db
      .selectFrom("model_usage")
      .select([
        sql<number | string>`coalesce(sum(prompt_tokens + completion_tokens + reserved_tokens), 0)`.as("tokens"),
        sql<number | string>`coalesce(sum(cost + reserved_cost), 0)`.as("cost"),
      ])
      .where("day", "=", day)
      .executeTakeFirstOrThrow();
    return { tokens: Number(row.tokens), cost: Number(row.cost) };
  }

  return {
    async reserve(day, model, { tokens, cost }) {
      const none = { calls: 0, prompt_tokens: 0, completion_tokens: 0, cost: 0 };
      await db
        .insertInto("model_usage")
        .values({ day, model: storable(model), ...none, reserved_tokens: tokens, reserved_cost: cost })
        .onConflict((conflict) =>
          conflict.columns(["day", "model"]).doUpdateSet((row) => ({
            reserved_tokens: row("model_usage.reserved_tokens", "+", tokens),
            reserved_cost: row("model_usage.reserved_cost", "+", cost),
          })),
        )
        .execute();
      return spentOn(day);
    },
    async settle(day, reserved, { model, calls, promptTokens, completionTokens, cost }) {
      await db
        .updateTable("model_usage")
        .set((row) => ({
          calls: row("calls", "+", calls),
          prompt_tokens: row("prompt_tokens", "+", promptTokens),
          completion_tokens: row("completion_tokens", "+", completionTokens),
          cost: row("cost", "+", cost),
          reserved_tokens: row("reserved_tokens", "-", reserved.tokens),
          reserved_cost: row("reserved_cost", "-", reserved.cost),
        }))
        .where("day", "=", day)
        .where("model", "=", storable(model))
        .execute();
    },
    spentOn,
    async listUse() {
      const rows = await db
        .selectFrom("model_usage")
        .select([
          "model",
          total("calls").as("calls"),
          total("prompt_tokens").as("promptTokens"),
          total("completion_tokens").as("completionTokens"),
          total("cost").as("cost"),
        ])
        .groupBy("model")
        .orderBy("model")
        .execute();
      return rows.map(({ model, ...sums }) => ({
        model,
        calls: Number(sums.calls),
        promptTokens: Number(sums.promptTokens),
        completionTokens: Number(sums.completionTokens),
        cost: Number(sums.cost),
      }));
    },
    async getAnswer(hash) {
      const row = await db.selectFrom("model_answer").select("answer").where("hash", "=", hash).executeTakeFirst();
      return row?.answer ?? null;
    },
    async putAnswer(hash, answer, at) {
      const row = { answer: storable(answer), at };
      await db
        .insertInto("model_answer")
        .values({ hash, ...row })
        .onConflict((conflict) => conflict.column("hash").doUpdateSet(row))
        .execute();
    },
    async forgetAnswersBefore(instant) {
      await db.deleteFrom("model_answer").where("at", "<", instant).execute();
    },
  };
}
