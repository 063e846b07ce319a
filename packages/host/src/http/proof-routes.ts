import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ModelRecord } from "@otai/core/ports/learning";
import type { Store, Transaction } from "@otai/core/ports/store";
import { ok, pageOf } from "./api-schema.ts";
import type { RequestEnv } from "./context.ts";

/** What one promise comes to. */
const promiseSchema = z.object({
  threshold: z.number().nullable(),
  coverage: z.number(),
  observed: z.number().nullable(),
  lowerBound: z.number().nullable(),
  evidence: z.number(),
  vetoed: z.array(z.string()),
});

/** As training leaves them with a model, for each target. */
const figuresSchema = z.object({
  rows: z.number(),
  accuracy: z.number(),
  calibrationError: z.number(),
  coverage: z.record(z.string(), promiseSchema),
});

const promise = {
  threshold: z.number().nullable(),
  coverage: z.number(),
  observed: z.number().nullable(),
  lower_bound: z.number().nullable(),
  evidence: z.number(),
  vetoed: z.array(z.string()),
};

const thresholdSchema = z
  .object({
    ...{ ticket_system: z.string(), model_version: z.string(), field: z.string(), precision: z.number() },
    ...promise,
  })
  .openapi("Threshold");

const backtestSchema = z
  .object({
    ...{ ticket_system: z.string(), model_version: z.string(), field: z.string(), trained_at: z.string() },
    ...{ rows: z.number(), accuracy: z.number(), calibration_error: z.number() },
    coverage: z.record(z.string(), z.object(promise)),
  })
  .openapi("Backtest");

const listThresholds = createRoute({
  method: "get",
  path: "/thresholds",
  summary: "From which confidence on the serving models prove each precision, by field",
  responses: ok("Thresholds", pageOf(thresholdSchema)),
});

const listBacktests = createRoute({
  method: "get",
  path: "/backtests",
  summary: "What every training measured on its history in order of time, newest first",
  responses: ok("Backtests", pageOf(backtestSchema)),
});

/** What history proves, mounted under `/api/v1`. */
export function proofRoutes(store: Store, app: OpenAPIHono<RequestEnv>): void {
  app.openapi(listThresholds, async (context) => {
    const proofs = await store.read((tx) => proofsOf(tx, "champions"));
    const items = proofs.flatMap(({ ticketSystem, model, field, figures }) =>
      Object.entries(figures.coverage).map(([precision, found]) => ({
        ...{ ticket_system: ticketSystem, model_version: model.version, field, precision: Number(precision) },
        ...onTheWire(found),
      })),
    );
    return context.json({ items, next_cursor: null }, 200);
  });
  app.openapi(listBacktests, async (context) => {
    const proofs = await store.read((tx) => proofsOf(tx, "all"));
    const items = proofs.map(({ ticketSystem, model, field, figures }) => ({
      ...{ ticket_system: ticketSystem, model_version: model.version, field },
      trained_at: new Date(model.trainedAt).toISOString(),
      ...{ rows: figures.rows, accuracy: figures.accuracy, calibration_error: figures.calibrationError },
      coverage: Object.fromEntries(
        Object.entries(figures.coverage).map(([precision, found]) => [precision, onTheWire(found)]),
      ),
    }));
    return context.json({ items, next_cursor: null }, 200);
  });
}

interface Proof {
  readonly ticketSystem: string;
  readonly model: ModelRecord;
  readonly field: string;
  readonly figures: z.infer<typeof figuresSchema>;
}

async function proofsOf(tx: Transaction, which: "champions" | "all"): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const { uid, name } of await tx.connections.list()) {
    const champion = await tx.learning.getChampion(uid);
    const served = champion === null ? [] : [champion];
    for (const model of which === "all" ? await tx.learning.listModels(uid) : served) {
      for (const [field, figures] of Object.entries(model.figures)) {
        // A model that was brought from elsewhere may have other figures, or none.
        const { success, data } = figuresSchema.safeParse(figures);
        if (success) proofs.push({ ticketSystem: name, model, field, figures: data });
      }
    }
  }
  return proofs.sort((a, b) => b.model.trainedAt - a.model.trainedAt);
}

function onTheWire({ lowerBound, ...rest }: z.infer<typeof promiseSchema>) {
  return { ...rest, lower_bound: lowerBound };
}
