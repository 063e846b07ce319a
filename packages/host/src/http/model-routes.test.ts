import { expect, test } from "vitest";
import { openHttpBench } from "../testing/http-bench.ts";

test("GET /api/v1/models says what was measured and which model serves", async () => {
  const { store, ask } = await openHttpBench();
  const model = (version: string, trainedAt: number) => ({
    version,
    connectionUid: "c-1",
    sha256: version,
    bytes: 3,
    trainedAt,
    examples: 240,
    targets: ["queue"],
    languages: { en: 1 },
    figures: { queue: { accuracy: 0.9 } },
  });
  await store.write(async (tx) => {
    await tx.connections.add({
      uid: "c-1",
      name: "desk",
      kind: "otai-sample:SampleService",
      accountFingerprint: "acme",
      accountLabel: "Acme",
      ingestFrom: 0,
    });
    for (const [version, at] of [["triage-old", 1_000] as const, ["triage-new", 2_000] as const])
      await tx.learning.putModel(model(version, at), new Uint8Array([1, 2, 3]));
    await tx.learning.setChampion("c-1", "triage-old", 3_000, "cli:ada");
  });
  const { items } = (await (await ask("/api/v1/models")).json()) as { items: unknown[] };
  expect(items).toMatchObject([
    { version: "triage-new", champion: false, trained_at: "1970-01-01T00:00:02.000Z" },
    { version: "triage-old", champion: true, examples: 240, figures: { queue: { accuracy: 0.9 } } },
  ]);
  await store.close();
});
