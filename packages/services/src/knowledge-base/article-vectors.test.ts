import type { Embedder } from "@otai/service-api/embedder";
import { searchRequestSchema } from "@otai/service-api/knowledge-base-search";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type KnowledgeBench, openKnowledgeBench } from "./testing/knowledge-bench.ts";

let bench: KnowledgeBench;
beforeEach(async () => {
  bench = await openKnowledgeBench();
});
afterEach(() => bench.close());

const refunds = {
  title: "Duplicate charges",
  content: "Duplicate charges are reversed within 5 business days.",
  source: "s",
  external_id: "1",
};

describe("with a local model", () => {
  /** Knows that a refund and "money back" are the same; everything else is far apart. */
  function model(state: { failing: boolean; asked: number }): Embedder {
    return {
      name: "stub-2d",
      dimensions: 2,
      async embed(texts) {
        state.asked += texts.length;
        if (state.failing) throw new Error("no such file");
        return texts.map((text) => Float32Array.from(/refund|money back/i.test(text) ? [1, 0] : [0, 1]));
      },
    };
  }

  it("words and meaning are combined, and each version is embedded once, also for other processes", async () => {
    const state = { failing: false, asked: 0 };
    const one = bench.another({ embedder: model(state) });
    await bench.upsert({ title: "Refunds", content: "A refund takes five days.", source: "s" });
    await bench.upsert({ title: "Parcels", content: "A parcel takes five days.", source: "s" });
    const options = { audience: "public", language: null, topK: 5 } as const;
    expect((await one.passages.find("money back", options))[0]).toMatchObject({ title: "Refunds" });
    expect(state.asked).toBe(3);
    const two = bench.another({ embedder: model(state) });
    expect((await two.passages.find("money back", options))[0]).toMatchObject({ title: "Refunds" });
    expect(state.asked).toBe(4);
  });

  it("while many new articles are being computed words answer, and once they are done meaning counts", async () => {
    const release = Promise.withResolvers<void>();
    const quick = model({ failing: false, asked: 0 });
    const slow: Embedder = {
      ...quick,
      async embed(texts) {
        if (texts[0]!.startsWith("Refunds")) await release.promise;
        return quick.embed(texts);
      },
    };
    await bench.upsert({ title: "Refunds", content: "A refund takes five days.", source: "s" });
    const service = bench.another({ embedder: slow });
    const ask = () => service.search(searchRequestSchema.parse({ query: "refund", purpose: "test" }));
    const [one, other] = await Promise.all([ask(), ask()]);
    for (const answer of [one, other]) {
      expect(answer).toMatchObject({ engine: "keyword", degraded: true, results: [{ title: "Refunds" }] });
    }
    release.resolve();
    await expect.poll(ask).toMatchObject({ engine: "hybrid", degraded: false, results: [{ title: "Refunds" }] });
  });

  it("a model that fails is said to, and words answer", async () => {
    const state = { failing: true, asked: 0 };
    await bench.upsert(refunds);
    const service = bench.another({ embedder: model(state) });
    const request = searchRequestSchema.parse({ query: "duplicate charges", purpose: "test" });
    const ask = () => service.search(request);
    expect(await ask()).toMatchObject({
      engine: "keyword",
      degraded: true,
      answered: true,
      model_version: "kb-1+stub-2d",
    });
    state.failing = false;
    bench.advance(60_000);
    expect(await ask()).toMatchObject({ engine: "hybrid", degraded: false });
  });
});
