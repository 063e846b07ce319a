import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { LabelComparison, Verdict } from "@otai/core/ports/learning";
import type { Store, Transaction } from "@otai/core/ports/store";
import { ok, pageOf } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";

const modelSchema = z
  .object({
    version: z.string(),
    connection_uid: z.string(),
    champion: z.boolean(),
    bytes: z.number(),
    trained_at: z.string(),
    examples: z.number(),
    targets: z.array(z.string()),
    languages: z.record(z.string(), z.number()),
    figures: z.record(z.string(), z.unknown()),
    verdict: z
      .object({
        serves: z.boolean(),
        reason: z.string(),
        against: z.string().nullable(),
        rows: z.number(),
        targets: z.record(
          z.string(),
          z.array(z.object({ label: z.string(), rows: z.number(), champion: z.number(), challenger: z.number() })),
        ),
      })
      .nullable()
      .describe("What the test tickets said when it was new: how often it and the champion of then were right."),
  })
  .openapi("Model");

const listModels = createRoute({
  method: "get",
  path: "/models",
  summary: "Models, newest first",
  responses: ok("Models", pageOf(modelSchema)),
});

/** Read access to the models, mounted under `/api/v1`. */
export function modelRoutes(store: Store, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(listModels, async (context) => {
    const items = await store.read(async (tx) => {
      const champions = await championsOf(tx);
      return (await tx.learning.listModels(null)).map((model) => ({
        version: model.version,
        connection_uid: model.connectionUid,
        champion: champions.has(model.version),
        bytes: model.bytes,
        trained_at: new Date(model.trainedAt).toISOString(),
        examples: model.examples,
        targets: [...model.targets],
        languages: { ...model.languages },
        figures: { ...model.figures },
        verdict: toVerdict(model.verdict),
      }));
    });
    return context.json({ items, next_cursor: null }, 200);
  });
}

function toVerdict(verdict: Verdict | undefined) {
  if (verdict === undefined) return null;
  const targets: Record<string, LabelComparison[]> = {};
  for (const [target, labels] of Object.entries(verdict.targets)) targets[target] = [...labels];
  return { ...verdict, targets };
}

async function championsOf(tx: Transaction): Promise<Set<string>> {
  const champions = new Set<string>();
  for (const connection of await tx.connections.list()) {
    const champion = await tx.learning.getChampion(connection.uid);
    if (champion !== null) champions.add(champion.version);
  }
  return champions;
}
