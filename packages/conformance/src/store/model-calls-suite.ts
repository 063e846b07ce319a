import { describe, expect, it } from "vitest";
import type { UseBench } from "./store-bench.ts";

export function modelCallsSuite(bench: UseBench): void {
  describe("calls to language models", () => {
    const monday = "2026-11-23";
    const amount = (tokens: number) => ({ tokens, cost: tokens / 8 });
    const reserve = (tokens: number, day = monday, model = "small") =>
      bench().store.write((tx) => tx.modelCalls.reserve(day, model, amount(tokens)));
    const settle = (reserved: number, promptTokens: number, completionTokens: number, model = "small") =>
      bench().store.write((tx) =>
        tx.modelCalls.settle(monday, amount(reserved), {
          ...{ model, calls: 1, promptTokens, completionTokens },
          cost: (promptTokens + completionTokens) / 8,
        }),
      );
    const spentOn = (day = monday) => bench().store.read((tx) => tx.modelCalls.spentOn(day));

    it("what is set aside counts for its day until the call tells what it used", async () => {
      expect(await spentOn()).toEqual(amount(0));
      expect(await reserve(800)).toEqual(amount(800));
      expect(await reserve(80, monday, "large")).toEqual(amount(880));
      await reserve(8, "2026-11-24");
      await settle(800, 96, 24);
      expect(await spentOn()).toEqual(amount(200));
      expect(await spentOn("2026-11-24")).toEqual(amount(8));
    });

    it("use is summed by model over all days", async () => {
      await reserve(80);
      await settle(80, 24, 8);
      await reserve(80);
      await settle(80, 16, 0);
      await reserve(80, monday, "large");
      expect(await bench().store.read((tx) => tx.modelCalls.listUse())).toEqual([
        { model: "large", calls: 0, promptTokens: 0, completionTokens: 0, cost: 0 },
        { model: "small", calls: 2, promptTokens: 40, completionTokens: 8, cost: 6 },
      ]);
    });

    it("U26: of many that reserve at the same time none gets beyond a limit", async () => {
      const { store, another } = bench();
      const other = await another();
      const tries = Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? store : other).write(async (tx) => {
          const { tokens } = await tx.modelCalls.reserve(monday, "small", amount(100));
          if (tokens > 500) throw new Error("enough");
        }),
      );
      const settled = await Promise.allSettled(tries);
      expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
      expect(await spentOn()).toEqual(amount(500));
    });

    it("answers are kept by hash, replaced, and forgotten by age", async () => {
      const put = (hash: string, answer: string, at: number) =>
        bench().store.write((tx) => tx.modelCalls.putAnswer(hash, answer, at));
      const get = (hash: string) => bench().store.read((tx) => tx.modelCalls.getAnswer(hash));
      expect(await get("a")).toBeNull();
      await put("a", '{"text":"first"}', 1000);
      await put("a", '{"text":"naïve 🙂"}', 3000);
      await put("b", "{}", 2999);
      expect(await get("a")).toBe('{"text":"naïve 🙂"}');
      await bench().store.write((tx) => tx.modelCalls.forgetAnswersBefore(3000));
      expect([await get("a"), await get("b")]).toEqual(['{"text":"naïve 🙂"}', null]);
    });
  });
}
