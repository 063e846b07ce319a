import { createLanguageDetector } from "@otai/text/language";
import { expect, test } from "vitest";
import { openHttpBench } from "../testing/http-bench.ts";
import { solvedTickets } from "../testing/learning-desk.ts";
import { trainModel } from "../training/train-model.ts";

test("GET /api/v1/thresholds and /backtests say what the history of a connection proves", async () => {
  const { store, ask } = await openHttpBench();
  const connection = { uid: "cn-1", name: "desk", kind: "test", accountFingerprint: "a", accountLabel: "A" };
  await store.write(async (tx) => {
    await tx.connections.add({ ...connection, ingestFrom: 0 });
    await tx.learning.putExamples(solvedTickets(400));
  });
  const list = async (path: string) =>
    ((await (await ask(`/api/v1/${path}`)).json()) as { items: Record<string, unknown>[] }).items;
  expect(await list("thresholds")).toEqual([]);

  const detector = await createLanguageDetector();
  const clock = { now: () => 1_000 };
  const model = await trainModel({ connectionUid: "cn-1", store, clock, detector, onProgress() {} });
  expect(await list("thresholds")).toEqual([]);
  await store.write((tx) => tx.learning.setChampion("cn-1", model.version, 2_000, "test"));

  const thresholds = await list("thresholds");
  expect(thresholds.map(({ precision }) => precision)).toEqual([0.8, 0.85, 0.9, 0.95, 0.97, 0.99]);
  expect(thresholds[3]).toMatchObject({
    ...{ ticket_system: "desk", model_version: model.version, field: "queue", vetoed: [] },
    ...{ threshold: expect.any(Number), lower_bound: expect.any(Number), evidence: expect.any(Number) },
  });
  const [backtest] = await list("backtests");
  expect(backtest).toMatchObject({ field: "queue", trained_at: "1970-01-01T00:00:01.000Z" });
  expect(Object.keys(backtest!.coverage as object)).toContain("0.95");
  await store.close();
});
