import type { LanguageModelContext } from "@otai/service-api/engine-definition";
import { ModelError, type ModelRequest } from "@otai/service-api/language-model";
import type { TokenCount } from "@otai/service-api/token-meter";
import { z } from "zod";
import { createLanguageModel } from "../create-language-model.ts";
import { languageModelParams } from "../params.ts";

export const verdict = z.object({
  category: z.enum(["billing", "shipping"]),
  score: z.number().min(0).max(1),
  quotes: z.array(z.string()).default([]),
});

/** A model with a host around it that counts in memory. */
export function openBench(params: object, { limit = 100_000, breakAfter = 3, reopenAfterMs = [60_000] } = {}) {
  const kept = new Map<string, string>();
  const settled: TokenCount[] = [];
  const logged: { facts: object; message: string }[] = [];
  let spent = 0;
  let now = 1_000_000;
  const stop = new AbortController();
  const entry = (facts: object, message: string) => void logged.push({ facts, message });
  const context: LanguageModelContext = {
    clock: { now: () => now },
    log: { info: entry, warn: entry },
    signal: stop.signal,
    folder: "/",
    meter: {
      async reserve(_, { promptTokens, completionTokens }) {
        const most = promptTokens + completionTokens;
        if (spent + most > limit) throw new ModelError("budget_exhausted", "used up");
        spent += most;
        return {
          async settle(used) {
            settled.push(used);
            spent += used.promptTokens + used.completionTokens - most;
          },
          async release() {
            spent -= most;
          },
        };
      },
    },
    answers: { get: async (hash) => kept.get(hash) ?? null, put: async (hash, answer) => void kept.set(hash, answer) },
  };
  const parsed = languageModelParams.parse({ model: "small:4b", ...params });
  const open = () => createLanguageModel(parsed, context, { breakAfter, reopenAfterMs });
  const model = open();
  const ask = (changes: Partial<ModelRequest<z.output<typeof verdict>>> = {}, by = model) =>
    by.generate({
      purpose: "classify",
      system: "You classify tickets.",
      prompt: "«Where is my parcel?»",
      schema: verdict,
      maxOutputTokens: 100,
      timeoutMs: 5_000,
      ...changes,
    });
  return {
    ask,
    /** The same configuration after a restart. */
    open,
    settled,
    logged,
    spent: () => spent,
    pass: (ms: number) => {
      now += ms;
    },
    stop: () => stop.abort(),
    async refusal(changes?: Parameters<typeof ask>[0]): Promise<ModelError> {
      const error = await ask(changes).then(
        () => new Error("it was answered"),
        (thrown: unknown) => thrown,
      );
      if (error instanceof ModelError) return error;
      throw error;
    },
  };
}
