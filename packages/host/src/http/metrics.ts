import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Store } from "@otai/core/ports/store";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { PolicyBody } from "../app/effective-policy.ts";
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
  new Gauge({
    name: "otai_demoted_values",
    help: "Values that are only suggested because agents changed them more often than was promised",
    labelNames: ["ticket_system", "field"],
    registers: [registry],
    async collect() {
      this.reset();
      const version = await store.read((tx) => tx.settings.latestPolicyVersion());
      for (const [system, fields] of Object.entries((version?.body ?? {}) as PolicyBody)) {
        for (const [field, { demoted }] of Object.entries(fields)) {
          if (demoted !== undefined) this.set({ ticket_system: system, field }, Object.keys(demoted).length);
        }
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
