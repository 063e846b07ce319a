import { defineConfig } from "vitest/config";

/** A suite with one test of each kind, for scripts/summary-reporter.test.ts. */
export default defineConfig({ test: { include: ["*.sample.ts"], pool: "forks" } });
