import { defineConfig } from "vitest/config";

/**
 * Tests lie beside the source; `tests/` holds what concerns the whole repository. Processes instead of threads:
 * better-sqlite3 and child processes with signals are not at home in worker threads.
 */
export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "plugins/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.ts",
      "benchmarks/**/*.test.ts",
      "scripts/**/*.test.ts",
      "tests/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "forks",
    // Only a hang takes as long: a busy machine is no fault, and training runs at low priority.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    teardownTimeout: 10_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
