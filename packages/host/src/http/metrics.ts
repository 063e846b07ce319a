import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { type AuthenticateOptions, authenticate } from "./authenticate.ts";
import type { RequestEnv } from "./context.ts";

/** Prometheus figures, read from the store when asked, so that they are those of the whole installation. */
export function createMetrics(store: Store): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "otai_" });
  new Gauge({
    name: "otai_events",
    help: "Ticket events by state",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const counts = await store.read((tx) => tx.inbox.counts());
      this.set({ state: "open" }, counts.open);
      this.set({ state: "done" }, counts.done);
      this.set({ state: "dead" }, counts.dead);
    },
  });
  new Gauge({
    name: "otai_decisions",
    help: "Decisions by field, decision, whether written, and outcome",
    labelNames: ["field", "decision", "written", "outcome"],
    registers: [registry],
    async collect() {
      this.reset();
      for (const row of await store.read((tx) => tx.journal.countDecisions())) {
        const labels = {
          field: row.field,
          decision: row.decision,
          written: String(row.written),
          outcome: row.outcome ?? "open",
        };
        this.set(labels, row.count);
      }
    },
  });
  return registry;
}

/** `GET /metrics`, for whoever may read. */
export function metricsRoute(app: OpenAPIHono<RequestEnv>, metrics: Registry, keys: AuthenticateOptions): void {
  app.use("/metrics", authenticate(keys, "read"));
  app.get("/metrics", async (context) =>
    context.text(await metrics.metrics(), 200, { "Content-Type": metrics.contentType }),
  );
}
